// What assistive technology meets: names, roles, tabs by arrow keys, and no motion for those who want none.

import { openSlide, slideNames } from "./deck.ts";
import { expect, test } from "./fixtures.ts";

for (const name of slideNames) {
  test(`everything to press or move on ${name} has a name`, async ({ page }) => {
    const { slide, pane } = await openSlide(page, name);
    if ((await pane.root.count()) > 0) {
      await pane.expectEditor();
      await pane.wait.click();
    }
    const controls = /^\s*- (button|tab|slider|link|textbox|separator|log|figure|group|tablist)\b(.*)$/;
    const lines = (await slide.ariaSnapshot()).split("\n");
    const nameless = lines.filter((line) => controls.test(line) && !/^\s*- \w+ "\S/.test(line));
    expect(nameless.filter((line) => !/group:|group$/.test(line))).toEqual([]);
    await expect(slide.getByRole("heading").first()).toBeVisible();
  });
}

test("tabs follow the arrow keys, and the slide stays", async ({ page }) => {
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

test("the tab names what it controls, with and without the editor", async ({ page }) => {
  const { pane } = await openSlide(page, "race");
  await pane.expectEditor();
  await expect(pane.root.getByRole("tabpanel", { name: "sequential.ts" })).toBeVisible();
  await expect(pane.root.getByRole("tabpanel", { name: "sequential.ts" }).getByRole("textbox")).toHaveCount(
    1,
  );
});

test("the timeline says in words what it draws", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api");
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  await expect(pane.timeline).toHaveAccessibleDescription(/^1 request, \d.*\sm?s in all\.$/);
  await pane.timeline.getByText("Table", { exact: true }).click();
  await expect(pane.timeline.getByRole("table", { name: "Timeline" })).toBeVisible();
  await expect(pane.timeline.getByRole("columnheader").first()).toHaveText("Request");
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
