// The speaker's desk, as the speaker uses it: the second window of the deck.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import type { Deck, SlideName } from "./deck.ts";
import { Pane } from "./pane.ts";

export class Desk {
  readonly page: Page;
  /** The picture of the present slide. */
  readonly slide: Locator;
  readonly next: Locator;
  readonly notes: Locator;
  /** The line that says why no deck is shown. It is empty while there is one. */
  readonly missing: Locator;

  constructor(page: Page) {
    this.page = page;
    this.slide = page.locator("#desk-present section.present");
    this.next = page.locator("#desk-next section.present");
    this.notes = page.getByRole("group", { name: "Notes of this slide" });
    this.missing = page.locator(".desk-missing");
  }

  /** The picture of the pane on the present slide. */
  get pane(): Pane {
    return new Pane(this.slide.locator("live-pane"));
  }

  button(name: string): Locator {
    return this.page.locator("#desk-tools").getByRole("button", { name, exact: true });
  }

  async expectSlide(name: SlideName): Promise<void> {
    await expect(this.slide).toHaveId(name);
  }
}

/**
 * Opens the desk of a deck, which must not have one. Presses the key again until it works: the deck's script may still be
 * loading.
 */
export async function openDesk(page: Page): Promise<Desk> {
  const context = page.context();
  const before = context.pages().length;
  await expect
    .poll(async () => {
      const opened = context.waitForEvent("page", { timeout: 1000 }).catch(() => undefined);
      if (context.pages().length === before) await page.keyboard.press("s");
      await opened;
      return context.pages().length;
    })
    .toBe(before + 1);
  const opened = context.pages()[before];
  if (!opened) throw new Error("There is no second window.");
  return new Desk(opened);
}

/** Turns the slide in the desk and back, by the keys of a clicker. The deck shows `animals-api`. */
async function turnAndBack(deck: Deck, { page }: Desk): Promise<void> {
  await page.keyboard.press("PageDown");
  await deck.expectSlide("example-application");
  await page.keyboard.press("PageUp");
  await deck.expectSlide("animals-api");
}

/** Presses keys in the desk after a click into each part of it. The deck shows `animals-api`. */
export async function checkDeskKeys(deck: Deck, desk: Desk): Promise<void> {
  await desk.expectSlide("animals-api");
  await deck.pane.enter();
  await desk.page.bringToFront();
  const parts = ["#desk-notes", "#desk-next", "#desk-head", "#desk-clock", "#desk-present .pane-console"];
  for (const part of parts) {
    await desk.page.locator(part).click();
    await turnAndBack(deck, desk);
  }
  const { keyboard } = desk.page;
  await desk.notes.click();
  await keyboard.press("ArrowRight");
  await deck.expectSlide("example-application");
  await keyboard.press("ArrowLeft");
  await deck.expectSlide("animals-api");
  await desk.page.locator("#desk-head").click();
  await keyboard.press("b");
  await expect(deck.page.locator(".reveal")).toHaveClass(/\bpaused\b/);
  await expect(desk.page.getByText("The projector is black")).toBeVisible();
  await keyboard.press("b");
  await expect(deck.page.locator(".reveal")).not.toHaveClass(/\bpaused\b/);
  await keyboard.press("Control+Enter");
  await deck.pane.expectFinished();
  await keyboard.press("x");
  await expect(deck.pane.root.getByRole("button", { name: "Cues: 1 / 3 played" })).toBeVisible();
}
