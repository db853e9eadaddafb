// The deck's own keys: overview, jump, help, black screen, theme, code size, full screen; and the addresses of slides.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide, slideNames } from "./steps/deck.ts";

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function sizeOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
}

test("all slides are shown by a key, and a box does not stay over another slide", async ({ page }) => {
  await test.step("O shows all slides, and a choice there goes to one", async () => {
    const deck = await openSlide(page, "race");
    const overview = page.locator(".reveal.overview");
    await page.keyboard.press("o");
    await expect(overview).toHaveCount(1);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("o");
    await expect(overview).toHaveCount(0);
    await deck.expectSlide("concurrent-execution");
    await page.keyboard.press("Escape");
    await expect(overview).toHaveCount(1);
    await page.locator("#sequential-program").click();
    await expect(overview).toHaveCount(0);
    await deck.expectSlide("sequential-program");
    await deck.pane.expectEditor();
  });
  await test.step("an open box of the network does not stay over the next slide", async () => {
    const deck = await openSlide(page, "sequential-program");
    const box = page.getByRole("group", { name: "Network and time" });
    await deck.pane.wait.click();
    await expect(box).toBeVisible();
    await deck.pane.wait.press("PageDown");
    await deck.expectSlide("subroutine-coroutine");
    await expect(box).toBeHidden();
    await page.keyboard.press("PageUp");
    await deck.expectSlide("sequential-program");
    await expect(box).toBeHidden();
  });
});

test("after a turn only the present slide can be reached", async ({ page }) => {
  const deck = await openSlide(page, "code-examples");
  await deck.turnTo("thanksgiving-dinner", "ArrowRight");
  const others = page.locator("css:light=.slides > section:not(.present)");
  await expect(deck.slide).not.toHaveAttribute("inert");
  await expect
    .poll(() => others.evaluateAll((all) => all.every((slide) => slide.matches("[inert]"))))
    .toBe(true);
});

test("by keys to a slide, to a black screen and to the full screen", async ({ page }) => {
  await test.step("B turns the screen black and back", async () => {
    await openSlide(page, "title");
    const black = page.locator(".reveal.paused .pause-overlay");
    await page.keyboard.press("b");
    await expect(black).toBeVisible();
    await page.keyboard.press("b");
    await expect(page.locator(".reveal.paused")).toHaveCount(0);
  });
  await test.step("F asks for the full screen without an error", async () => {
    const deck = await openSlide(page, "title");
    await page.keyboard.press("f");
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.evaluate(() => document.exitFullscreen());
    await deck.expectSlide("title");
  });
  await test.step("G jumps to the slide whose number or name is typed", async () => {
    const deck = await openSlide(page, "title");
    await page.keyboard.press("g");
    await page.keyboard.type(String(slideNames.indexOf("concurrent-execution") + 1));
    await page.keyboard.press("Enter");
    await deck.expectSlide("concurrent-execution");
    await page.keyboard.press("g");
    await page.keyboard.type("race");
    await page.keyboard.press("Enter");
    await deck.expectSlide("race");
    await page.keyboard.press("Home");
    await deck.expectSlide("title");
    await page.keyboard.press("End");
    await deck.expectSlide("towards-coroutines");
  });
});

test("keys show the keys and size the code", async ({ page }) => {
  await test.step("? lists the keys, and closing gives the focus back", async () => {
    const deck = await openSlide(page, "animals-api");
    await deck.pane.run.focus();
    const sheet = page.getByRole("dialog", { name: "Keys" });
    for (const close of ["Escape", "Shift+?", "Enter"]) {
      await page.keyboard.press("Shift+?");
      await expect(sheet).toContainText("next step or slide");
      await expect(sheet).toContainText("out of the editor");
      await expect(sheet.getByRole("button", { name: "Close" })).toBeFocused();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press(close);
      await expect(sheet).toHaveCount(0);
      await expect(deck.pane.run).toBeFocused();
    }
    await deck.expectSlide("animals-api");
    await deck.expectUndisturbed();
  });
  await test.step("+, − and 0 size the code, static and in the editor, also from within it", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.expectEditor();
    const sizes = () =>
      Promise.all([
        sizeOf(page, "section.present .view-line"),
        // The static text, which stands there until the editor opens.
        sizeOf(page, "section.present .pane-text code"),
      ]);
    await expect.poll(sizes).toEqual([20, 20]);
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await expect.poll(sizes).toEqual([24, 24]);
    await page.keyboard.press("-");
    await expect.poll(sizes).toEqual([22, 22]);
    await pane.enter();
    await page.keyboard.press("ControlOrMeta+Shift+>");
    await expect.poll(sizes).toEqual([24, 24]);
    await page.reload();
    await pane.expectEditor();
    await expect.poll(sizes).toEqual([24, 24]);
    await page.keyboard.press("0");
    await expect.poll(sizes).toEqual([20, 20]);
  });
});

test("T changes the theme at once, in the editor too, and for the next visit", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  const { pane } = await openSlide(page, "animals-api");
  await pane.expectEditor();
  const light = await background(page);
  await page.keyboard.press("t");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(() => background(page)).not.toBe(light);
  // Colours that the deck does not set come from Monaco's dark theme.
  await expect(pane.root.locator(".monaco-editor.vs-dark").first()).toBeVisible();
  const frame = await pane.root.evaluate((root) => getComputedStyle(root).backgroundColor);
  await expect(pane.root.locator(".monaco-editor-background").first()).toHaveCSS("background-color", frame);
  const delimiter = await pane.root.evaluate((root) => {
    const probe = Object.assign(document.createElement("i"), { hidden: true });
    probe.style.color = "var(--code-delimiter)";
    root.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  await expect(pane.root.locator("[class*=bracket-highlighting-]").first()).toHaveCSS("color", delimiter);
  const dark = await background(page);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(() => background(page)).toBe(dark);
  await page.keyboard.press("t");
  await expect.poll(() => background(page)).toBe(light);
});

test("the address of a slide opens it", async ({ page }) => {
  const deck = await openSlide(page, "race");
  await expect(deck.slide.getByRole("heading")).toHaveText("Concurrent execution: the race");
  await deck.pane.expectEditor();
});

test("the page is called after its slide, and the first slide after the talk", async ({ page }) => {
  await openSlide(page, "race");
  await expect(page).toHaveTitle(/^Concurrent execution: the race · A Brief Introduction/);
  await page.keyboard.press("Home");
  await expect(page).toHaveTitle(/^A Brief Introduction/);
});
