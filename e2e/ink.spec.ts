// Pointing and drawing: tools by keys and by the bar, strokes that stay in their place, the magnifier, pen by finger.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";

type Point = readonly [x: number, y: number];

function strokes(page: Page): Locator {
  return page.locator(".ink-strokes path");
}

async function draw(page: Page, ...points: readonly Point[]): Promise<void> {
  const [[x, y] = [0, 0], ...rest] = points;
  // The first tool is loaded when it is taken.
  await expect(page.locator('.ink:is([data-tool="pen"], [data-tool="eraser"])')).toHaveCount(1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const [toX, toY] of rest) await page.mouse.move(toX, toY, { steps: 8 });
  await page.mouse.up();
}

/** The middle of an element as shares of the slide's box. */
async function placeOnSlide(page: Page, locator: Locator): Promise<Point> {
  const [own, slide] = [
    await locator.boundingBox(),
    await page.locator(".reveal > .slides").first().boundingBox(),
  ];
  if (!own || !slide) throw new Error("It is not in the page.");
  return [(own.x + own.width / 2 - slide.x) / slide.width, (own.y + own.height / 2 - slide.y) / slide.height];
}

function expectNear([x, y]: Point, [otherX, otherY]: Point): void {
  expect(x).toBeCloseTo(otherX, 2);
  expect(y).toBeCloseTo(otherY, 2);
}

/** The upper edge of an element in its own document, in pixels. */
function topOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().top);
}

/** Height and middle of the first line of code in the magnifier, in pixels of the window. */
function magnifiedLine(page: Page) {
  return page.locator(".ink-lens iframe").evaluate((frame: HTMLIFrameElement) => {
    const line = frame.contentDocument?.querySelector("live-pane .view-line")?.getBoundingClientRect();
    if (!line) throw new Error("The magnifier has no line of code.");
    const { top, width } = frame.getBoundingClientRect();
    const scale = width / frame.offsetWidth;
    return { height: line.height * scale, middle: top + (line.top + line.height / 2) * scale };
  });
}

test("each tool has a key, Esc ends it, and without a tool nothing is in the way", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const dot = page.locator(".ink-laser-dot");
  await page.mouse.move(400, 300);
  await test.step("1 is the laser pointer, which begins at the mouse and follows it", async () => {
    await page.keyboard.press("1");
    await expect(dot).toBeVisible();
    expectNear(await placeOnSlide(page, dot), [400 / 1280, 300 / 720]);
    await page.mouse.move(800, 500);
    expectNear(await placeOnSlide(page, dot), [800 / 1280, 500 / 720]);
  });
  await test.step("it presses buttons as ever, and Esc puts it away without showing all slides", async () => {
    await deck.pane.run.click();
    await deck.pane.expectFinished();
    await deck.slide.getByRole("heading").click();
    await page.keyboard.press("Escape");
    await expect(dot).toBeHidden();
    await expect(page.locator(".reveal.overview")).toHaveCount(0);
  });
  await test.step("2 is the spotlight, and 2 again puts it away", async () => {
    await page.keyboard.press("2");
    await expect(page.locator(".ink-spotlight")).toBeVisible();
    await page.keyboard.press("2");
    await expect(page.locator(".ink-spotlight")).toBeHidden();
  });
  await test.step("with the pen on, keys turn slides", async () => {
    await page.keyboard.press("4");
    await draw(page, [300, 120], [500, 160]);
    await expect(strokes(page)).toHaveCount(1);
    await page.keyboard.press("PageDown");
    await deck.expectSlide("example-application");
    await expect(strokes(page)).toHaveCount(0);
    await page.keyboard.press("PageUp");
    await deck.expectSlide("animals-api");
    await expect(strokes(page)).toHaveCount(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("PageDown");
    await deck.expectSlide("example-application");
  });
});

test("a drawing stays in its place on the slide: in another window size and after a reload", async ({
  page,
}) => {
  const deck = await openSlide(page, "race");
  await page.keyboard.press("7");
  await draw(page, [640, 180], [700, 240]);
  const place = await placeOnSlide(page, strokes(page));
  expectNear(place, [670 / 1280, 210 / 720]);
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await expect
      .poll(async () => (await page.locator(".reveal > .slides").first().boundingBox())?.width)
      .toBe(size.width);
    expectNear(await placeOnSlide(page, strokes(page)), place);
  }
  await page.reload();
  await deck.expectSlide("race");
  await expect(strokes(page)).toHaveCount(1);
  expectNear(await placeOnSlide(page, strokes(page)), place);
  // An upright phone shows the slide in another layout, where nothing is in the same place.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(strokes(page)).toHaveCount(0);
});

test("the eraser takes whole strokes, and all of it can be undone, erasing and clearing too", async ({
  page,
}) => {
  await openSlide(page, "title");
  await page.keyboard.press("a");
  const bar = page.getByRole("toolbar", { name: "Pointing and drawing" });
  await bar.getByRole("button", { name: "Pen, blue" }).click();
  await expect(bar.getByRole("button", { name: "Pen, blue" })).toHaveAttribute("aria-pressed", "true");
  await draw(page, [300, 100], [300, 300]);
  await bar.getByRole("button", { name: "Pen, green" }).click();
  await draw(page, [500, 100], [500, 300]);
  await expect(strokes(page)).toHaveCount(2);
  await bar.getByRole("button", { name: "Eraser" }).click();
  await draw(page, [250, 200], [350, 200]);
  await expect(strokes(page)).toHaveCount(1);
  await expect(strokes(page)).toHaveAttribute("data-colour", "green");
  await bar.getByRole("button", { name: "Clear" }).click();
  await expect(strokes(page)).toHaveCount(0);
  await page.keyboard.press("u");
  await expect(strokes(page)).toHaveCount(1);
  await bar.getByRole("button", { name: "Undo" }).click();
  await expect(strokes(page)).toHaveCount(2);
  await bar.getByRole("button", { name: "Close" }).click();
  await expect(bar).toBeHidden();
});

test("the magnifier shows text at twice the size, also what is typed meanwhile", async ({ page }) => {
  const { pane } = await openSlide(page, "animals-api");
  await pane.enter();
  const line = pane.root.locator(".view-line").first();
  const box = await line.boundingBox();
  if (!box) throw new Error("The editor has no line.");
  await page.keyboard.press("Escape");
  await page.mouse.move(box.x + 60, box.y + box.height / 2);
  await page.keyboard.press("3");
  const copy = page.frameLocator(".ink-lens iframe").locator("live-pane .view-line").first();
  await expect(copy).toHaveText((await line.textContent()) ?? "");
  await expect.poll(async () => (await magnifiedLine(page)).height).toBeCloseTo(2 * box.height, 0);
  // What is under the pointer is in its place in the lens, too.
  expect((await magnifiedLine(page)).middle).toBeCloseTo(box.y + box.height / 2, 0);
  await pane.enter();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// read me");
  await expect(copy).toContainText("// read me");
});

test("prints show drawings if the presenter wants that", async ({ page }) => {
  await openSlide(page, "title");
  await page.keyboard.press("5");
  await draw(page, [300, 100], [300, 300]);
  await page.emulateMedia({ media: "print" });
  await expect(strokes(page)).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Drawings in prints" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(strokes(page)).toBeVisible();
  await page.goto("?view=print");
  await expect(page.locator(".pdf-page #title .ink-strokes path")).toBeVisible();
});

test("pointing and drawing at the desk is seen on the projector, and the other way round", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "race");
  const desk = await openDesk(page);
  await desk.expectSlide("race");
  const box = await desk.page.locator("#desk-present .slides").boundingBox();
  if (!box) throw new Error("The desk shows no slide.");
  const at = (x: number, y: number): Point => [box.x + box.width * x, box.y + box.height * y];
  const tools = desk.page.getByRole("toolbar", { name: "Pointing and drawing" });
  await test.step("the laser pointer", async () => {
    await tools.getByRole("button", { name: "Laser pointer" }).click();
    await desk.page.mouse.move(...at(0.5, 0.25));
    await expect(page.locator(".ink-laser-dot")).toBeVisible();
    expectNear(await placeOnSlide(page, page.locator(".ink-laser-dot")), [0.5, 0.25]);
    await desk.page.mouse.move(...at(0.5, 1.2));
    await expect(page.locator(".ink-laser-dot")).toBeHidden();
  });
  await test.step("the pen, by its key", async () => {
    await desk.page.keyboard.press("5");
    await draw(desk.page, at(0.6, 0.2), at(0.7, 0.3));
    await expect(strokes(page)).toHaveCount(1);
    await expect(strokes(desk.page)).toHaveCount(1);
    expectNear(await placeOnSlide(page, strokes(page)), [0.65, 0.25]);
    await desk.page.keyboard.press("Escape");
  });
  await test.step("the magnifier, which the speaker sees, too", async () => {
    await desk.page.keyboard.press("3");
    await desk.page.mouse.move(...at(0.3, 0.5));
    for (const window of [desk.page, page]) {
      const copy = window.frameLocator(".ink-lens iframe").locator("section#race h2");
      await expect(copy).toBeVisible();
      // What is under the pointer is in its place in the copy, too.
      const title = window.locator(".slides > section.present h2").first();
      await expect.poll(async () => topOf(copy)).toBeCloseTo(await topOf(title), 0);
    }
    await desk.page.keyboard.press("Escape");
    await expect(desk.page.locator(".ink-lens")).toBeHidden();
  });
  await test.step("what is drawn on the projector, and the slide that is turned there", async () => {
    await page.bringToFront();
    await page.keyboard.press("6");
    await draw(page, [300, 120], [500, 160]);
    await expect(strokes(desk.page)).toHaveCount(2);
    await page.keyboard.press("PageDown");
    await deck.expectSlide("road");
    await desk.expectSlide("road");
    await expect(strokes(desk.page)).toHaveCount(0);
    await page.keyboard.press("PageUp");
    await expect(strokes(desk.page)).toHaveCount(2);
  });
  await test.step("after a reload of the deck, too", async () => {
    await page.reload();
    await deck.expectSlide("race");
    await expect(strokes(page)).toHaveCount(2);
    await desk.page.bringToFront();
    await desk.page.keyboard.press("u");
    await expect(strokes(page)).toHaveCount(1);
    await expect(strokes(desk.page)).toHaveCount(1);
  });
  await test.step("an upright projector is drawn on upright, and keeps what is drawn so apart", async () => {
    await page.setViewportSize({ width: 540, height: 960 });
    await expect(strokes(desk.page)).toHaveCount(0);
    const upright = await desk.page.locator("#desk-present .slides").boundingBox();
    if (!upright) throw new Error("The desk shows no slide.");
    expect(upright.width / upright.height).toBeCloseTo(540 / 960, 1);
    await desk.page.keyboard.press("5");
    const { x, y, width, height } = upright;
    await draw(desk.page, [x + width * 0.4, y + height * 0.2], [x + width * 0.6, y + height * 0.3]);
    await expect(strokes(page)).toHaveCount(1);
    expectNear(await placeOnSlide(page, strokes(page)), [0.5, 0.25]);
    await desk.page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect(strokes(desk.page)).toHaveCount(1);
  });
  await test.step("a desk that is closed leaves no pointer behind", async () => {
    await desk.page.keyboard.press("1");
    await desk.page.mouse.move(...at(0.4, 0.4));
    await expect(page.locator(".ink-laser-dot")).toBeVisible();
    await desk.page.close({ runBeforeUnload: true });
    await expect(page.locator(".ink-laser-dot")).toBeHidden();
  });
});

test.describe("by finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the pen draws where the finger goes, and the slide is not turned", async ({ page }) => {
    const deck = await openSlide(page, "title");
    await page.getByRole("button", { name: "All slides" }).tap();
    await page.getByRole("button", { name: "Draw and point" }).tap();
    const bar = page.getByRole("toolbar", { name: "Pointing and drawing" });
    await bar.getByRole("button", { name: "Pen, red" }).tap();
    await swipe(page, [300, 500], [80, 520]);
    await expect(strokes(page)).toHaveCount(1);
    await deck.expectSlide("title");
    expectNear(await placeOnSlide(page, strokes(page)), [190 / 390, 510 / 844]);
    await bar.getByRole("button", { name: "Pen, red" }).tap();
    await swipe(page, [300, 500], [80, 520]);
    await deck.expectSlide("thanks");
  });

  test("magnifier and spotlight stay where the finger was, and press nothing", async ({ page }) => {
    const deck = await openSlide(page, "finish-the-example");
    await deck.pane.expectEditor();
    await page.getByRole("button", { name: "All slides" }).tap();
    await page.getByRole("button", { name: "Draw and point" }).tap();
    const bar = page.getByRole("toolbar", { name: "Pointing and drawing" });
    await bar.getByRole("button", { name: "Magnifier" }).tap();
    await page.touchscreen.tap(200, 300);
    await expect(page.locator(".ink-lens")).toBeVisible();
    await expect(page.locator(".monaco-editor.focused")).toHaveCount(0);
    await bar.getByRole("button", { name: "Spotlight" }).tap();
    await swipe(page, [300, 500], [80, 520]);
    await expect(page.locator(".ink-spotlight")).toBeVisible();
    await deck.expectSlide("finish-the-example");
  });
});

async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  const at = (share: number): Point => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
  ];
  await touch("touchStart", [from]);
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch("touchMove", [at(share)]);
  await touch("touchEnd", []);
  await client.detach();
}
