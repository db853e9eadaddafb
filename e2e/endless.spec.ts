// Programs that never end: the deck goes on, Stop ends them at once, and the pane runs the next one.

import type { Page } from "@playwright/test";
import { openSlide, type SlideName } from "./deck.ts";
import { expect, test } from "./fixtures.ts";

const programs = {
  "an endless loop": "while (true) {}\n",
  "an endless loop that awaits": "for (;;) await null;\n",
  "an endless chain of promises":
    "const again = (): Promise<void> => Promise.resolve().then(again);\nagain();\nawait new Promise(() => {});\n",
  "a flood of output": 'for (;;) console.log("x");\n',
};

/** Lets the page take the times itself: of events and of the changes that follow them. */
async function takeTimes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Record<string, number> = {};
    Object.assign(window, { times });
    document.addEventListener("keydown", () => Object.assign(times, { key: performance.now() }), true);
    document.addEventListener("click", () => Object.assign(times, { click: performance.now() }), true);
    const pane = document.querySelector("section.present live-pane");
    new MutationObserver(() => Object.assign(times, { state: performance.now() })).observe(pane as Element, {
      attributeFilter: ["data-state"],
    });
    new MutationObserver(() => Object.assign(times, { slide: performance.now() })).observe(
      document.querySelector(".slides") as Element,
      { attributeFilter: ["class"], subtree: true },
    );
  });
}

async function elapsed(page: Page, from: string, to: string): Promise<number> {
  const times = await page.evaluate(() => (window as unknown as { times: Record<string, number> }).times);
  return (times[to] ?? Number.NaN) - (times[from] ?? Number.NaN);
}

for (const [name, program] of Object.entries(programs)) {
  test(`${name} is stopped while the deck goes on`, async ({ page }, { annotations }) => {
    const note = (type: string, time: number) =>
      annotations.push({ type, description: `${time.toFixed(1)} ms` });
    const deck = await openSlide(page, "sequential-program");
    const { pane } = deck;
    await pane.runText(program);
    await pane.expectFinished("Running");
    await takeTimes(page);

    await pane.stop.click();
    await pane.expectFinished("Stopped after");
    const time = await elapsed(page, "click", "state");
    note("Stop to stopped", time);
    expect(time).toBeGreaterThanOrEqual(0);
    expect(time).toBeLessThan(200);

    await pane.run.click();
    await pane.expectFinished("Running");
    const turns: [string, SlideName][] = [
      ["ArrowLeft", "sequential-execution"],
      ["ArrowRight", "sequential-program"],
    ];
    for (const [key, slide] of turns) {
      await page.keyboard.press(key);
      await deck.expectSlide(slide);
      const time = await elapsed(page, "key", "slide");
      note(`${key} to slide`, time);
      expect(time).toBeLessThan(1000);
    }
    // A flood may by now have come to the limit of what a run may print.
    if (name.includes("flood")) await expect(pane.lines.last()).toHaveText("x");
    else await pane.expectFinished("Running");

    await pane.runText('console.log("alive again");\n');
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["alive again"]);
  });
}
