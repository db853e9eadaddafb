// Keys in the editor belong to the editor: typing never moves the deck, and there are ways in and out.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";

test("keys that turn slides elsewhere arrive in the text", { tag: "@everywhere" }, async ({
  page,
  context,
}) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  await pane.enter();
  const original = await pane.text();
  await page.keyboard.press("ControlOrMeta+End");
  const keys = [
    "/",
    "/",
    " ",
    "n",
    "f",
    "o",
    "b",
    "s",
    "e",
    "t",
    "p",
    "g",
    ".",
    "+",
    "-",
    "0",
    "Shift+?",
    "Space",
  ];
  for (const key of keys) await page.keyboard.press(key);
  const typed = keys.map((key) => ({ Space: " ", "Shift+?": "?" })[key] ?? key).join("");
  await expect.poll(() => pane.text()).toBe(original + typed);

  for (const key of [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "PageUp",
    "PageDown",
    "End",
    "Home",
  ]) {
    await page.keyboard.press(key);
  }
  expect(await pane.readCursor()).toEqual({ line: original.split("\n").length, column: 1 });
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  const last = original.trimEnd().split("\n");
  expect(await pane.readCursor()).toEqual({ line: last.length, column: (last.at(-1)?.length ?? 0) + 1 });

  await deck.expectSlide("sequential-program");
  await deck.expectUndisturbed();
  expect(context.pages()).toHaveLength(1);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("suggestions know what a pane may use, and close before the editor is left", async ({ page }) => {
  await test.step("Esc closes the suggestions, then leaves the editor, and keys turn slides again", async () => {
    const deck = await openSlide(page, "sequential-program");
    const { pane } = deck;
    const suggestions = pane.root.locator(".suggest-widget.visible");
    await pane.enter();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("spe");
    await expect(suggestions).toContainText("speak");
    await page.keyboard.press("Escape");
    await expect(suggestions).toHaveCount(0);
    await pane.expectFocused();
    await page.keyboard.press("Escape");
    await pane.expectNotFocused();
    await deck.expectUndisturbed();
    await page.keyboard.press("ArrowRight");
    await deck.expectSlide("subroutine-coroutine");
  });
  await test.step("suggestions know what a pane's program may use", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.enter();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("radpr");
    await expect(pane.root.locator(".suggest-widget.visible")).toContainText("radprint");
    await page.keyboard.press("Enter");
    await expect.poll(() => pane.text()).toMatch(/radprint$/);
  });
  await test.step("what a pane refuses is struck through, in suggestions and where it is used", async () => {
    const { pane } = await openSlide(page, "sequential-program");
    await pane.replaceText('new WebSocket(await (await fetch("x")).text());\nimportScripts();\n');
    const struck = pane.root.locator(".squiggly-inline-deprecated");
    await expect
      .poll(async () => (await struck.allTextContents()).sort())
      .toEqual(["WebSocket", "importScripts"]);
    await page.keyboard.type("WebSo");
    await expect(pane.root.locator(".suggest-widget.visible .deprecated").first()).toContainText("WebSocket");
  });
});

test("keys run and stop from the editor and from the slide", async ({ page }) => {
  await test.step("E enters the editor, Ctrl+Enter runs from there, Ctrl+M lets Tab leave", async () => {
    const deck = await openSlide(page, "animals-api");
    const { pane } = deck;
    await pane.setWait(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await pane.expectFocused();
    const original = await pane.text();
    await page.keyboard.press("ControlOrMeta+Enter");
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["200 Moo!"]);
    expect(await pane.text()).toBe(original);
    await pane.expectFocused();

    await page.keyboard.press("Control+m");
    await page.keyboard.press("Tab");
    await pane.expectNotFocused();
    expect(await pane.text()).toBe(original);
    await deck.expectSlide("animals-api");
  });
  await test.step("Ctrl+Enter runs and Ctrl+. stops from the slide, too", async () => {
    const { pane, slide } = await openSlide(page, "animals-api");
    await pane.setNetwork("A reply takes", "End");
    await slide.getByRole("heading").click();
    await expect(page.locator("body")).toBeFocused();
    await page.keyboard.press("ControlOrMeta+Enter");
    await pane.expectFinished("Running");
    await page.keyboard.press("ControlOrMeta+.");
    await pane.expectFinished("Stopped after");
  });
  await test.step("Ctrl+Enter that is held runs once", async () => {
    const { pane } = await openSlide(page, "animals-api");
    await pane.replaceText(`console.log(Math.random());
await new Promise((resolve) => setTimeout(resolve, 1000));
`);
    await page.keyboard.down("ControlOrMeta");
    await page.keyboard.down("Enter");
    await expect(pane.lines).toHaveCount(1);
    const first = await pane.lines.allTextContents();
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.keyboard.up("ControlOrMeta");
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(first);
  });
});
