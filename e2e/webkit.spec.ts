// The deck in a WebKit that Playwright does not drive: with real keys and a real mouse, through WebDriver.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test as base } from "@playwright/test";
import { WebKitPage } from "./browser/webdriver.ts";
import { expect } from "./fixtures.ts";
import { Host } from "./steps/host.ts";

const dist = join(import.meta.dirname, "..", "dist");

const test = base.extend<{ webkit: WebKitPage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  webkit: async ({}, use, testInfo) => {
    const webkit = await WebKitPage.start(process.env.INTERLEAVE_WEBKIT ?? "");
    try {
      await use(webkit);
      if (testInfo.status !== testInfo.expectedStatus)
        await testInfo.attach("screenshot", { body: await webkit.screenshot(), contentType: "image/png" });
    } finally {
      await webkit.close();
    }
    expect(webkit.errors).toEqual([]);
  },
});

/** The pane of the present slide, queried by roles and names. */
class PresentPane {
  readonly #webkit: WebKitPage;

  constructor(webkit: WebKitPage) {
    this.#webkit = webkit;
  }

  /** Evaluates `tell` in the page with the first part of the pane that matches. */
  #ask<Result>(part: string, tell: (element: Element | null) => Result): Promise<Result> {
    const run = new Function("part", `return (${tell})(document.querySelector("section.present " + part))`);
    return this.#webkit.evaluate(run as (part: string) => Result, part);
  }

  slide(): Promise<string> {
    return this.#webkit.evaluate(() => document.querySelector("section.present")?.id ?? "", null);
  }

  text(): Promise<string> {
    return this.#ask("live-pane", (pane) => (pane as HTMLElement & { text: string }).text);
  }

  status(): Promise<string> {
    return this.#ask("live-pane [role=status]", (status) => status?.textContent ?? "");
  }

  lines(): Promise<string[]> {
    return this.#webkit.evaluate(() => {
      const lines = document.querySelectorAll("section.present .console-line");
      return [...lines].map((line) => line.textContent);
    }, null);
  }

  /** How many times faster the faster run of a race was, from its table. */
  async ratio(): Promise<number> {
    const foot = await this.#ask("[role=figure] tfoot", (foot) => foot?.textContent ?? "");
    return Number.parseFloat(/Ratio\D*([\d.]+)/.exec(foot)?.[1] ?? "NaN");
  }

  prompt(): Promise<string> {
    return this.#ask(
      "textarea[aria-label=Prompt]",
      (box) => (box as HTMLTextAreaElement | null)?.value ?? "none",
    );
  }

  /** The playhead's position in words. */
  moment(): Promise<string> {
    return this.#ask(
      "[role=slider][aria-label=Playhead]",
      (slider) => slider?.getAttribute("aria-valuetext") ?? "",
    );
  }

  suggestions(): Promise<string> {
    return this.#ask(".suggest-widget.visible", (widget) => widget?.textContent ?? "");
  }

  hasFocusedEditor(): Promise<boolean> {
    return this.#ask(".monaco-editor.focused", (editor) => editor !== null);
  }

  /** The middle of a part, in the window's coordinates. */
  middle(part: string): Promise<{ x: number; y: number }> {
    return this.#ask(part, (element) => {
      const { x, y, width, height } = (element as Element).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
  }
}

test("by keys to a pane, which is edited, run, asked and scrubbed", async ({ webkit, baseURL }) => {
  const pane = new PresentPane(webkit);
  await webkit.goto(baseURL ?? "");
  await expect.poll(() => pane.slide()).toBe("title");
  await turnTo(webkit, "animals-api");

  await webkit.press("e");
  await expect.poll(() => pane.hasFocusedEditor()).toBe(true);
  const original = await pane.text();
  await webkit.press("Control+End");
  await webkit.type('console.log("typed by hand");');
  await expect.poll(() => pane.text()).toBe(`${original}console.log("typed by hand");`);
  await webkit.press("Control+Enter");
  await expect.poll(() => pane.status()).toMatch(/^Finished/);
  await expect.poll(() => pane.lines()).toEqual(["200 Moo!", "typed by hand"]);

  await webkit.press("Escape");
  await expect.poll(() => pane.hasFocusedEditor()).toBe(false);
  await webkit.press("i");
  await webkit.type("animal.length + 400");
  await webkit.press("Enter");
  await expect.poll(async () => (await pane.lines()).at(-1)).toBe("403");
  await expect.poll(() => pane.prompt()).toBe("");

  await scrub(webkit, pane);

  await webkit.click(await pane.middle(".view-lines"));
  await expect.poll(() => pane.hasFocusedEditor()).toBe(true);
  await webkit.press("ArrowRight");
  expect(await pane.slide()).toBe("animals-api");
});

test("by keys to the race, which concurrency wins", async ({ webkit, baseURL }) => {
  const pane = new PresentPane(webkit);
  await webkit.goto(`${baseURL}#/animals-api`);
  await expect.poll(() => pane.slide()).toBe("animals-api");
  await turnTo(webkit, "race");
  await webkit.press("Control+Enter");
  await expect.poll(() => pane.status()).toMatch(/^Finished/);
  // About 3 on a fast machine. A pause of one second makes it 2. The table follows the status a moment later.
  await expect.poll(() => pane.ratio()).toBeGreaterThan(1.5);
  expect(await pane.ratio()).toBeLessThan(4);
});

/** Presses a key until the slide is shown. */
async function turnTo(webkit: WebKitPage, name: string): Promise<void> {
  const pane = new PresentPane(webkit);
  for (let presses = 0; presses < 60 && (await pane.slide()) !== name; presses += 1) {
    await webkit.press("ArrowRight");
  }
  expect(await pane.slide()).toBe(name);
}

/** Leaves the prompt, whose last value was 403, and goes through the run by keys. */
async function scrub(webkit: WebKitPage, pane: PresentPane): Promise<void> {
  await webkit.press("Escape");
  await webkit.press("m");
  await expect.poll(() => pane.moment()).toBe("newest moment");
  await webkit.press("Home");
  await expect.poll(() => pane.moment()).toBe("before the first event");
  await expect.poll(() => pane.lines()).toEqual([]);
  await webkit.press("ArrowRight");
  await expect.poll(() => pane.moment()).toMatch(/event 1 of /);
  await webkit.press("l");
  await expect.poll(() => pane.moment()).toBe("newest moment");
  await expect.poll(async () => (await pane.lines()).at(-1)).toBe("403");
}

/** Opens the pane by its address, runs it, continues at the prompt, and scrubs. */
async function runAskAndScrub(webkit: WebKitPage, deck: string): Promise<void> {
  const pane = new PresentPane(webkit);
  await webkit.goto(`${deck}#/animals-api`);
  await expect.poll(() => pane.slide()).toBe("animals-api");
  await webkit.press("Control+Enter");
  await expect.poll(() => pane.status()).toMatch(/^Finished/);
  await expect.poll(() => pane.lines()).toEqual(["200 Moo!"]);
  await webkit.press("i");
  await webkit.type("animal.length + 400");
  await webkit.press("Enter");
  await expect.poll(async () => (await pane.lines()).at(-1)).toBe("403");
  await scrub(webkit, pane);
}

test("the one file runs from a disk, and knows TypeScript", async ({ webkit }) => {
  await runAskAndScrub(webkit, pathToFileURL(join(dist, "interleave.html")).href);
  const pane = new PresentPane(webkit);
  await webkit.press("e");
  await expect.poll(() => pane.hasFocusedEditor()).toBe(true);
  await webkit.press("Control+End");
  await webkit.type("animal.toUpp");
  await expect.poll(() => pane.suggestions()).toContain("toUpperCase");
});

test("saved for offline, the deck runs with the server gone", async ({ webkit }) => {
  const host = new Host(dist, { base: "/a/b/" });
  await host.start();
  await webkit.goto(host.url);
  await expect
    .poll(() => webkit.evaluate(() => document.querySelector(".reveal.ready") !== null, null))
    .toBe(true);
  await webkit.press("q");
  await clickButton(webkit, ".slide-menu", "Offline");
  await clickButton(webkit, ".offline-sheet", "Save for offline");
  await expect
    .poll(() => webkit.evaluate(() => document.querySelector(".offline-sheet p")?.textContent ?? "", null))
    .toContain("The whole deck is stored");
  await host.stop();
  await webkit.goto("about:blank");
  await runAskAndScrub(webkit, host.url);
});

/** Clicks a button of a sheet as soon as it is there. */
async function clickButton(webkit: WebKitPage, sheet: string, name: string): Promise<void> {
  const find = () =>
    webkit.evaluate(
      ([sheet, name]) => {
        const buttons = document.querySelectorAll(`${sheet}[open] button`);
        const box = [...buttons].find((button) => button.textContent === name)?.getBoundingClientRect();
        return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      },
      [sheet, name] as const,
    );
  await expect.poll(find).not.toBeNull();
  const place = await find();
  if (place) await webkit.click(place);
}
