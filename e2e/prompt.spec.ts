// The prompt: continues a program by hand after it has run, and while it waits.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Story } from "./steps/story.ts";

test("a generator is driven by hand, and an endless entry is ended", async ({ page }) => {
  await test.step("a generator is driven by hand, and each hand-over is traced", async () => {
    const { pane } = await openSlide(page, "improved-generators");
    await pane.run.click();
    await pane.expectFinished();
    await page.keyboard.press("i");
    await expect(pane.prompt).toBeFocused();
    await pane.enterAtPrompt("const mine = footrace()");
    await pane.enterAtPrompt("mine.next().value");
    await expect(pane.lines.last()).toHaveText('"On your marks."');
    await pane.enterAtPrompt('mine.next("fault").value');
    await expect(pane.lines.last()).toHaveText('"On your marks."');
    await pane.enterAtPrompt("mine.next().value");
    await expect(pane.lines.last()).toHaveText('"Set."');
    await pane.enterAtPrompt('mine.throw(new Error("rain"))');
    await expect(pane.lines.last()).toContainText("Error: rain");
    await pane.enterAtPrompt("mine.next()");
    await expect(pane.lines.last()).toContainText("done: true");

    const story = await Story.of(pane);
    const generator = story.tasks("footrace").at(-1);
    if (!generator) throw new Error("No footrace was traced.");
    const prompts = story.facts("task-start").filter(({ taskKind }) => taskKind === "prompt");
    expect(generator.parent).toBe(prompts[0]?.task);
    const resumed = story.facts("task-resume").filter(({ task }) => task === generator.task);
    const callers = prompts.slice(1, 5).map(({ task }) => ({ kind: "task", task }));
    expect(resumed.map(({ by }) => by)).toEqual(callers);
    expect(resumed.map(({ thrown }) => thrown)).toEqual([false, false, false, true]);
    expect(story.suspensions(generator.task).map(({ wait }) => wait.kind)).toEqual([
      "caller",
      "caller",
      "caller",
    ]);
    expect(story.ends([generator])).toEqual(["threw"]);
  });
  await test.step("an endless entry ends by Ctrl+C, and the deck goes on", async () => {
    const { pane } = await openSlide(page, "improved-generators");
    await pane.run.click();
    await pane.expectFinished();
    await pane.enterAtPrompt("while (true) {}");
    await pane.prompt.focus();
    await page.keyboard.press("Control+c");
    await expect(pane.lines.last()).toContainText("Stopped, and the program's names with it.");
    // The next entry runs the program again, and Stop ends what it leaves running.
    await pane.enterAtPrompt('setInterval(() => console.log("tick"), 50); 0');
    await expect(pane.log).toContainText("tick");
    await pane.stop.click();
    await expect(pane.stop).toHaveAttribute("aria-disabled", "true");
    const { length: ticks } = await pane.lines.all();
    await pane.enterAtPrompt("count.next().value");
    await expect(pane.lines.last()).toHaveText("2");
    expect(ticks).toBeGreaterThan(0);
    await pane.enterAtPrompt("race.next().value");
    await expect(pane.lines.last()).toHaveText('"Set."');
  });
});

test("values open, names of the program are there, and its functions see new ones", async ({ page }) => {
  await test.step("values open, and what is inside is not run", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.setWait(0);
    await pane.run.click();
    await pane.expectFinished();
    await pane.enterAtPrompt(
      'class Farm { animals = ["cow", "pig"]; get price() { throw new Error("asked"); } }; const farm = new Farm(); Object.defineProperty(farm, "danger", { enumerable: true, get() { throw new Error("asked"); } }); farm',
    );
    const value = pane.lines.last().getByRole("button");
    await expect(value).toContainText("Farm {");
    await value.press("Enter");
    await expect(pane.lines.last()).toContainText("danger");
    await expect(pane.lines.last()).toContainText("(getter)");
    await expect(pane.log).not.toContainText("asked at");
  });
  await test.step("names of the program are there, may be declared again, and its functions see it", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.setWait(0);
    await pane.setText(`const sound = "Moo!";
function speak() {
  return sound.repeat(2);
}
console.log(speak());
`);
    await pane.run.click();
    await pane.expectFinished();
    await pane.enterAtPrompt("speak()");
    await expect(pane.lines.last()).toHaveText('"Moo!Moo!"');
    await pane.enterAtPrompt('const sound: string = "Oink!"');
    await pane.enterAtPrompt("speak()");
    await expect(pane.lines.last()).toHaveText('"Oink!Oink!"');
    await pane.enterAtPrompt("_.length");
    await expect(pane.lines.last()).toHaveText("10");
    await pane.enterAtPrompt("const x = await Promise.resolve(20)");
    await pane.enterAtPrompt("x + 1");
    await expect(pane.lines.last()).toHaveText("21");
    await pane.enterAtPrompt("x.y.z");
    await expect(pane.lines.last()).toContainText("TypeError");
    await expect(pane.lines.last()).toContainText("prompt");
    await pane.lines
      .last()
      .getByRole("button", { name: /^prompt/ })
      .click();
    await expect(pane.prompt).toHaveValue("x.y.z");
    await expect(pane.prompt).toBeFocused();
    await page.keyboard.press("Control+c");
    await expect(pane.prompt).toHaveValue("");
    await pane.enterAtPrompt("const =");
    await expect(pane.lines.last()).toContainText(/expected|unexpected/i);
  });
});

test("the history comes back with arrow keys, several lines are one entry, Tab completes", {
  tag: "@everywhere",
}, async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  await pane.prompt.focus();
  await page.keyboard.type("function twice(n: number) {");
  await page.keyboard.press("Enter");
  await expect(pane.prompt).toHaveValue(/\{\n/);
  await page.keyboard.type("return n * 2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("}");
  await page.keyboard.press("Enter");
  await expect(pane.prompt).toHaveValue("");
  await page.keyboard.type("twi");
  await page.keyboard.press("Tab");
  await expect(pane.prompt).toHaveValue("twice");
  await page.keyboard.type("(21)");
  await page.keyboard.press("Enter");
  await expect(pane.lines.last()).toHaveText("42");
  await page.keyboard.press("ArrowUp");
  await expect(pane.prompt).toHaveValue("twice(21)");
  await page.keyboard.press("ArrowUp");
  await expect(pane.prompt).toHaveValue(/^function twice/);
  await page.keyboard.press("Escape");
  await expect(pane.prompt).not.toBeFocused();

  // The entries and their results are still there after a reload.
  await page.reload();
  await expect(pane.lines.last()).toHaveText("42");
  await pane.prompt.focus();
  await page.keyboard.press("ArrowUp");
  await expect(pane.prompt).toHaveValue("twice(21)");
});

test("an entry that is made while the program waits may wait for ever", async ({ page }) => {
  await test.step("the prompt works while the program waits, and lets go of what never ends", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.setWait(10);
    await pane.run.click();
    await expect(pane.status).toHaveText("Running…");
    await pane.enterAtPrompt("animals.length + 400");
    await expect(pane.log).toContainText("403");
    await pane.enterAtPrompt("await new Promise(() => {})");
    await pane.prompt.focus();
    await page.keyboard.press("Control+c");
    await expect(pane.log).toContainText("Stopped waiting.");
    await pane.enterAtPrompt("farm.length + 500");
    await expect(pane.log).toContainText("533");
    await pane.stop.click();
    await pane.expectFinished("Stopped");
  });
  await test.step("an entry that waits for ever does not keep the program from ending", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.setWait(1);
    await pane.run.click();
    await expect(pane.status).toHaveText("Running…");
    await pane.enterAtPrompt("await new Promise(() => {})");
    await pane.expectFinished();
    await expect(pane.stop).toHaveAttribute("aria-disabled", "false");
    await pane.stop.click();
    await expect(pane.log).toContainText("Stopped waiting.");
  });
});
