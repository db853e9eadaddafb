// The race: from a fresh profile to two runs on one time axis, with as many animals as the room chooses.

import { Deck, openSlide } from "./deck.ts";
import { expect, test } from "./fixtures.ts";

test("from the title by keys to the race, which concurrency wins by the number of animals", async ({
  page,
}) => {
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
  await pane.setWait(1);
  await pane.run.click();
  await pane.expectFinished();
  expect(await pane.requests()).toHaveLength(6);
  expect(await pane.total("sequential, total")).toBeGreaterThanOrEqual(3);
  expect(await pane.total("concurrent, total")).toBeGreaterThanOrEqual(1);
  expect(await pane.total("concurrent, total")).toBeLessThan(1.2);
  const ratio = await pane.total("Ratio");
  expect(ratio).toBeGreaterThan(2.5);
  expect(ratio).toBeLessThan(3.2);
});

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
  expect(await pane.total("Ratio")).toBeGreaterThan(4.5);
  expect(await pane.total("Ratio")).toBeLessThan(6.5);

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
