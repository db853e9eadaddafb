// Output appears as it is produced, and a flood of it leaves the page responsive.

import { openSlide } from "./deck.ts";
import { expect, test } from "./fixtures.ts";
import type { Pane } from "./pane.ts";

/** Lets the page keep every text that the first line of output and the timeline's summary take on. */
async function recordTexts(pane: Pane): Promise<() => Promise<{ printed: string[]; summaries: string[] }>> {
  await pane.root.evaluate((root) => {
    const seen = { printed: new Set<string>(), summaries: new Set<string>() };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      seen.printed.add(root.querySelector(".console-line")?.textContent ?? "");
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
  await expect(pane.lines).toHaveText(['The cow says "Moo!".', 'The pig says "Oink!".', /chicken/]);

  const { printed, summaries } = await read();
  const whole = 'The cow says "Moo!".';
  expect(printed.every((text) => whole.startsWith(text))).toBe(true);
  // Twenty on a machine that has time for every frame.
  expect(printed.length).toBeGreaterThan(4);
  expect(summaries).toEqual(
    expect.arrayContaining(["1 request, running.", "2 requests, running.", "3 requests, running."]),
  );
});

test("10,000 lines do not hold up the page", async ({ page }, { annotations }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.runText('console.log("warm");\n');
  await pane.expectFinished();
  await pane.replaceText('for (let line = 1; line <= 10_000; line += 1) console.log("line", line);\n');
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    const frame = (time: number) => {
      frames.push(time);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await pane.run.click();
  await expect(pane.lines.last()).toHaveText("line 10000");
  await pane.expectFinished();
  const longest = await page.evaluate(() => {
    const { frames } = window as unknown as { frames: number[] };
    return Math.max(...frames.map((time, index) => time - (frames[index - 1] ?? time)));
  });
  annotations.push({ type: "longest frame", description: `${longest.toFixed(1)} ms` });
  // A frozen page takes a second and more; on a busy machine a frame can wait for its turn.
  expect(longest).toBeLessThan(400);
  await expect(pane.lines.last()).toBeInViewport();
  await expect(pane.log.getByRole("button", { name: /earlier lines/ })).toHaveCount(1);
});
