// The borders inside a pane are dragged, moved by keys and reset; one area at a time fills the pane.

import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("The border is not shown.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("areas are sized by the mouse, and each can fill the pane", async ({ page }) => {
  await test.step("borders follow the mouse, stay after a reload, and go back at a double click", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    const columns = pane.root.getByRole("separator", { name: "Border between the columns" });
    const rows = pane.root.getByRole("separator", { name: "Border between the rows" });
    const start = { columns: await middle(columns), rows: await middle(rows) };

    await columns.hover();
    await page.mouse.down();
    await page.mouse.move(start.columns.x - 100, start.columns.y, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(start.columns.x + 300, start.columns.y);
    expect(Math.abs((await middle(columns)).x - (start.columns.x - 100))).toBeLessThan(6);
    await rows.hover();
    await page.mouse.down();
    await page.mouse.move(start.rows.x, start.rows.y - 60, { steps: 4 });
    await page.mouse.up();
    expect(Math.abs((await middle(rows)).y - (start.rows.y - 60))).toBeLessThan(6);

    const moved = { columns: await middle(columns), rows: await middle(rows) };
    await page.reload();
    await pane.expectEditor();
    expect({ columns: await middle(columns), rows: await middle(rows) }).toEqual(moved);
    await columns.dblclick();
    await rows.dblclick();
    expect({ columns: await middle(columns), rows: await middle(rows) }).toEqual(start);
  });
  await test.step("each area can fill the pane and give the room back", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.expectEditor();
    const areas = pane.root.locator(".pane-areas");
    const code = pane.root.locator(".monaco-editor").first();
    for (const [name, area] of [
      ["code", code],
      ["output", pane.root.locator(".console-and-prompt")],
      ["timeline", pane.timeline],
    ] as const) {
      const button = pane.root.getByRole("button", { name: `Maximise the ${name}` });
      const before = await area.boundingBox();
      await area.hover();
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "true");
      const room = await areas.boundingBox();
      const missing = async (side: "width" | "height") =>
        Math.abs(((await area.boundingBox())?.[side] ?? 0) - (room?.[side] ?? 0));
      await expect.poll(() => missing("width")).toBeLessThanOrEqual(1);
      await expect.poll(() => missing("height")).toBeLessThanOrEqual(1);
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "false");
      await expect.poll(() => area.boundingBox()).toEqual(before);
    }
  });
});

test("arrow keys move a border and leave the slide alone", async ({ page }) => {
  const deck = await openSlide(page, "race");
  const columns = deck.pane.root.getByRole("separator", { name: "Border between the columns" });
  const rows = deck.pane.root.getByRole("separator", { name: "Border between the rows" });
  const value = async (border: Locator) => Number(await border.getAttribute("aria-valuenow"));
  const before = { columns: await value(columns), rows: await value(rows) };
  await columns.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  expect(await value(columns)).toBe(before.columns + 3);
  await rows.focus();
  await page.keyboard.press("ArrowUp");
  expect(await value(rows)).toBe(before.rows - 3);
  for (let press = 0; press < 30; press += 1) await page.keyboard.press("ArrowUp");
  expect(await value(rows)).toBe(15);
  await deck.expectSlide("race");
});
