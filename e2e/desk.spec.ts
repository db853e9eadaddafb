// The speaker's desk: a second window that shows the deck, its next step and the notes, and from which all can be done.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { checkDeskKeys, openDesk } from "./steps/desk.ts";

test("S opens the desk, which follows the deck and closes without a trace", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const desk = await openDesk(page);
  await desk.expectSlide("sequential-program");
  await expect(desk.next).toHaveId("subroutine-coroutine");
  await expect(desk.notes).toContainText("the total is the sum of the waits");
  await expect(desk.missing).toHaveText("");

  await page.bringToFront();
  await page.keyboard.press("ArrowRight");
  await deck.expectSlide("subroutine-coroutine");
  await desk.expectSlide("subroutine-coroutine");
  await expect(desk.notes).toContainText("a subroutine is the special case");
  await page.keyboard.press("ArrowLeft");
  await desk.expectSlide("sequential-program");

  await desk.page.close();
  await page.bringToFront();
  await deck.pane.setWait(0);
  await deck.pane.pasteAndRun('console.log("still here");\n');
  await expect(deck.pane.lines).toHaveText(["still here"]);
});

test("what happens in a pane is seen in the desk, which has no editor and runs nothing", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await deck.pane.setWait(0);
  await deck.pane.setText('console.log("Moo");\n');
  await deck.pane.run.click();
  await expect(desk.pane.lines).toHaveText(["Moo"]);
  await expect.poll(() => desk.pane.text()).toBe('console.log("Moo");\n');
  await expect(desk.page.locator(".monaco-editor")).toHaveCount(0);
  expect(desk.page.workers()).toEqual([]);
});

test("the buttons of the desk and of its picture do what they do in the deck", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.pane.setWait(0);
  await expect(deck.pane.wait).toHaveText("Wait 0 s");
  await desk.button("Run").click();
  await deck.pane.expectFinished();
  await expect(desk.pane.lines).toHaveText(await deck.pane.lines.allTextContents());
  await desk.pane.enterAtPrompt("6 * 7");
  await expect(deck.pane.lines.last()).toHaveText("42");
  await desk.button("Next cue").click();
  await expect(deck.pane.root.getByRole("button", { name: "Cues: 1 / 3 played" })).toBeVisible();
  await desk.button("Next").click();
  await deck.expectSlide("example-application");
});

test("keys pressed in the desk reach the deck, wherever the focus is in either", {
  tag: "@everywhere",
}, async ({ page }) => {
  await checkDeskKeys(await openSlide(page, "animals-api"), await openDesk(page));
});
