// The bar at the foot: what a person with a mouse looks for, and what must not be in anybody's way.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

function bar(page: Page) {
  return page.getByRole("toolbar", { name: "The talk" });
}

async function toFoot(page: Page): Promise<void> {
  await page.mouse.move(640, 500);
  await page.mouse.move(640, 700);
  await expect(bar(page)).toHaveCSS("opacity", "1");
}

test("a mouse at the foot finds all that turns the slides, and the bar goes when the mouse does", async ({
  page,
}) => {
  const deck = await openSlide(page, "race");
  await expect(bar(page)).toHaveCSS("opacity", "0");
  await toFoot(page);
  await expect(bar(page)).toContainText("15 / 61");
  await bar(page).getByRole("button", { name: "Next" }).click();
  await deck.expectSlide("road");
  await expect(bar(page)).toContainText("16 / 61");
  await bar(page).getByRole("button", { name: "Back" }).click();
  await deck.expectSlide("race");
  // The keys still turn slides: the press has not taken the focus.
  await page.keyboard.press("Space");
  await deck.expectSlide("road");
  await bar(page).getByRole("button", { name: "List of slides" }).click();
  await expect(page.getByRole("dialog", { name: "All slides" })).toBeVisible();
  await page.keyboard.press("Escape");
  await bar(page).getByRole("button", { name: "Draw and point" }).click();
  await expect(page.getByRole("toolbar", { name: "Pointing and drawing" })).toBeVisible();
  await bar(page).getByRole("button", { name: "Full screen" }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await page.mouse.move(640, 300);
  await expect(bar(page)).toHaveCSS("opacity", "0");
});

test("the keyboard finds the bar, too", async ({ page }) => {
  await openSlide(page, "thanks");
  await page.keyboard.press("Shift+Tab");
  await expect(bar(page).getByRole("button", { name: "desk" })).toBeFocused();
  await expect(bar(page)).toHaveCSS("opacity", "1");
});

test("the bar covers no control of any slide", async ({ page }) => {
  const deck = await openSlide(page, "title");
  const covered: string[] = [];
  for (const name of deck.names) {
    await page.evaluate((slide) => {
      location.hash = `/${slide}`;
    }, name);
    await expect(deck.slide).toHaveId(name);
    const found = await deck.slide.evaluate((slide) => {
      const foot = document.querySelector(".foot-bar")?.getBoundingClientRect();
      const controls = [...slide.querySelectorAll("button, a, input, select, [tabindex='0'], .pane-areas")];
      const isUnder = ({ top, bottom, left, right, width }: DOMRect) =>
        foot &&
        width > 0 &&
        bottom > foot.top + 1 &&
        top < foot.bottom &&
        right > foot.left &&
        left < foot.right;
      return controls
        .filter((each) => isUnder(each.getBoundingClientRect()))
        .map(({ className }) => className);
    });
    covered.push(...found.map((each) => `${name}: ${each}`));
  }
  expect(covered).toEqual([]);
});

test("a mouse that draws to the foot does not call the bar", async ({ page }) => {
  await openSlide(page, "title");
  await page.keyboard.press("4");
  await expect(page.locator(".ink[data-tool=pen]")).toHaveCount(1);
  await page.mouse.move(640, 300);
  await page.mouse.down();
  await page.mouse.move(640, 700, { steps: 5 });
  await expect(page.locator(".ink-strokes path")).toHaveCount(1);
  await expect(bar(page)).toHaveCSS("opacity", "0");
  await page.mouse.up();
});
