// Stories about assistive technology: names, roles, tabs by arrow keys, and reduced motion.

import type { Locator } from "@playwright/test";
import axe from "axe-core";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Timeline } from "./steps/timeline.ts";

test("tabs and the table of a race work by keys, and the slide stays", async ({ page }) => {
  await test.step("the tab names what it controls, with and without the editor", async () => {
    const { pane } = await openSlide(page, "race");
    await pane.expectEditor();
    await expect(pane.root.getByRole("tabpanel", { name: "sequential.ts" })).toBeVisible();
    await expect(pane.root.getByRole("tabpanel", { name: "sequential.ts" }).getByRole("textbox")).toHaveCount(
      1,
    );
  });
  await test.step("tabs follow the arrow keys, and the slide stays", async () => {
    const deck = await openSlide(page, "race");
    const { pane } = deck;
    const selected = pane.root.getByRole("tab", { selected: true });
    await pane.tab("sequential.ts").focus();
    for (const [key, file] of [
      ["ArrowRight", "concurrent.ts"],
      ["ArrowRight", "speak.ts"],
      ["ArrowRight", "sequential.ts"],
      ["ArrowLeft", "speak.ts"],
      ["Home", "sequential.ts"],
      ["End", "speak.ts"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(selected).toHaveText(file);
      await expect(selected).toBeFocused();
    }
    await pane.expectEditor();
    await expect(pane.root.locator(".view-lines")).toContainText("farm");
    await deck.expectSlide("race");
  });
  await test.step("the table of a race of twelve animals scrolls by keys, and the slide stays", async () => {
    const deck = await openSlide(page, "race");
    const { pane } = deck;
    const animals = deck.slide.getByRole("group", { name: "Animals in the program" });
    const left = animals.getByRole("button", { pressed: false });
    for (let count = await left.count(); count > 0; count -= 1) await left.first().click();
    await expect(animals.getByRole("button", { pressed: true })).toHaveCount(12);
    await pane.setWait(0);
    await pane.run.click();
    await pane.expectFinished();
    const table = pane.timeline.getByRole("group", { name: "Timeline: table" });
    await expect(table).not.toHaveAttribute("tabindex");
    await pane.timeline.getByText("Table", { exact: true }).press("Enter");
    await expect(table).toHaveAttribute("tabindex", "0");
    await expectScrolledByKeys(table);
    await deck.expectSlide("race");
  });
});

test("axe finds no target too small and no header empty in a race that has run", async ({ page }) => {
  const { pane } = await openSlide(page, "race");
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  await pane.timeline.getByText("Table", { exact: true }).click();
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const rules = ["target-size", "empty-table-header"];
    const found = await axe.run("section.present", { runOnly: { type: "rule", values: rules } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  expect(violations).toEqual([]);
});

test("timeline and network say in words what they show", async ({ page }) => {
  await test.step("the box of the network says what each slider sets, and to what", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.wait.click();
    const box = pane.root.getByRole("group", { name: "Network and time" });
    const slider = box.getByRole("slider", { name: "A reply takes", exact: true });
    await expect(slider).toHaveAttribute("aria-valuetext", "2.0 s");
    await slider.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", "10.0 s");
    await expect(box.locator("output, [aria-live]")).toHaveCount(0);
    await slider.press("Escape");
    await expect(box).toBeHidden();
  });
  await test.step("the timeline says in words what it draws", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.setWait(0);
    await pane.run.click();
    await pane.expectFinished();
    await expect(pane.timeline).toHaveAccessibleDescription(/^1 request, \d.*\sm?s in all\.$/);
    await pane.timeline.getByText("Table", { exact: true }).click();
    await expect(pane.timeline.getByRole("table", { name: "Timeline" })).toBeVisible();
    await expect(pane.timeline.getByRole("columnheader").first()).toHaveText("Request");
  });
});

/** How far an area is scrolled, from 0 at its top to 1 at its bottom. */
function scrolled(area: Locator): Promise<number> {
  return area.evaluate(
    ({ scrollTop, scrollHeight, clientHeight }) => scrollTop / (scrollHeight - clientHeight),
  );
}

/**
 * Presses a key until it works, as a person would: the browser drops a key while it still scrolls smoothly after the
 * last one.
 */
async function pressUntil(area: Locator, key: string, isThere: (place: number) => boolean): Promise<void> {
  await expect(async () => {
    await area.press(key);
    expect(isThere(await scrolled(area)), key).toBe(true);
  }).toPass();
}

/** Expects that the vertical scroll keys scroll this area and that the horizontal ones do nothing. */
async function expectScrolledByKeys(area: Locator): Promise<void> {
  await expect(area).toHaveAttribute("tabindex", "0");
  for (const key of ["ArrowDown", "PageDown", "Space", "End"]) {
    await pressUntil(area, "Home", (place) => place === 0);
    await pressUntil(area, key, (place) => place > 0);
  }
  await pressUntil(area, "End", (place) => place > 0.99);
  await pressUntil(area, "PageUp", (place) => place < 0.99);
  await pressUntil(area, "ArrowUp", (place) => place < 0.99);
  for (const key of ["ArrowRight", "ArrowLeft"]) await area.press(key);
}

test("many lanes and many lines scroll by keys, few lines leave the keys to the deck", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  const { lanes } = new Timeline(pane);
  const program = (count: number) => `const cow = "https://www.ericappelt.com/animals/cow";
await Promise.all(Array.from({ length: ${count} }, () => fetch(cow)));
for (let line = 1; line <= ${count}; line += 1) console.log(line);
`;
  await pane.setWait(0);
  await pane.runText(program(60));
  await pane.expectFinished();
  const heads = lanes.getByRole("rowheader");
  await lanes.press("End");
  await expect(heads.last()).toBeInViewport();
  await expect(lanes.getByRole("row").last()).toHaveAttribute("aria-rowindex", "62");
  await lanes.press("Home");
  await expect(heads.first()).toBeInViewport();
  await expect(lanes.getByRole("row").first()).toHaveAttribute("aria-rowindex", "1");
  await expectScrolledByKeys(pane.log);
  await deck.expectSlide("sequential-program");

  await pane.runText(program(2));
  await expect(pane.lines).toHaveCount(2);
  await pane.log.press("PageDown");
  await deck.expectSlide("subroutine-coroutine");
});

test("nothing moves by itself for those who want less motion", async ({ page }) => {
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  await openSlide(page, "title");
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.reload();
  await expect(page.locator(".reveal.ready")).toBeVisible();
  await expect.poll(moving).toBe(0);
  await page.keyboard.press("End");
  await expect.poll(moving).toBe(0);
});
