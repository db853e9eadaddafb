// A remote control (clicker) as the speaker uses it: cues as steps of the slides.

import type { Page } from "@playwright/test";
import type { CueProgress } from "../src/pane/cueing/cue-steps.ts";
import { expect, test } from "./fixtures.ts";
import { withCues } from "./steps/clicker.ts";
import { openSlide, slideNames } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";

/** Typing takes no time, so that a story is over soon. Stories of typing ask for motion. */
test.use({ reducedMotion: "reduce" });

/** How far the cues of the present slide's pane are; undefined if it has none. */
function progress(page: Page): Promise<CueProgress | undefined> {
  return page.evaluate(() => {
    const pane = document.querySelector("section.present live-pane");
    const { progress } = (pane as (Element & { cues: { progress: CueProgress } }) | null)?.cues ?? {};
    return progress?.count ? progress : undefined;
  });
}

/** Expects that so many cues were played and that nothing is being typed any more. */
async function expectDone(page: Page, done: number): Promise<void> {
  await expect.poll(() => progress(page)).toMatchObject({ done, isBusy: false });
}

test("the switch is in the menu and on a key, off at first, and kept over a reload", async ({ page }) => {
  await openSlide(page, "code-examples");
  const choice = page.getByRole("button", { name: "Cues with →" });
  await page.keyboard.press("q");
  await expect(choice).toHaveAttribute("aria-pressed", "false");
  await choice.click();
  await expect(choice).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.locator(".reveal.ready")).toBeVisible();
  await page.keyboard.press("q");
  await expect(choice).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(choice).toBeHidden();
  await page.keyboard.press("w");
  await expect(page.getByText("→ and ← turn slides only")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page.locator("section.present")).toHaveId("thanksgiving-dinner");
});

test("PageDown plays the cues before it leaves a slide, PageUp takes them back", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await withCues(page, "code-examples");
  await deck.pane.expectEditor();
  const original = await deck.pane.text();
  const { count = 0 } = (await progress(page)) ?? {};
  expect(count).toBeGreaterThan(2);
  for (let done = 1; done <= count; done += 1) {
    await page.keyboard.press("PageDown");
    await expectDone(page, done);
  }
  await deck.expectSlide("code-examples");
  const last = await deck.pane.text();
  expect(last).not.toBe(original);
  await page.keyboard.press("PageDown");
  await deck.expectSlide("thanksgiving-dinner");
  await page.keyboard.press("PageUp");
  await deck.expectSlide("code-examples");
  await expectDone(page, count);
  expect(await deck.pane.text()).toBe(last);
  for (let done = count - 1; done >= 0; done -= 1) {
    await page.keyboard.press("ArrowLeft");
    await expectDone(page, done);
  }
  await expect.poll(() => deck.pane.text()).toBe(original);
  await page.keyboard.press("PageUp");
  await deck.expectSlide("general-goals");
});

test("a slide shows its cues as it shows its steps: begun anew forwards, played backwards, and nothing typed is lost", async ({
  page,
}) => {
  const deck = await withCues(page, "iterators");
  const { count: none } = (await progress(page)) ?? { count: 0 };
  expect(none).toBe(0);
  // A link jumps, to a neighbour too.
  await page.evaluate(() => {
    location.hash = "#/iterator-by-hand/cue-2";
  });
  await deck.expectSlide("iterator-by-hand");
  await expectDone(page, 2);
  await page.keyboard.press("Alt+ArrowLeft");
  await deck.expectSlide("iterators");
  // Without its steps: they would be taken back one by one.
  await page.keyboard.press("Alt+ArrowRight");
  await deck.expectSlide("iterator-by-hand");
  await expectDone(page, 0);
  await page.keyboard.press("PageDown");
  await expectDone(page, 1);
  const { count = 0 } = (await progress(page)) ?? {};
  await page.keyboard.press("Alt+ArrowRight");
  await deck.expectSlide("generator-functions");
  await page.keyboard.press("Alt+ArrowLeft");
  await deck.expectSlide("iterator-by-hand");
  await expectDone(page, count);
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowRight");
  await deck.expectSlide("iterator-by-hand");
  await expectDone(page, 0);
  await deck.pane.setText('console.log("Mine.");\n');
  for (const key of ["Alt+ArrowRight", "Alt+ArrowLeft"]) await page.keyboard.press(key);
  await deck.expectSlide("iterator-by-hand");
  expect(await deck.pane.text()).toBe('console.log("Mine.");\n');
  await expectDone(page, 0);
});

test("steps before a pane come before its cues, and steps after it come after them", async ({ page }) => {
  const deck = await withCues(page, "separation-from-generators");
  const aside = page.locator("section.present .well-actually");
  const { count = 0 } = (await progress(page)) ?? {};
  for (let done = 1; done <= count; done += 1) {
    await page.keyboard.press("PageDown");
    await expectDone(page, done);
  }
  await expect(aside).not.toHaveClass(/\bvisible\b/);
  await page.keyboard.press("PageDown");
  await expect(aside).toHaveClass(/\bvisible\b/);
  await page.keyboard.press("PageUp");
  await expect(aside).not.toHaveClass(/\bvisible\b/);
  await expectDone(page, count);
  await page.keyboard.press("PageUp");
  await expectDone(page, count - 1);
  await openSlide(page, "awaitable");
  const list = page.locator("section.present li.fragment");
  for (const index of [0, 1, 2]) {
    await page.keyboard.press("PageDown");
    await expect(list.nth(index)).toHaveClass(/\bvisible\b/);
    await expectDone(page, 0);
  }
  await page.keyboard.press("PageDown");
  await expectDone(page, 1);
  await deck.expectSlide("awaitable");
});

test.describe("while a cue is being typed", () => {
  test.use({ reducedMotion: "no-preference" });

  test("a second press completes it at once, and a held key plays no more", async ({ page }) => {
    const deck = await withCues(page, "finish-the-example");
    await deck.pane.expectEditor();
    for (const done of [1, 2]) {
      await page.keyboard.press("PageDown");
      await expectDone(page, done);
    }
    for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press("PageDown");
    await expect.poll(() => deck.pane.text()).toContain("const calls = animals.map(speak);\n");
    await expectDone(page, 3);
    await page.keyboard.down("PageDown");
    for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down("PageDown");
    await page.keyboard.up("PageDown");
    await expect.poll(() => deck.pane.text()).toContain("await Promise.all(calls);\n");
    await expectDone(page, 4);
    await deck.expectSlide("finish-the-example");
  });
});

test("a clicker plays the cues from the desk, too, which says what it will do next", async ({ page }) => {
  const deck = await openSlide(page, "animals-api");
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  await expect(desk.page.getByRole("heading", { name: "Next cue (X): 0 of" })).toBeVisible();
  await desk.page.keyboard.press("w");
  await expect(desk.page.getByRole("heading", { name: "Next cue (→): 0 of" })).toBeVisible();
  await expect(desk.page.getByRole("heading", { name: "After the cues: Example application" })).toBeVisible();
  const { count = 0 } = (await progress(page)) ?? {};
  for (let done = 1; done <= count; done += 1) {
    await desk.page.keyboard.press("PageDown");
    await expectDone(page, done);
  }
  await expect(desk.page.getByRole("heading", { name: "Next: Example application" })).toBeVisible();
  await desk.page.keyboard.press("PageDown");
  await deck.expectSlide("example-application");
});

test("the bar at the foot turns as a clicker does", async ({ page }) => {
  const deck = await withCues(page, "animals-api");
  const bar = page.getByRole("toolbar", { name: "The talk" });
  await page.mouse.move(640, 500);
  await page.mouse.move(640, 700);
  await bar.getByRole("button", { name: "Next" }).click();
  await expectDone(page, 1);
  await bar.getByRole("button", { name: "Back" }).click();
  await expectDone(page, 0);
  await deck.expectSlide("animals-api");
});

test("a clicker leads through the whole talk, and leaves every pane in its last state", async ({ page }) => {
  test.setTimeout(240_000);
  const deck = await withCues(page, slideNames[0]);
  const played = new Map<string, CueProgress>();
  let name: string = slideNames[0];
  for (let presses = 0; presses < 500 && name !== slideNames.at(-1); presses += 1) {
    await page.keyboard.press("PageDown");
    const now = await deck.slide.getAttribute("id");
    const cues = await progress(page);
    if (cues) played.set(now ?? "", cues);
    name = now ?? "";
  }
  await deck.expectSlide("towards-coroutines");
  expect(played.size).toBeGreaterThan(12);
  expect([...played].filter(([, { done, count }]) => done !== count)).toEqual([]);
});
