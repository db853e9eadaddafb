// Stories of somebody who reads the deck alone: notes beside the slide, the menu of slides, and all slides as one page;
// by keys and by touch.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Pane } from "./steps/pane.ts";

/** In pixels: reveal.js rounds its scale to hundredths. */
const rounding = 4;

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

function menuOf(page: Page): Locator {
  return page.getByRole("dialog", { name: "All slides" });
}

function notesOf(page: Page): Locator {
  return page.getByRole("group", { name: "Notes of this slide" });
}

test("notes are shown beside the slide, and slides are found by what is in them", async ({ page }) => {
  await test.step("D shows the notes beside the slide, which follow it, until D hides them", async () => {
    const deck = await openSlide(page, "sequential-program");
    const notes = notesOf(page);
    await expect(notes).toBeHidden();
    await page.keyboard.press("d");
    await expect(notes).toContainText("the total is the sum of the waits");
    const [slide, panel] = [await deck.slide.boundingBox(), await notes.boundingBox()];
    expect((slide?.x ?? 0) + (slide?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + rounding);
    await page.keyboard.press("ArrowRight");
    await deck.expectSlide("subroutine-coroutine");
    await expect(notes.getByRole("heading")).toHaveText("Subroutine / coroutine");
    // In the notes, the arrow keys scroll.
    await notes.focus();
    await page.keyboard.press("ArrowDown");
    await deck.expectSlide("subroutine-coroutine");
    await page.reload();
    await expect(notes.getByRole("heading")).toHaveText("Subroutine / coroutine");
    await page.keyboard.press("d");
    await expect(notes).toBeHidden();
    await deck.expectUndisturbed();
  });
  await test.step("Q lists all slides, finds one by its code, and goes there", async () => {
    const deck = await openSlide(page, "animals-api");
    const menu = menuOf(page);
    await page.keyboard.press("q");
    await expect(menu.getByRole("combobox", { name: "Find a slide" })).toBeFocused();
    await expect(menu.getByRole("option", { selected: true })).toContainText("The animals API");
    await expect(menu.locator("[aria-current]")).toContainText("The animals API");
    await page.keyboard.press("ArrowDown");
    await expect(menu.getByRole("option", { selected: true })).toContainText("Example application");
    await page.keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
    await deck.expectSlide("animals-api");
    await deck.expectUndisturbed();
    await page.keyboard.press("q");
    await page.keyboard.type("animals.map(");
    await expect(menu.getByRole("group", { name: "Concurrency" }).getByRole("option").first()).toContainText(
      "the race",
    );
    await page.keyboard.press("Enter");
    await expect(menu).toHaveCount(0);
    await deck.expectSlide("race");
    await page.keyboard.press("q");
    await page.keyboard.type("unicorns at noon");
    await expect(menu.getByRole("status")).toHaveText("No slide has this.");
    await expect(menu.getByRole("option")).toHaveCount(0);
  });
});

test.describe("on a phone", () => {
  test.use(phone);

  test("a finger opens the menu, goes to a slide, and shows its notes below it", async ({ page }) => {
    const deck = await openSlide(page, "race");
    const open = page.getByRole("button", { name: "All slides" });
    await open.tap();
    await expect(menuOf(page).getByRole("combobox")).not.toBeFocused();
    await menuOf(page).getByRole("option", { name: "Generator functions" }).tap();
    await deck.expectSlide("generator-functions");
    await open.tap();
    await menuOf(page).getByRole("button", { name: "Notes" }).tap();
    await expect(notesOf(page)).toContainText("Milestone 2");
    const [slide, panel] = [await deck.slide.boundingBox(), await notesOf(page).boundingBox()];
    expect((slide?.y ?? 0) + (slide?.height ?? 0)).toBeLessThanOrEqual((panel?.y ?? 0) + rounding);
    await page.getByRole("button", { name: "Close the notes" }).tap();
    await expect(notesOf(page)).toBeHidden();
  });

  test("all slides are one page on request, in which code is edited and run", async ({ page }) => {
    await page.goto("./?view=scroll#/sequential-program");
    const slide = page.locator("#sequential-program");
    await expect(slide).toHaveClass(/\bpresent\b/);
    await expect(slide.getByRole("heading")).toBeInViewport();
    await expect(page.locator("#sequential-program + aside.notes")).toContainText("the sum of the waits");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const pane = new Pane(slide.locator("live-pane"));
    await expect(page.locator(".monaco-editor")).toHaveCount(0);
    await pane.root.locator(".pane-text:visible").tap();
    await pane.expectEditor();
    await pane.pasteAndRun('console.log("read and run");\n');
    await expect(pane.lines).toHaveText(["read and run"]);
    await page.getByRole("button", { name: "All slides" }).tap();
    await menuOf(page).getByRole("option", { name: "The animals API" }).tap();
    await expect(page).toHaveURL(/\?view=scroll#\/animals-api$/);
    await expect(page.locator("#animals-api").getByRole("heading")).toBeInViewport();
    await page.getByRole("button", { name: "All slides" }).tap();
    await menuOf(page).getByRole("button", { name: "Back to the slides" }).tap();
    await expect(page).toHaveURL(/\/#\/animals-api$/);
    await expect(page.locator(".reveal.ready section.present")).toHaveId("animals-api");
  });

  test("a pane of the page that comes into view shows what it ran before, without an editor", async ({
    page,
  }) => {
    await page.goto("./?view=scroll#/sequential-program");
    const pane = new Pane(page.locator("#sequential-program live-pane"));
    await pane.root.evaluate((element) => Object.assign(element, { text: 'console.log("ran before");\n' }));
    await pane.run.tap();
    await pane.expectFinished();
    await page.goto("./?view=scroll#/title");
    await page.reload();
    await expect(page.locator("#title")).toHaveClass(/\bpresent\b/);
    await expect(pane.lines).toHaveCount(0);
    await pane.root.scrollIntoViewIfNeeded();
    await expect(pane.lines).toHaveText(["ran before"]);
    await expect(page.locator(".monaco-editor")).toHaveCount(0);
  });
});
