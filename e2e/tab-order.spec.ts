// Tab through a pane: everything in it is reached in the order in which it is seen, also after the editor.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

test("Tab goes on after the editor to output, prompt and timeline, and Shift+Tab back before it", {
  tag: "@everywhere",
}, async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  await pane.enter();
  await page.keyboard.press("Escape");
  await pane.expectNotFocused();
  const names = ["Border between the columns", "Console", "Prompt", "Border between the rows"];
  for (const name of [...names, "Playhead", "Timeline: lanes", "Table"]) await tabTo(page, "Tab", name);
  await pane.enter();
  await page.keyboard.press("Escape");
  await pane.expectNotFocused();
  for (const name of ["Run", "Reset", "animals.ts"]) await tabTo(page, "Shift+Tab", name);
});

test("Tab goes on after a control that Esc has left", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  await pane.expectEditor();
  await pane.prompt.focus();
  await page.keyboard.press("Escape");
  await tabTo(page, "Tab", "Border between the rows");
});

/** Presses the key until the control has the focus. Between two that are named there are at most a few others. */
async function tabTo(page: Page, key: "Tab" | "Shift+Tab", name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
  const passed: string[] = [];
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press(key);
    passed.push(await focused());
    if (passed.at(-1) === name) return;
  }
  expect(passed, `${key} leads to ${name}`).toContain(name);
}
