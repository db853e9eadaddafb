// The speaker's time on the desk: the clock of the talk, the plan, ahead or behind, and the part of the notes for now.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { type Desk, openDesk } from "./steps/desk.ts";

function clockOf({ page }: Desk) {
  const area = page.getByRole("region", { name: "Time" });
  return {
    spent: area.locator(".desk-clock-spent"),
    left: area.locator(".desk-clock-left"),
    pace: area.locator(".desk-clock-pace"),
    sign: area.getByRole("status"),
    button: (name: string | RegExp) => area.getByRole("button", { name }),
    plan: area.getByRole("group", { name: "Plan" }),
  };
}

/** Lets so many minutes of the talk have gone by, as a clock that was kept over a reload. */
async function spend(page: Page, minutes: number): Promise<void> {
  await page.evaluate((spent) => {
    const clock = { length: 40, spent: spent * 60_000, since: null };
    sessionStorage.setItem("interleave:talk-clock", JSON.stringify(clock));
  }, minutes);
  await page.reload();
  await expect(page.locator(".reveal.ready")).toBeVisible();
}

test("the clock starts as the speaker leaves the first slide, pauses, and outlives a reload of either window", async ({
  page,
}) => {
  const deck = await openSlide(page, "title");
  const desk = await openDesk(page);
  const { spent, left, pace, button } = clockOf(desk);
  await expect(left).toHaveText("40:00 left");
  await expect(pace).toHaveText("starts as you leave the first slide");
  await page.bringToFront();
  await page.keyboard.press("PageDown");
  await deck.expectSlide("thanks");
  await desk.page.bringToFront();
  await expect(spent).not.toHaveText("0:00");
  await expect(pace).toHaveText("on time");
  await button("Pause").click();
  await expect(button("Go on")).toBeVisible();
  const time = (await spent.textContent()) ?? "";
  await page.reload();
  await expect(page.locator(".reveal.ready")).toBeVisible();
  // A new desk shows nothing before the deck has answered.
  await desk.page.reload();
  await desk.expectSlide("thanks");
  await expect(spent).toHaveText(time);
  await button("Go on").click();
  await expect(spent).not.toHaveText(time);
  await button("Reset").click();
  await expect(spent).toHaveText("0:00");
  await expect(button("Start")).toBeVisible();
});

test("ahead and behind are told in words, and the end with a sign", async ({ page }) => {
  await openSlide(page, "race");
  const desk = await openDesk(page);
  const { left, pace, sign } = clockOf(desk);
  await spend(page, 12);
  await expect(left).toHaveText("28:00 left");
  await expect(pace).toHaveText("4 minutes ahead");
  await expect(sign).toHaveText("");
  await spend(page, 35.5);
  await expect(pace).toHaveText("15 minutes behind");
  await expect(sign).toHaveText("Five minutes left");
  await spend(page, 39.5);
  await expect(sign).toHaveText("One minute left");
  await spend(page, 42);
  await expect(left).toHaveText("2:00 over");
  await expect(sign).toHaveText("The time is over");
});

test("the speaker names the length, and the plan says what goes", async ({ page }) => {
  const deck = await openSlide(page, "delegation-correct");
  const desk = await openDesk(page);
  const { left, pace, button, plan } = clockOf(desk);
  await button("40 min, the plan").click();
  await expect(plan).toContainText("without Thanksgiving dinner: two cooks");
  await expect(pace).toHaveText("dropped in your plan");
  await plan.getByLabel("Minutes for this talk").fill("60");
  await expect(left).toHaveText("1:00:00 left");
  await expect(plan).toContainText("60 minutes: 38 slides, without Delegation: what it returns.");
  await expect(pace).not.toHaveText("dropped in your plan");
  await expect(desk.page.getByText("Next: Delegation: what it returns (dropped in your plan)")).toBeVisible();
  await desk.page.keyboard.press("Escape");
  await page.reload();
  await deck.expectSlide("delegation-correct");
  await expect(left).toHaveText("1:00:00 left");
});

test("the part of the notes for the present step is marked, and seen", async ({ page }) => {
  await openSlide(page, "delegation");
  const desk = await openDesk(page);
  const marked = desk.notes.locator(".is-present");
  await expect(marked.first()).toContainText("Milestone 4");
  await page.bringToFront();
  await page.keyboard.press("ArrowRight");
  // As a list, which waits for their number too: until the desk has followed, several parts are marked.
  await expect(marked).toHaveText([/as long as the inner generator runs/]);
  await expect(marked).toBeInViewport();
  await page.keyboard.press("ArrowRight");
  await expect(marked.first()).toHaveText(/when the inner one returns/);
});

test("the next cue is told: what it types, and what to notice then", async ({ page }) => {
  const deck = await openSlide(page, "code-examples");
  const desk = await openDesk(page);
  const cue = desk.page.getByRole("region", { name: "Next cue" });
  await expect(cue).toContainText("Runs the program");
  await page.bringToFront();
  await page.keyboard.press("x");
  await deck.pane.expectFinished();
  await expect(cue).toContainText('Enters greet("duck")');
  await expect(cue).toContainText("The program is over, and its names are still there");
});
