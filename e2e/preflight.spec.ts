// The preflight sheet, which a speaker opens before the talk.

import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Host } from "./steps/host.ts";
import { saveData } from "./steps/offline-sheet.ts";

const dist = join(import.meta.dirname, "..", "dist");

function sheetOf(page: Page) {
  const sheet = page.getByRole("dialog", { name: "Before the talk" });
  const row = (name: string) =>
    sheet.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
  return { sheet, row, verdict: sheet.getByRole("status") };
}

test("the preflight says what to do, does it, runs all without a network, and is green", async ({
  visitor,
}) => {
  const host = new Host(dist, { base: "/talk/" });
  await host.start();
  const page = await visitor.newPage();
  // Else the files might be stored by themselves before the button is pressed.
  await saveData(page);
  await page.goto(host.url);
  await expect(page.locator(".reveal.ready")).toBeVisible();
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Check before a talk" }).click();
  const { row, verdict, sheet } = sheetOf(page);
  await expect(row("Keys")).toContainText("Press → and ←");
  await page.keyboard.press("PageDown");
  await expect(row("Keys")).toContainText("→ came, ← to come");
  await expect(row("Files")).toContainText("to come", { timeout: 60_000 });
  // The next check is running meanwhile. The button disappears with the focus, but keys are still counted.
  await row("Files").getByRole("button", { name: "Save for offline" }).click();
  await page.keyboard.press("ArrowLeft");
  await expect(row("Keys")).toContainText("→ came, ← came; if yours has them: black to come, F5 to come");
  for (const key of [".", "F5"]) await page.keyboard.press(key);
  await expect(row("Keys")).toContainText("black came, F5 came");
  await expect(row("Files")).toContainText("All stored", { timeout: 90_000 });
  // From here on the server is really gone.
  await host.stop();
  await expect(verdict).toHaveText("Green: the talk can begin.", { timeout: 90_000 });
  await expect(row("Programs")).toContainText(/All \d+ panes ran to their end/);
  await expect(row("No network")).toContainText("opened an editor and ran all panes");
  expect(await sheet.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  await page.reload();
  await expect(row("Keys")).toContainText("Press → and ←");
  await expect(row("Threads")).toContainText("The page is isolated");
  await page.keyboard.press("Escape");
  await expect(page.locator("section.present")).toHaveId("title");
  await expect(page).toHaveURL(/#\/title$/);
  // The browser's Back button leaves the sheet, too.
  await page.evaluate(() => {
    location.hash = "#/preflight";
  });
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/#\/title$/);
});

test("the preflight tries the speaker's desk, and gives advice on what it cannot know", async ({ page }) => {
  await openSlide(page, "title");
  await page.evaluate(() => {
    location.hash = "#/preflight";
  });
  const { row } = sheetOf(page);
  await expect(row("Two screens")).toContainText("do not mirror it");
  await expect(row("Quiet")).toContainText("Turn the sound off");
  await expect(row("Quiet").getByRole("img")).toHaveAccessibleName("look yourself");
  const desk = page.context().waitForEvent("page");
  await row("Desk").getByRole("button", { name: "Open the desk" }).click();
  await (await desk).locator("#desk-present section.present").waitFor();
  await page.bringToFront();
  await expect(row("Desk")).toContainText("The speaker’s desk is open.");
});
