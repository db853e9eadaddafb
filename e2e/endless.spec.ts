// Programs that never end: the deck stays usable, Stop ends them at once, and the pane runs the next one.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { type Deck, openSlide } from "./steps/deck.ts";

const programs = {
  "an endless loop": "while (true) {}\n",
  "an endless loop that awaits": "for (;;) await null;\n",
  "an endless chain of promises":
    "const again = (): Promise<void> => Promise.resolve().then(again);\nagain();\nawait new Promise(() => {});\n",
  "a flood of output": 'for (;;) console.log("x");\n',
};

/** The number of run workers. They are known by their frame, which has no origin. Two of them are spares. */
function runWorkers(page: Page): number {
  return page.workers().filter((worker) => worker.url().startsWith("blob:null/")).length;
}

test("programs that never end are stopped while the deck goes on", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  for (const [name, program] of Object.entries(programs)) {
    await test.step(name, async () => {
      await leaveAndStop(deck, name, program);
      await pane.runText('console.log("alive again");\n');
      await pane.expectFinished();
      await expect(pane.lines).toHaveText(["alive again"]);
    });
  }
  await test.step("Run ends what runs", async () => {
    await pane.runText(programs["an endless loop"]);
    await pane.expectFinished("Running");
    await pane.runText('console.log("the next one");\n');
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["the next one"]);
  });
});

// The time until it has stopped is measured in the bench.
async function leaveAndStop(deck: Deck, name: string, program: string): Promise<void> {
  const { page, pane } = deck;
  await pane.runText(program);
  await pane.expectFinished("Running");
  await expect.poll(() => runWorkers(page)).toBe(3);
  await page.keyboard.press("ArrowLeft");
  await deck.expectSlide("sequential-execution");
  await page.keyboard.press("ArrowRight");
  await deck.expectSlide("sequential-program");
  const isFlood = name.includes("flood");
  // A flood may have reached the output limit by now, or may reach it before the click.
  if (isFlood) await expect(pane.lines.last()).toHaveText(/^x$|^The program was stopped: a run may print/);
  else await pane.expectFinished("Running");
  await pane.stop.click({ force: isFlood });
  await pane.expectFinished(isFlood ? "Stopped after|^Ended by a limit" : "Stopped after");
  await expect.poll(() => runWorkers(page)).toBe(2);
}
