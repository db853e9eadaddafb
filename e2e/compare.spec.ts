// Compares runs: with kept ones, and with a guess.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";
import { Story } from "./steps/story.ts";
import { cellsOf, Timeline } from "./steps/timeline.ts";

function program(calls: string): string {
  return `const farm = "http://www.ericappelt.com/animals";

async function speak(animal: string) {
  const reply = await fetch(\`\${farm}/\${animal}\`);
  console.log(animal, await reply.text());
}

${calls}
`;
}

const sequential = program('for (const animal of ["cow", "pig", "duck"]) await speak(animal);');
const concurrent = program('await Promise.all(["duck", "pig", "cow"].map(speak));');

/** The duration of the newest run, in milliseconds. */
async function totalOf(pane: Pane): Promise<number> {
  return Number((await Story.of(pane)).facts("run-end")[0]?.t);
}

test("runs are compared with one that is kept, and with what was guessed", async ({ page }) => {
  await test.step("a run is kept, and the next ones are compared with it", async () => {
    const deck = await openSlide(page, "sequential-program");
    const { pane } = deck;
    const timeline = new Timeline(pane);
    const runs = async () => (await cellsOf(timeline.requests)).map(([run]) => run);
    await pane.setWait(0.5);
    await pane.runText(sequential);
    await pane.expectFinished();
    const slow = await totalOf(pane);
    await page.keyboard.press("c");
    await pane.runText(concurrent);
    await pane.expectFinished();
    const fast = await totalOf(pane);
    await expect.poll(runs).toEqual([..."AAABBB"]);
    const difference = `${((slow - fast) / 1000).toFixed(2)}\u00a0s`;
    const ratio = `${(slow / fast).toFixed(2)}× faster`;
    await expect(timeline.totals("Ratio")).toHaveText([`B: ${ratio}`]);
    await expect(timeline.figure).toHaveAccessibleDescription(
      new RegExp(`^A: 3 coroutines.* B: 3 coroutines.* B took ${difference} less than A: ${ratio}\\.$`),
    );

    const lines = ["duck Quack!", "pig Oink!", "cow Moo!"];
    await expect(pane.lines).toHaveText(lines);
    await timeline.lane("A").click();
    await expect(pane.lines).toHaveText(lines.toReversed());
    await timeline.lane("B").click();
    await expect(pane.lines).toHaveText(lines);

    await timeline.use("Keep this run");
    await timeline.use("Predict the end");
    await page.keyboard.press("Home");
    await pane.run.click();
    await expect.poll(runs).toEqual([..."AAABBBCCC"]);
    await pane.expectFinished();
    await expect(timeline.totals("Ratio")).toHaveText([/^B: .* faster$/, /^C: .* faster$/]);
    await expect(timeline.totals("C, guess")).toHaveText([/^expected 0\sms, \d.* too short$/]);
    await timeline.use("Let go of kept runs");
    await expect.poll(runs).toEqual(["duck", "pig", "cow"]);
    await expect(timeline.totals("Ratio")).toHaveCount(0);
    await expect(pane.lines).toHaveText(lines);
    await deck.expectSlide("sequential-program");
  });
  await test.step("who says beforehand when a run will end is told how far off that was", async () => {
    const { pane } = await openSlide(page, "animals-api");
    const timeline = new Timeline(pane);
    const question = pane.root.getByRole("group", { name: "When will it end?" });
    const slider = question.getByRole("slider");
    await pane.setWait(0.5);
    await timeline.use("Predict the end");
    await expect(slider).toBeFocused();
    await page.keyboard.press("Home");
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "0.30\u00a0s");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(question).toBeHidden();
    await pane.expectFinished();
    const off = `${(((await totalOf(pane)) - 300) / 1000).toFixed(2)}\u00a0s`;
    await expect(timeline.totals("Guess")).toHaveText([`expected 0.30\u00a0s, ${off} too short`]);

    await timeline.use("Predict the end");
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toBeHidden();
    await expect(timeline.totals("Guess")).toHaveCount(0);
  });
});
