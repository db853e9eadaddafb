// Clicks in the editor hit the clicked character at every scale of the slide.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";

/** The position when the editor has settled: a new code size moves its lines over some frames. */
async function settledPointAt(pane: Pane, token: string, offset: number): Promise<{ x: number; y: number }> {
  let last = { x: Number.NaN, y: Number.NaN };
  await expect
    .poll(async () => {
      const previous = last;
      last = await pointAt(pane, token, offset);
      return last.x === previous.x && last.y === previous.y;
    })
    .toBe(true);
  return last;
}

/**
 * The screen position of the left edge of the character `offset` characters into `token`, at half the height of its
 * line.
 */
async function pointAt(pane: Pane, token: string, offset: number): Promise<{ x: number; y: number }> {
  return pane.root.evaluate(
    (root, [token, offset]) => {
      for (const line of root.querySelectorAll(".view-line")) {
        const text = line.textContent.replaceAll("\u00a0", " ");
        let rest = text.indexOf(token) + offset;
        if (!text.includes(token)) continue;
        const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (rest < length) {
            const range = document.createRange();
            range.setStart(node, rest);
            range.setEnd(node, rest + 1);
            const { left, top, width, height } = range.getBoundingClientRect();
            return { x: left + width * 0.15, y: top + height / 2 };
          }
          rest -= length;
        }
      }
      throw new Error(`The editor shows no "${token}".`);
    },
    [token, offset] as const,
  );
}

/** First the window sizes; last, the code is made larger by `larger` steps and stays so. */
const sizes = [
  { width: 1280, height: 720, larger: 0 },
  { width: 1920, height: 1080, larger: 0 },
  { width: 1024, height: 600, larger: 0 },
  { width: 800, height: 450, larger: 0 },
  { width: 1280, height: 720, larger: 2 },
];
/**
 * Words that stand in the text once and are visible with larger code, too, and how many characters into each the click
 * goes.
 */
const targets = [
  ['/radprint"', 4],
  ['"chicken"', 8],
  ["function", 0],
  ["fetch(", 5],
] as const;

test("clicks land on their character at every size of the window, and of the code", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.expectEditor();
  const text = await pane.text();
  for (const { width, height, larger } of sizes) {
    await page.setViewportSize({ width, height });
    if (larger > 0) await page.keyboard.press("Escape");
    for (let step = 0; step < larger; step += 1) await page.keyboard.press("+");
    for (const [token, offset] of targets) {
      const { x, y } = await settledPointAt(pane, token, offset);
      await page.mouse.click(x, y);
      await pane.expectFocused();
      const before = text.slice(0, text.indexOf(token) + offset).split("\n");
      expect(await pane.readCursor(), `${token} at ${width} × ${height}`).toEqual({
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
      });
    }
  }
});

test("a mouse turns the title without a key", async ({ page }) => {
  const deck = await openSlide(page, "title");
  await deck.slide.getByRole("link", { name: "next" }).click();
  await deck.expectSlide("thanks");
});
