// The deck's address for the people in the room: as a QR code on two slides and in the list of slides.

import type { Page } from "@playwright/test";
import type { Watch } from "./browser/watch.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

/** An address that others could reach. Its files come from the test's own site. */
const host = "http://talk.example/deck/";

async function serveAsHost(page: Page, watch: Watch): Promise<void> {
  watch.own(new URL(host).origin);
  const site = process.env.INTERLEAVE_URL ?? "";
  await page.route(`${host}**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(host, site) });
    await route.fulfill({ response });
  });
}

test("title and closing slide show the address to the room, and the list of slides shows it large", async ({
  page,
  watch,
}) => {
  await serveAsHost(page, watch);
  for (const name of ["title", "thank-you"] as const) {
    const deck = await openSlide(page, name, host);
    await expect(deck.slide.getByRole("img", { name: `QR code of ${host}` })).toBeVisible();
    await expect(deck.slide.getByText("http://talk.example/deck")).toBeVisible();
  }
  await page.keyboard.press("q");
  await page.getByRole("button", { name: "QR code" }).click();
  const sheet = page.getByRole("dialog", { name: "The deck’s address" });
  const code = sheet.getByRole("img", { name: `QR code of ${host}` });
  await expect.poll(async () => (await code.boundingBox())?.width).toBeGreaterThan(400);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
});

test("a deck that only this machine can reach shows no address", async ({ page }) => {
  const deck = await openSlide(page, "title");
  await expect(deck.slide.locator("deck-address")).toBeEmpty();
  await page.keyboard.press("q");
  await expect(page.getByRole("button", { name: "Offline" })).toBeVisible();
  await expect(page.getByRole("button", { name: "QR code" })).toHaveCount(0);
});
