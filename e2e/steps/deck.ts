// The deck as its presenter uses it: slides, keys, the pane of the present slide.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { Pane } from "./pane.ts";

/** The slides in order, by the names in their addresses. */
export const slideNames = [
  "title",
  "thanks",
  "general-goals",
  "code-examples",
  "thanksgiving-dinner",
  "one-cook",
  "two-cooks",
  "parallelism-vs-concurrency",
  "animals-api",
  "example-application",
  "sequential-execution",
  "sequential-program",
  "subroutine-coroutine",
  "concurrent-execution",
  "race",
  "road",
  "iterators",
  "iterator-by-hand",
  "generator-functions",
  "improved-generators",
  "delegation",
  "delegation-wrong",
  "delegation-correct",
  "delegation-return",
  "separation-from-generators",
  "what-coroutines-need",
  "event-loop",
  "one-slide-intro",
  "on-the-loop",
  "new-syntax",
  "context-managers",
  "using",
  "async-context-managers",
  "await-using",
  "iterators-again",
  "async-iterators",
  "for-await",
  "finish-the-example",
  "thank-you",
  "extras",
  "threaded-execution",
  "threaded-program",
  "awaitable",
  "gevent",
  "gevent-program",
  "gevent-semaphore",
  "python-3-6-goodies",
  "invitation",
  "invitations-serial",
  "invitations-parallel",
  "invitations-concurrent",
  "parallelism-and-concurrency",
  "threads",
  "one-heap-or-many",
  "act-1-a-mess",
  "act-2-locks",
  "act-3-deadlock",
  "act-4-released",
  "global-interpreter-lock",
  "interpreter-lock-program",
  "towards-coroutines",
] as const;

export type SlideName = (typeof slideNames)[number];

/** The deck, open in a page. */
export class Deck {
  readonly page: Page;
  readonly slide: Locator;
  /** The slides in order, by the names in their addresses. */
  readonly names: readonly string[];

  constructor(page: Page, names: readonly string[] = slideNames) {
    this.page = page;
    this.names = names;
    // Playwright's plain CSS locators look through every element of the deck for shadow roots. There are none, and it took
    // an eighth of the time of some stories.
    this.slide = page.locator("css:light=section.present");
  }

  /** The pane of the present slide. */
  get pane(): Pane {
    return new Pane(this.slide.locator("css:light=live-pane"));
  }

  async expectSlide(name: string): Promise<void> {
    await expect(this.slide).toHaveId(name);
    await expect(this.page.locator("css:light=.slide-number")).toHaveText(
      new RegExp(`^\\s*${this.names.indexOf(name) + 1}\\s*/\\s*${this.names.length}\\s*$`),
    );
  }

  /** Presses a key until the slide is shown. */
  async turnTo(name: SlideName, key: string, most = 60): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      if ((await this.slide.getAttribute("id")) === name) break;
      await this.page.keyboard.press(key);
    }
    await this.expectSlide(name);
  }

  /** Fails if the deck shows the overview, a black screen or a dialog, or if something is in full screen. */
  async expectUndisturbed(): Promise<void> {
    await expect(this.page.locator("css:light=.reveal")).not.toHaveClass(/\b(overview|paused)\b/);
    await expect(this.page.getByRole("dialog")).toHaveCount(0);
    expect(await this.page.evaluate(() => document.fullscreenElement)).toBeNull();
  }
}

/** Opens the deck at a slide, ready for keys. */
export async function openSlide(page: Page, name: SlideName, base = "./"): Promise<Deck> {
  // reveal.js writes the present slide's address up to a second late, and would overwrite an address set within that
  // second.
  const present = await page.evaluate(() => document.querySelector("section.present")?.id);
  if (present && page.url().includes("#/")) await expect(page).toHaveURL(new RegExp(`#/${present}(/\\d+)?$`));
  await page.goto(`${base}#/${name}`);
  await expect(page.locator("css:light=.reveal.ready")).toBeVisible();
  const deck = new Deck(page);
  await deck.expectSlide(name);
  return deck;
}

/**
 * Expects that the document for printing is ready. Waits longer than usual: the page draws every slide and recording,
 * which takes several seconds of one core.
 */
export async function expectPrintable(page: Page): Promise<void> {
  await expect(page.locator("css:light=html")).toHaveClass(/\bis-printable\b/, { timeout: 90_000 });
}
