// What a speaker does with keys in the speaker's window, while the deck's window shows `animals-api`.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import type { Deck } from "./deck.ts";

/** Presses keys in the speaker's window: after a click into the notes, and after one into the small deck. */
export async function checkSpeakerKeys(deck: Deck, speaker: Page): Promise<void> {
  await deck.pane.enter();
  await speaker.bringToFront();
  await speaker.locator(".speaker-controls-notes .value").click();
  await turnAndBack(deck, speaker);
  await speaker.keyboard.press("b");
  await expect(deck.page.locator(".reveal")).toHaveClass(/\bpaused\b/);
  await speaker.keyboard.press("b");
  await expect(deck.page.locator(".reveal")).not.toHaveClass(/\bpaused\b/);
  await speaker.keyboard.press("Control+Enter");
  await deck.pane.expectFinished();
  await speaker.keyboard.press("?");
  await expect(deck.page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await speaker.keyboard.press("Escape");
  await expect(deck.page.getByRole("dialog")).toHaveCount(0);

  await speaker.locator("#current-slide iframe").click();
  await turnAndBack(deck, speaker);
  await speaker.keyboard.press("x");
  await expect(deck.pane.root.getByRole("button", { name: "Cues: 1 / 3 played" })).toBeVisible();
}

async function turnAndBack(deck: Deck, speaker: Page): Promise<void> {
  await speaker.keyboard.press("PageDown");
  await deck.expectSlide("example-application");
  await speaker.keyboard.press("PageUp");
  await deck.expectSlide("animals-api");
}
