// The sheet "Without a network", as somebody uses it who wants to keep the deck.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { openSlide } from "./deck.ts";

/** Opens the sheet from the menu. */
export async function openOfflineSheet(page: Page): Promise<Locator> {
  await page.keyboard.press("q");
  await page.getByRole("button", { name: "Offline" }).click();
  return page.getByRole("dialog", { name: "Without a network" });
}

/** Opens the deck at this address and stores all of it in the browser. */
export async function saveForOffline(page: Page, url: string): Promise<void> {
  await openSlide(page, "title", url);
  const sheet = await openOfflineSheet(page);
  await sheet.getByRole("button", { name: "Save for offline" }).click();
  await expect(sheet.getByRole("status")).toHaveText(
    /The whole deck is stored in this browser \(\d+ files, [\d.]+ MB\)/,
  );
  await sheet.getByRole("button", { name: "Close" }).click();
}
