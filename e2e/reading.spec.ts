// The reading page scrolls by every means that a reader has: wheel, keys, finger.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

async function openReadingPage(page: Page): Promise<void> {
  await page.goto("./?view=scroll");
  await expect(page.locator(".reveal.ready")).toBeVisible();
  await expect(page.locator("#title")).toHaveClass(/\bpresent\b/);
}

/** Waits until nothing scrolls. Chromium may lose a key that comes while so long a page scrolls. */
async function expectRest(page: Page): Promise<void> {
  const scrolled = () =>
    page.evaluate(async () => {
      const before = scrollY;
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
      return scrollY - before;
    });
  await expect.poll(scrolled).toBe(0);
}

test("the wheel, PageDown, End and Home scroll the reading page", { tag: "@everywhere" }, async ({
  page,
}) => {
  await openReadingPage(page);
  await page.mouse.move(640, 300);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("PageDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 300);
  await expectRest(page);
  await page.keyboard.press("End");
  await expect(page.locator("#towards-coroutines + aside.notes")).toBeInViewport();
  await expect(page).toHaveURL(/#\/towards-coroutines$/);
  await expect(page).toHaveTitle(/^.+ · A Brief Introduction/);
  await expectRest(page);
  await page.keyboard.press("Home");
  await expect(page.locator("#title")).toHaveClass(/\bpresent\b/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test.describe("zoomed to 200 %", () => {
  test.use({ viewport: { width: 640, height: 350 }, deviceScaleFactor: 2 });

  test("the deck offers the reading page, whose text is twice as large as without zoom", async ({ page }) => {
    // No tool of a browser zooms as a person does: it changes only the window's inner size.
    await page.addInitScript(() => Object.assign(window, { outerWidth: 1280, outerHeight: 780 }));
    await page.goto("./#/race");
    await expect(page.getByRole("status").filter({ hasText: "zoom does not enlarge them" })).toBeVisible();
    await page.getByRole("button", { name: "Read as one page" }).click();
    await expect(page.locator("#race")).toHaveClass(/\bpresent\b/);
    await expect(page).toHaveURL(/view=scroll#\/race$/);
    const scale = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--reading-scale"));
    expect(Number(await scale())).toBeCloseTo(1, 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger scrolls the reading page, also where it starts on code", async ({ page }) => {
    await openReadingPage(page);
    await swipeUp(page, 600);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    await page.goto("./?view=scroll#/sequential-program");
    await expect(page.locator("#sequential-program")).toHaveClass(/\bpresent\b/);
    const box = await page.locator("#sequential-program .pane-text:visible").boundingBox();
    const before = await page.evaluate(() => scrollY);
    await swipeUp(page, Math.min(800, (box?.y ?? 0) + (box?.height ?? 0) / 2));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 200);
  });
});

/** Swipes up by 400 px as a finger does. Only Chromium can be told to. */
async function swipeUp(page: Page, from: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...ys: readonly number[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: ys.map((y) => ({ x: 195, y })) });
  await touch("touchStart", from);
  for (let moved = 20; moved <= 400; moved += 20) await touch("touchMove", from - moved);
  await touch("touchEnd");
  await session.detach();
}
