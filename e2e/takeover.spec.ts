// When the editor replaces the highlighted text, nothing moves and no colour changes.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide, type SlideName } from "./steps/deck.ts";

interface Look {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly colour: string;
}

/** Delays the editor's code until the returned function is called. */
async function holdEditor(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/monaco-*.js", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/**
 * The screen positions and colours of each line's words and signs. They are found and measured in one call, since the
 * editor replaces its lines once its tokens are complete, and a removed line has no position.
 */
function looks(page: Page, lines: string): Promise<Look[]> {
  return page.evaluate((selector) => {
    const seen: Look[] = [];
    for (const line of document.querySelectorAll(selector)) {
      const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const text = (node.textContent ?? "").replaceAll("\u00a0", " ");
        for (const { index, 0: word } of text.matchAll(/\w+|[^\s\w]/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { left, top, height } = range.getBoundingClientRect();
          const { color: colour } = getComputedStyle(node.parentElement as Element);
          seen.push({ text: word, left, top: top + height / 2, colour });
        }
      }
    }
    return seen.sort((a, b) => Math.round(a.top - b.top) || a.left - b.left);
  }, `section.present ${lines}`);
}

const looked = [
  ["animals-api", "light"],
  ["sequential-program", "light"],
  ["race", "light"],
  ["race", "dark"],
] as const satisfies [SlideName, "light" | "dark"][];

for (const [name, colorScheme] of looked) {
  test(`nothing jumps on ${name} in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const release = await holdEditor(page);
    const { pane } = await openSlide(page, name);
    await page.evaluate(() => document.fonts.ready);
    const before = await looks(page, ".pane-text:not([hidden]) .pane-line");
    const frame = await pane.root.boundingBox();
    expect(before.length).toBeGreaterThan(15);
    release();
    await pane.expectEditor();
    const words = (all: Look[]) => all.map(({ text, colour }) => `${text} ${colour}`);
    await expect.poll(async () => words(await looks(page, ".view-line"))).toEqual(words(before));
    const after = await looks(page, ".view-line");
    expect(await pane.root.boundingBox()).toEqual(frame);
    for (const [index, { text, left, top }] of before.entries()) {
      expect.soft(Math.abs((after[index]?.left ?? 0) - left), `${text} sideways`).toBeLessThanOrEqual(1);
      expect.soft(Math.abs((after[index]?.top ?? 0) - top), `${text} up or down`).toBeLessThanOrEqual(1);
    }
  });
}
