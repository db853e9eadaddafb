// What is shared: the deck's address for the people in the room, and links to a place with its step and cues.

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
    const code = deck.slide.getByRole("img", { name: `QR code of ${host}` });
    // A fifth of the slide's width: it is read from the last row.
    await expect.poll(async () => (await code.boundingBox())?.width).toBeGreaterThan(1280 / 5);
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

test("a link leads to the step and to the cue that it was copied at", async ({ page }) => {
  const deck = await openSlide(page, "finish-the-example");
  await page.keyboard.press("x");
  await page.keyboard.press("x");
  await expect(deck.pane.root.getByRole("button", { name: "Cues: 2 / 5 played" })).toBeVisible();
  await page.getByRole("button", { name: "All slides" }).click();
  await page.getByRole("button", { name: "Copy link to this place" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#\/finish-the-example\/cue-2$/);
  await test.step("for somebody who has not played it, whatever a chat appends", async () => {
    await page.evaluate(() => localStorage.clear());
    await page.goto("about:blank");
    await page.goto(`${link}?utm_source=chat`);
    await deck.expectSlide("finish-the-example");
    await expect(deck.pane.root.getByRole("button", { name: "Cues: 2 / 5 played" })).toBeVisible();
  });
  await test.step("whoever has typed is asked first", async () => {
    await deck.pane.setText('console.log("mine");\n');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, "#/finish-the-example/cue-1");
    const question = page.getByRole("dialog", { name: "Show what the link leads to?" });
    await question.getByRole("button", { name: "Keep my text" }).click();
    await expect(deck.pane.root.locator(".view-lines")).toContainText("mine");
  });
  await test.step("more cues than there are lead to the last", async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, "#/finish-the-example/cue-99");
    await page.getByRole("button", { name: "Show it" }).click();
    await expect(deck.pane.root.getByRole("button", { name: "Cues: 5 / 5 played" })).toBeVisible();
  });
});

test("the address says the step, and a wrong one shows the nearest", async ({ page }) => {
  const deck = await openSlide(page, "towards-coroutines");
  const shown = deck.slide.locator(".fragment.visible");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/#\/towards-coroutines\/1$/);
  await page.reload();
  await deck.expectSlide("towards-coroutines");
  await expect(shown).toHaveCount(2);
  for (const [step, count] of [
    ["99", 3],
    ["-7", 0],
    ["x", 0],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(`./#/towards-coroutines/${step}`);
    await deck.expectSlide("towards-coroutines");
    await expect(shown).toHaveCount(count);
  }
});
