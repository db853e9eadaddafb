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

/** Makes the browser save data, as its visitor may ask it to. Then it stores only what the visitor asks for. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) });
  });
}

/** Opens the deck at this address and stores all of it in the browser, by the button. */
export async function saveForOffline(page: Page, url: string): Promise<void> {
  await saveData(page);
  await openSlide(page, "title", url);
  const sheet = await openOfflineSheet(page);
  await sheet.getByRole("button", { name: "Save for offline" }).click();
  await expect(sheet.getByRole("status")).toHaveText(
    /The whole deck is stored in this browser \(\d+ files, [\d.]+ MB\)/,
  );
  await sheet.getByRole("button", { name: "Close" }).click();
}
