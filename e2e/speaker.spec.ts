// The speaker view: a window with the notes and two small decks that follow, in which nothing runs.

import { expect, test } from "./fixtures.ts";
import { openSlide, openSpeakerView } from "./steps/deck.ts";
import { checkSpeakerKeys } from "./steps/speaker-keys.ts";

test("S opens the speaker view, which follows the deck and closes without a trace", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const speaker = await openSpeakerView(page);
  await expect(speaker.locator(".speaker-controls-notes .value")).toContainText(
    "the total is the sum of the waits",
  );
  const now = speaker.frameLocator("#current-slide iframe");
  const next = speaker.frameLocator("#upcoming-slide iframe");
  await expect(now.locator("section.present")).toHaveId("sequential-program");
  await expect(next.locator("section.present")).toHaveId("subroutine-coroutine");

  await page.bringToFront();
  await page.keyboard.press("ArrowRight");
  await deck.expectSlide("subroutine-coroutine");
  await expect(now.locator("section.present")).toHaveId("subroutine-coroutine");
  await expect(speaker.locator(".speaker-controls-notes .value")).toContainText(
    "a subroutine is the special case",
  );
  await page.keyboard.press("ArrowLeft");
  await expect(now.locator("section.present")).toHaveId("sequential-program");
  await expect(now.locator("section.present .pane-line").first()).toBeVisible();
  await expect(now.locator(".monaco-editor")).toHaveCount(0);
  await expect(next.locator(".monaco-editor")).toHaveCount(0);

  await speaker.close();
  await page.bringToFront();
  await deck.pane.setWait(0);
  await deck.pane.pasteAndRun('console.log("still here");\n');
  await expect(deck.pane.lines).toHaveText(["still here"]);
});

test("keys pressed in the speaker's window reach the deck, wherever the focus is in either", {
  tag: "@everywhere",
}, async ({ page }) => {
  await checkSpeakerKeys(await openSlide(page, "animals-api"), await openSpeakerView(page));
});
