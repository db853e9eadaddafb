// Steps with a clicker.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { type Deck, openSlide, type slideNames } from "./deck.ts";

/** Opens the deck at a slide, with cues as steps. */
export async function withCues(page: Page, slide: (typeof slideNames)[number]): Promise<Deck> {
  const deck = await openSlide(page, slide);
  await page.keyboard.press("w");
  await expect(page.getByText("→ plays the cues")).toBeVisible();
  return deck;
}
