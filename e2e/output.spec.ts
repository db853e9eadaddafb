// Output appears as it is produced, and a flood of output leaves the page responsive.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";

/** Records in the page every text that the newest line of output and the timeline's summary show. */
async function recordTexts(pane: Pane): Promise<() => Promise<{ printed: string[]; summaries: string[] }>> {
  await pane.root.evaluate((root) => {
    const seen = { printed: new Set<string>(), summaries: new Set<string>() };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      seen.printed.add([...root.querySelectorAll(".console-line")].at(-1)?.textContent ?? "");
      seen.summaries.add(root.querySelector(".timeline-summary")?.textContent ?? "");
    }).observe(root, { childList: true, subtree: true, characterData: true });
  });
  return () =>
    pane.page.evaluate(() => {
      const { seen } = window as unknown as { seen: Record<"printed" | "summaries", Set<string>> };
      return { printed: [...seen.printed].filter((text) => text !== ""), summaries: [...seen.summaries] };
    });
}

test("console and timeline grow while the program runs", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.setWait(0.5);
  await pane.expectEditor();
  const read = await recordTexts(pane);
  await pane.run.click();
  await pane.expectFinished();
  await expect(pane.timeline).toContainText(/3 requests, \d+\.\d\d\ss in all\./);
  const whole = ['The cow says "Moo!".', 'The pig says "Oink!".', 'The chicken says "Cluck!".'];
  await expect(pane.lines).toHaveText(whole);

  const { printed, summaries } = await read();
  const isBeginning = (text: string) => whole.some((line) => line.startsWith(text));
  expect(printed.filter((text) => !isBeginning(text))).toEqual([]);
  // Sixty on a machine that has time for every frame. One is enough to prove that the page showed an unfinished line.
  expect(printed.filter((text) => !whole.includes(text))).not.toHaveLength(0);
  expect(summaries).toContainEqual(expect.stringMatching(/^\d coroutines?, \d requests?, running\.$/));
});

test("of 10,000 lines the newest are seen, and earlier ones on demand", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.runText('for (let line = 1; line <= 10_000; line += 1) console.log("line", line);\n');
  await pane.expectFinished();
  await expect(pane.lines.last()).toHaveText("line 10000");
  await expect(pane.lines.last()).toBeInViewport();
  await expect(pane.lines).toHaveCount(2000);
  await pane.log.getByRole("button", { name: "Show 2,000 of 8,000 earlier lines" }).click();
  await expect(pane.lines).toHaveCount(4000);
  await expect(pane.lines.first()).toHaveText("line 6001");
});
