// Panes are independent: texts, results, waits and consoles.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

test("two panes that are visited do not disturb each other", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  await pane.expectEditor();
  const original = await pane.text();
  await pane.setWait(0.5);
  await pane.runText(original.replace('"cow", "pig", "chicken"', '"duck"'));

  // The first pane's program keeps running while the second pane is used.
  await deck.turnTo("race", "ArrowRight");
  await expect(pane.wait).toHaveText("Wait 2 s");
  await expect(pane.lines).toHaveCount(0);
  expect(await pane.text()).not.toContain("duck");
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(['The cow says "Moo!".', 'The pig says "Oink!".', /chicken/]);
  expect(await pane.requests()).toHaveLength(6);

  await deck.turnTo("sequential-program", "ArrowLeft");
  await expect(pane.wait).toHaveText("Wait 0.5 s");
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(['The duck says "Quack!".']);
  expect(await pane.requests()).toHaveLength(1);
  await pane.expectEditor();
  expect(await pane.text()).toContain('["duck"]');

  await deck.turnTo("animals-api", "ArrowLeft");
  await expect(pane.lines).toHaveCount(0);
  await expect(pane.timeline).toContainText("Nothing has run yet");
  await expect(pane.wait).toHaveText("Wait 2 s");
});

test("a far slide is out of the document, but not a pane with something to lose", async ({ page }) => {
  const deck = await openSlide(page, "code-examples");
  const { pane } = deck;
  await pane.runText('console.log("kept");\n');
  await pane.expectFinished();
  const code = (slide: string) => page.locator(`#${slide} .pane-code`);

  await deck.turnTo("sequential-program", "ArrowRight");
  await pane.expectEditor();
  await expect(code("code-examples")).toHaveCount(1);
  await expect(code("race")).toHaveCount(0);
  await deck.turnTo("finish-the-example", "ArrowRight");
  await expect(code("sequential-program")).toHaveCount(0);

  await deck.turnTo("sequential-program", "ArrowLeft");
  await pane.expectEditor();
  await expect(pane.timeline).toContainText("Nothing has run yet");
  await deck.turnTo("code-examples", "ArrowLeft");
  await expect(pane.lines).toHaveText(["kept"]);
});

test("the dial and the tabs of a race decide what is run and shown", async ({ page }) => {
  await test.step("the toy's dial writes the animal into the program and runs it", async () => {
    const { pane, slide } = await openSlide(page, "animals-api");
    await pane.setWait(0.5);
    await slide.getByRole("button", { name: "frog" }).click();
    await expect.poll(() => pane.text()).toContain('const animal = "frog";');
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["200 Ribbit!"]);
    expect((await pane.requests()).map(([animal]) => animal)).toEqual(["frog"]);
  });
  await test.step("in a race the console is that of the tab's program", async () => {
    const { pane } = await openSlide(page, "race");
    await pane.setWait(0);
    await pane.setText('console.log("one after the other");\n');
    await pane.tab("concurrent.ts").click();
    await expect(pane.root.locator(".view-lines")).toContainText("Promise.all");
    await pane.setText('console.log("all at once");\n');
    await pane.run.click();
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["all at once"]);
    await pane.tab("sequential.ts").click();
    await expect(pane.lines).toHaveText(["one after the other"]);
  });
});
