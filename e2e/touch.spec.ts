// An attendee's path with fingers only: read, run, look back, play the cues, type above the on-screen keyboard.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { withCues } from "./steps/clicker.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";

const phone = { width: 390, height: 844 };

/** The space that a usual on-screen keyboard leaves: on a phone in portrait, and on a tablet in landscape. */
const phoneWithKeyboard = { width: 390, height: 430 };
const tablet = { width: 1180, height: 820 };
const tabletWithKeyboard = { width: 1180, height: 430 };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves fingers over the screen, each from its first to its last point. */
async function moveFingers(page: Page, ...ways: readonly (readonly [from: Point, to: Point])[]) {
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  const at = (share: number) =>
    ways.map(([from, to]) => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    }));
  await touch("touchStart", at(0));
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch("touchMove", at(share));
  await touch("touchEnd", []);
  await client.detach();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not in the page.");
  return box;
}

/** A point in an element, in shares of its width and height. */
async function pointIn(locator: Locator, across: number, down: number): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width * across, y: y + height * down };
}

function scaleOf(page: Page): Promise<string> {
  return page.locator(".slides").evaluate(({ style }) => style.transform);
}

async function runAtOnce(pane: Pane): Promise<void> {
  await pane.setWait(0);
  await pane.run.tap();
  await pane.expectFinished();
}

test.use({ viewport: phone, hasTouch: true, isMobile: true });

test("a swipe turns the slide, but not where it is over a pane", async ({ page }) => {
  const deck = await openSlide(page, "title");
  await moveFingers(page, [
    { x: 340, y: 300 },
    { x: 60, y: 310 },
  ]);
  await deck.expectSlide("thanks");
  await moveFingers(page, [
    { x: 60, y: 300 },
    { x: 340, y: 310 },
  ]);
  await deck.expectSlide("title");
  await openSlide(page, "sequential-program");
  const code = deck.pane.root.locator(".pane-code");
  await moveFingers(page, [await pointIn(code, 0.9, 0.5), await pointIn(code, 0.1, 0.5)]);
  await deck.expectSlide("sequential-program");
  expect(await page.evaluate(() => [scrollX, document.documentElement.scrollWidth])).toEqual([0, 390]);
  await test.step("with cues as steps a swipe plays one, and the other way takes it back", async () => {
    const cues = await withCues(page, "animals-api");
    const played = (count: number) =>
      cues.pane.root.getByRole("button", { name: `Cues: ${count} / 3 played` });
    await moveFingers(page, [
      { x: 340, y: 60 },
      { x: 60, y: 70 },
    ]);
    await expect(played(1)).toBeVisible();
    await moveFingers(page, [
      { x: 60, y: 60 },
      { x: 340, y: 70 },
    ]);
    await expect(played(0)).toBeVisible();
    await cues.expectSlide("animals-api");
  });
});

test("fingers hit the buttons of a pane, and what they hit is no smaller than 24 pixels", async ({
  page,
}) => {
  const { pane } = await openSlide(page, "finish-the-example");
  await runAtOnce(pane);
  const controls = pane.root.locator(
    ":is(.pane-bar, .pane-cues) button:visible, .pane-maximise:visible, .pane-more, .timeline-table > summary",
  );
  const hits = await controls.evaluateAll((all) =>
    all.map((control) => {
      const { left, top, width, height } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isHit = (dx: number, dy: number) => control.contains(document.elementFromPoint(x + dx, y + dy));
      const isWhole = isHit(-11.5, 0) && isHit(11.5, 0) && isHit(0, -11.5) && isHit(0, 11.5);
      return isWhole ? "whole" : `${control.getAttribute("aria-label") ?? control.textContent} is too small`;
    }),
  );
  expect(hits.length).toBeGreaterThan(12);
  expect(new Set(hits)).toEqual(new Set(["whole"]));
});

test("the buttons of a pane are 44 pixels high on a phone, and so is what turns the title", async ({
  page,
}) => {
  const deck = await openSlide(page, "title");
  const next = deck.slide.getByRole("link", { name: "next" });
  expect((await boxOf(next)).height).toBeGreaterThanOrEqual(44);
  await next.tap();
  await deck.expectSlide("thanks");
  const { pane } = await openSlide(page, "finish-the-example");
  await runAtOnce(pane);
  const controls = pane.root.locator(
    ":is(.pane-bar, .pane-cues) button:visible, .pane-maximise:visible, .pane-more, .timeline-table > summary",
  );
  const heights = await controls.evaluateAll((all) =>
    all.map((control) => Math.round(control.getBoundingClientRect().height)),
  );
  expect(heights.length).toBeGreaterThan(12);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

test("a finger drags the playhead, and two fingers come closer", async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  await runAtOnce(pane);
  const playhead = pane.timeline.getByRole("slider", { name: "Playhead" });
  await expect(playhead).toHaveAttribute("aria-valuetext", /newest moment/);
  const axis = pane.timeline.locator(".timeline-head");
  // The drag begins a little below the axis, as it does with a thumb.
  await moveFingers(page, [await pointIn(axis, 0.7, 1.3), await pointIn(axis, 0.5, 0.5)]);
  await expect(playhead).toHaveAttribute("aria-valuetext", /event \d+ of \d+/);
  await deck.expectSlide("sequential-program");
  const ticks = axis.locator(".timeline-tick");
  const before = await ticks.allTextContents();
  const lanes = pane.timeline.locator(".timeline-stage");
  await moveFingers(
    page,
    [await pointIn(lanes, 0.5, 0.5), await pointIn(lanes, 0.35, 0.5)],
    [await pointIn(lanes, 0.6, 0.5), await pointIn(lanes, 0.8, 0.5)],
  );
  await expect.poll(() => ticks.allTextContents()).not.toEqual(before);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
});

test("taps play the cues one by one, and from the list", async ({ page }) => {
  const { pane } = await openSlide(page, "finish-the-example");
  const list = pane.root.getByRole("button", { name: /^Cues:/ });
  await pane.expectEditor();
  await pane.root.getByRole("button", { name: "Next", exact: true }).tap();
  await expect(list).toHaveText("1 / 5");
  await list.tap();
  const cues = pane.root.getByRole("group", { name: "Cues" });
  await cues.getByRole("listitem").nth(2).getByRole("button").tap();
  await expect(list).toHaveText("3 / 5");
  await expect(cues).toBeHidden();
  await pane.root.getByRole("button", { name: "Take the last cue back" }).tap();
  await expect(list).toHaveText("2 / 5");
});

test("above the keyboard a phone shows the prompt, what it answers, and the slide at its size", async ({
  page,
}) => {
  const { pane } = await openSlide(page, "sequential-program");
  await runAtOnce(pane);
  const scale = await scaleOf(page);
  await pane.prompt.tap();
  await page.setViewportSize(phoneWithKeyboard);
  await expect(page.locator("html")).toHaveClass(/\bportrait\b.*\bhas-keyboard\b/);
  await pane.enterAtPrompt("animals.length");
  await expect(pane.prompt).toBeInViewport({ ratio: 0.99 });
  await expect(pane.lines.last()).toHaveText(/3$/);
  await expect(pane.lines.last()).toBeInViewport({ ratio: 0.99 });
  expect(await scaleOf(page)).toBe(scale);
  await page.setViewportSize(phone);
  await expect(page.locator("html")).not.toHaveClass(/\bhas-keyboard\b/);
  expect(await scaleOf(page)).toBe(scale);
  expect((await boxOf(page.locator(".reveal"))).y).toBe(0);
});

test("above the keyboard a phone shows the line that is written, and Run runs it", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api");
  await pane.setWait(0);
  await pane.expectEditor();
  await pane.root.locator(".view-lines").tap();
  await pane.expectFocused();
  await page.setViewportSize(phoneWithKeyboard);
  await expect(page.locator("html")).toHaveClass(/\bhas-keyboard\b/);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText('\nconsole.log("typed with thumbs");');
  await expect(pane.cursor).toBeInViewport({ ratio: 0.99 });
  await expect(pane.run).toBeInViewport({ ratio: 0.99 });
  // The keyboard closes when the focus has left the editor, after the tap.
  await pane.run.tap();
  await page.setViewportSize(phone);
  await expect(pane.lines.last()).toHaveText("typed with thumbs");
  await expect(pane.lines.last()).toBeInViewport({ ratio: 0.99 });
});

test("on the page of all slides the keyboard does not cover the prompt", async ({ page }) => {
  await page.goto("./?view=scroll#/sequential-program");
  const prompt = page.locator("#sequential-program").getByRole("textbox", { name: "Prompt" });
  await prompt.tap();
  await page.setViewportSize(phoneWithKeyboard);
  await expect(page.locator("html")).toHaveClass(/\bhas-keyboard\b/);
  await expect(prompt).toBeInViewport({ ratio: 0.99 });
});

test.describe("on a tablet held sideways", () => {
  test.use({ viewport: tablet });

  test("the keyboard leaves the slide its size and the prompt in view", async ({ page }) => {
    const { pane } = await openSlide(page, "sequential-program");
    await runAtOnce(pane);
    const scale = await scaleOf(page);
    await pane.prompt.tap();
    await page.setViewportSize(tabletWithKeyboard);
    await expect(page.locator("html")).toHaveClass(/\bhas-keyboard\b/);
    await pane.enterAtPrompt("animals.length");
    await expect(pane.prompt).toBeInViewport({ ratio: 0.99 });
    await expect(pane.lines.last()).toHaveText(/3$/);
    await expect(pane.lines.last()).toBeInViewport({ ratio: 0.99 });
    expect(await scaleOf(page)).toBe(scale);
  });
});
