// The show as a clicker or the keys begin it: the full screen, the black screen, and the screen that stays on.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { withCues } from "./steps/clicker.ts";
import { openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";

/** Typing takes no time, so that a story is over soon. Stories of typing ask for motion. */
test.use({ reducedMotion: "reduce" });

/** Says in a window that it is hidden, or visible again. */
function show(window: Page, state: DocumentVisibilityState): Promise<void> {
  return window.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

test("the buttons for black and for the show work: B, the full stop, F5 and Shift+F5", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await withCues(page, "race");
  const black = page.locator(".reveal.paused .pause-overlay");
  for (const key of [".", "b"]) {
    await page.keyboard.press(key);
    await expect(black).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.locator(".reveal.paused")).toHaveCount(0);
  }
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await page.keyboard.press("Shift+F5");
  await expect.poll(isFull).toBe(true);
  await deck.expectSlide("race");
  // A second press must neither reload nor lead away.
  await page.keyboard.press("F5");
  await deck.expectSlide("race");
  await page.evaluate(() => document.exitFullscreen());
  await page.keyboard.press("F5");
  await expect.poll(isFull).toBe(true);
  await deck.expectSlide("title");
  await page.evaluate(() => document.exitFullscreen());
});

test.describe("with locks of the screen that a test can count", () => {
  // The init script stays in its context.
  test.use({ firstVisit: true });

  test("while the desk is open F5 begins the show, and the screen stays on in both windows", async ({
    page,
    context,
  }) => {
    await context.addInitScript(() => {
      // Headless browsers give no lock, and hide no page. Others take the lock of a page that is hidden.
      let asked = 0;
      const { wakeLock } = navigator;
      if (!wakeLock) return;
      wakeLock.request = async () => {
        asked += 1;
        document.documentElement.dataset.awake = String(asked);
        const lock = new EventTarget();
        const release = async () => void lock.dispatchEvent(new Event("release"));
        return Object.assign(lock, { release }) as unknown as WakeLockSentinel;
      };
    });
    const deck = await openSlide(page, "race");
    const awake = (window: Page) => expect(window.locator("html"));
    await awake(page).not.toHaveAttribute("data-awake");
    const desk = await openDesk(page);
    await desk.expectSlide("race");
    await awake(desk.page).toHaveAttribute("data-awake", "1");
    for (const state of ["hidden", "visible"] as const) await show(desk.page, state);
    await awake(desk.page).toHaveAttribute("data-awake", "2");
    await page.bringToFront();
    await page.keyboard.press("Shift+F5");
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await deck.expectSlide("race");
    await awake(page).toHaveAttribute("data-awake", "1");
    await page.evaluate(() => document.exitFullscreen());
  });
});

test("F5 in the desk begins the show in the deck's window, and during the show leads nowhere", async ({
  page,
}) => {
  const deck = await openSlide(page, "race");
  const desk = await openDesk(page);
  await desk.expectSlide("race");
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await desk.page.locator("#desk-head").click();
  await desk.page.keyboard.press("F5");
  await deck.expectSlide("title");
  await expect.poll(isFull).toBe(true);
  await desk.page.keyboard.press("PageDown");
  await deck.expectSlide("thanks");
  await desk.page.keyboard.press("F5");
  await desk.page.keyboard.press("PageDown");
  // The step of the same slide comes after both keys.
  await expect(page.locator("section.present .fragment.visible")).toHaveCount(1);
  await deck.expectSlide("thanks");
  await page.evaluate(() => document.exitFullscreen());
});

test("without the switch F5 is the browser's key", async ({ page }) => {
  await openSlide(page, "title");
  await page.evaluate(() =>
    addEventListener("keydown", ({ key, defaultPrevented }) => {
      document.title = `${key}: ${defaultPrevented ? "taken" : "left to the browser"}`;
    }),
  );
  await page.keyboard.press("F5");
  await expect(page).toHaveTitle("F5: left to the browser");
});
