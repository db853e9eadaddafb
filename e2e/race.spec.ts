// The race: from a fresh profile to two runs on one time axis, with as many animals as the audience chooses.

import { expect, test } from "./fixtures.ts";
import { Deck, openSlide } from "./steps/deck.ts";
import { type Row, seconds } from "./steps/pane.ts";

test.describe("for the first time here", () => {
  test.use({ firstVisit: true });

  test("from the title by keys to the race, which concurrency wins by the number of animals", {
    tag: "@everywhere",
  }, async ({ page }) => {
    await page.goto("./");
    await expect(page.locator(".reveal.ready")).toBeVisible();
    const deck = new Deck(page);
    await deck.expectSlide("title");
    await deck.turnTo("example-application", "Space");
    await expect(deck.slide.locator(".fragment.visible")).toHaveCount(0);
    await page.keyboard.press("Space");
    await deck.expectSlide("example-application");
    await expect(deck.slide.locator(".step .fragment.visible")).toHaveCount(1);
    await deck.turnTo("race", "ArrowRight");

    const { pane } = deck;
    await pane.run.click();
    await pane.expectFinished();
    const rows = await pane.requests();
    expect(rows).toHaveLength(6);
    const [sequential, concurrent] = [rows.slice(0, 3), rows.slice(3)].map((run) => run.map(times));
    if (!sequential || !concurrent) throw new Error("The race has no two runs.");
    // The run's clock records when a reply is ready, however late a busy machine lets the program take it.
    for (const { start, ready } of [...sequential, ...concurrent]) expect(ready - start).toBeCloseTo(2, 1);
    for (const [index, { taken }] of sequential.slice(0, -1).entries()) {
      expect(sequential[index + 1]?.start).toBeGreaterThanOrEqual(taken);
    }
    expect(Math.max(...concurrent.map(({ start }) => start))).toBeLessThan(
      Math.min(...concurrent.map(({ ready }) => ready)),
    );

    const [slow, fast] = [await pane.total("sequential, total"), await pane.total("concurrent, total")];
    expect(slow).toBeGreaterThanOrEqual(6);
    expect(fast).toBeGreaterThanOrEqual(2);
    // A run ends after its last reply is taken; how long after depends on the machine.
    expect(slow).toBeGreaterThanOrEqual(Math.max(...sequential.map(({ taken }) => taken)));
    expect(fast).toBeGreaterThanOrEqual(Math.max(...concurrent.map(({ taken }) => taken)));
    expect(await pane.total("Ratio")).toBeCloseTo(slow / fast, 1);
    // About 3 on a fast machine. A pause of one second makes it 2.
    expect(slow / fast).toBeGreaterThan(1.5);
    expect(slow / fast).toBeLessThan(4);
  });
});

/** The times in a row of the table, in seconds since its run began. */
function times([, , ...cells]: Row): { start: number; ready: number; taken: number } {
  const [start = Number.NaN, ready = Number.NaN, taken = Number.NaN] = cells.map(seconds);
  return { start, ready, taken };
}

test("the row of animals edits the program, and Reset gives the three back", async ({ page }) => {
  const { pane, slide } = await openSlide(page, "race");
  const animal = (name: string) => slide.getByRole("button", { name, exact: true });
  await pane.setWait(0.5);
  for (const name of ["frog", "duck", "horse"]) await animal(name).click();
  await expect(animal("frog")).toHaveAttribute("aria-pressed", "true");
  await pane.run.click();
  await pane.expectFinished();
  const rows = await pane.requests();
  const asked = ["cow", "pig", "chicken", "frog", "duck", "horse"];
  expect(rows.map(([run, name]) => `${run} ${name}`)).toEqual([
    ...asked.map((name) => `sequential ${name}`),
    ...asked.map((name) => `concurrent ${name}`),
  ]);

  await pane.reset.click();
  const question = page.getByRole("dialog", { name: "Reset this pane?" });
  await expect(question.getByRole("button", { name: "Keep my changes" })).toBeFocused();
  await question.getByRole("button", { name: "Keep my changes" }).click();
  await expect(question).toHaveCount(0);
  await expect(animal("frog")).toHaveAttribute("aria-pressed", "true");
  expect(await pane.requests()).toHaveLength(12);

  await pane.reset.click();
  await question.getByRole("button", { name: "Reset" }).click();
  await expect(slide.getByRole("button", { pressed: true })).toHaveCount(3);
  await expect(pane.timeline).toContainText("Nothing has run yet");
  await expect(pane.wait).toHaveText("Wait 2 s");
  await pane.reset.click();
  await expect(question).toHaveCount(0);
});
