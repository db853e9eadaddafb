// Edits: typed by hand, run, kept over slide changes and reloads, and discarded only after a question.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

test("a longer list of animals makes as many requests, is kept, and can be given up", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  const question = page.getByRole("dialog");
  await pane.setWait(0.5);
  await pane.expectEditor();
  const original = await pane.text();

  await pane.find('"chicken"');
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(', "frog"');
  await expect.poll(() => pane.text()).toBe(original.replace('"chicken"', '"chicken", "frog"'));
  await pane.run.click();
  await pane.expectFinished();
  expect((await pane.requests()).map(([animal]) => animal)).toEqual(["cow", "pig", "chicken", "frog"]);
  await expect(pane.log).toContainText('The frog says "Ribbit!".');

  await pane.page.keyboard.press("ArrowRight");
  await deck.expectSlide("subroutine-coroutine");
  await deck.turnTo("race", "ArrowRight");
  await deck.turnTo("sequential-program", "ArrowLeft");
  await expect(pane.log).toContainText('The frog says "Ribbit!".');
  expect(await pane.requests()).toHaveLength(4);
  // reveal.js writes the address at most once a second.
  await expect(page).toHaveURL(/#\/sequential-program$/);
  await page.reload();
  await pane.expectEditor();
  await expect(pane.root.locator(".view-lines")).toContainText('"frog"');
  expect(await pane.text()).toContain('"chicken", "frog"]');
  await expect(pane.wait).toHaveText("Wait 0.5 s");
  await expect(pane.log).toContainText('The frog says "Ribbit!".');
  expect(await pane.requests()).toHaveLength(4);

  await pane.reset.click();
  await question.getByRole("button", { name: "Reset" }).click();
  await expect.poll(() => pane.text()).toBe(original);
  await pane.reset.click();
  await expect(question).toHaveCount(0);
  await page.reload();
  await pane.expectEditor();
  expect(await pane.text()).toBe(original);
  await expect(pane.timeline).toContainText("Nothing has run yet");
});

test("an edit that is undone by hand is nothing to lose", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api");
  await pane.enter();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("x");
  await pane.reset.click();
  const question = page.getByRole("dialog", { name: "Reset this pane?" });
  await expect(question).toContainText("api.ts");
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  expect(await pane.text()).toMatch(/x$/);
  await pane.enter();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Backspace");
  await pane.reset.click();
  await expect(question).toHaveCount(0);
});

test("what two windows type into the same pane is both kept, said, and offered", async ({
  page,
  context,
}) => {
  const { pane } = await openSlide(page, "animals-api");
  const { pane: other } = await openSlide(await context.newPage(), "animals-api");
  const original = await other.text();
  for (const [each, text] of [
    [pane, "/* quack */"],
    [other, "/* neigh */"],
  ] as const) {
    await each.page.bringToFront();
    await each.enter();
    await each.page.keyboard.press("ControlOrMeta+Home");
    await each.page.keyboard.insertText(text);
    await expect.poll(() => each.text()).toBe(text + original);
  }
  await expect(other.log).toContainText("changed in two windows");

  await page.bringToFront();
  await page.reload();
  await pane.expectEditor();
  expect(await pane.text()).toBe(`/* neigh */${original}`);
  await pane.log.getByRole("button", { name: "Show the other" }).click();
  await expect.poll(() => pane.text()).toBe(`/* quack */${original}`);
  await expect(pane.root.locator(".view-lines")).toContainText("/* quack */");
  await pane.log.getByRole("button", { name: "Keep only this one" }).click();
  await expect(pane.log).not.toContainText("two windows");
  await page.reload();
  await pane.expectEditor();
  expect(await pane.text()).toBe(`/* quack */${original}`);
});

test("the browser's key to save a page says that nothing has to be saved", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api");
  await pane.enter();
  await page.evaluate(() => {
    const note = (event: KeyboardEvent) =>
      setTimeout(() =>
        document.body.append(`${event.key} ${event.defaultPrevented ? "is ours" : "is free"}`),
      );
    addEventListener("keydown", note, { capture: true });
  });
  await page.keyboard.press("ControlOrMeta+s");
  await expect(pane.log).toContainText("Nothing has to be saved");
  await pane.expectFocused();
  await expect(page.locator("body")).toContainText("s is ours");
});
