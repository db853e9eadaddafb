// The lanes as rows that keys reach and screen readers read: a few with all their parts, and ten thousand.

import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { Story } from "./steps/story.ts";
import { Timeline } from "./steps/timeline.ts";

test("lanes and their parts are reached, heard, folded and left by keys", async ({ page }) => {
  const { pane } = await openSlide(page, "race");
  const timeline = new Timeline(pane);
  await pane.setWait(0.5);
  await pane.run.click();
  await pane.expectFinished();
  const story = await Story.of(pane, 1);
  const heads = timeline.lanes.getByRole("rowheader");
  const names = () => heads.evaluateAll((all) => all.map((head) => head.getAttribute("aria-label") ?? ""));
  const tasks = ["the program\n", 'speak("cow"): ', 'speak("pig"): ', 'speak("chicken"): '];
  const rows = ["sequential", "concurrent"].flatMap((run) => [
    expect.stringMatching(new RegExp(`^${run}$`)),
    expect.stringMatching(/^The event loop/),
    ...tasks.map((name) =>
      expect.stringMatching(new RegExp(`^${name.replace(/\W/g, "\\$&")}.*\\nreturned at \\d[^\\n]*$`, "s")),
    ),
  ]);
  // A request that is made long before its task waits has a row of its own.
  const withoutRequests = async () => (await names()).filter((name) => !name.includes(": GET "));
  await expect.poll(withoutRequests).toEqual(rows);

  await page.keyboard.press("m");
  await page.keyboard.press("Tab");
  await expect(timeline.lanes).toBeFocused();
  const [first, ...others] = await names();
  await expect.poll(() => timeline.active()).toBe(first);
  await expect(heads.first()).toHaveCSS("outline-style", "solid");
  await expect(heads.last()).toHaveCSS("outline-style", "none");
  for (const name of others) {
    await page.keyboard.press("ArrowDown");
    expect(await timeline.active()).toBe(name);
  }
  await expect(heads.first()).toHaveCSS("outline-style", "none");
  await expect(heads.last()).toHaveCSS("outline-style", "solid");

  await timeline.seek("ArrowUp", /^speak\("cow"\): /);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  expect(await timeline.active()).toMatch(/^speak\("cow"\) ran /);
  await page.keyboard.press("ArrowRight");
  const { place, words } = story.requestWait(1);
  expect(await timeline.active()).toContain(`speak("cow") waited ${words}`);
  await page.keyboard.press("Enter");
  await pane.expectFocused();
  await expect(pane.tab("speak.ts")).toHaveAttribute("aria-selected", "true");
  expect((await pane.readCursor()).line).toBe(place.line);

  const program = timeline.lanes.getByRole("row", { name: /^the program/ }).last();
  const cows = timeline.lane('speak("cow")');
  await timeline.lanes.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  expect(await timeline.active()).toMatch(/^speak\("cow"\): coroutine/);
  // If a request has a row of its own below the task, the first key press folds that row away.
  await timeline.seek("ArrowLeft", /^the program/);
  await page.keyboard.press("ArrowLeft");
  await expect(program).toHaveAttribute("aria-expanded", "false");
  await expect(cows).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(program).toHaveAttribute("aria-expanded", "true");
  await expect.poll(withoutRequests).toEqual(rows);
  await page.keyboard.press("Tab");
  await expect(timeline.figure.getByText("Table", { exact: true })).toBeFocused();
});

test("green threads begin folded, are all in view, and print in their colours", async ({ page }) => {
  const { pane } = await openSlide(page, "gevent-program");
  const timeline = new Timeline(pane);
  await pane.setWait(0.5);
  await pane.run.click();
  await pane.expectFinished();
  await expect(timeline.lanes.getByRole("row", { expanded: false })).toHaveCount(3);
  for (const name of ["cow", "pig", "chicken"])
    await expect(timeline.lanes.getByRole("rowheader", { name: `speak("${name}")` })).toBeInViewport();
  const colours = await pane.lines
    .first()
    .locator("span > span")
    .evaluateAll((pieces) => pieces.map((piece) => getComputedStyle(piece).color));
  expect(new Set(colours).size).toBe(3);
});

test("of 10,000 requests at once the last one is reached, and the deck goes on meanwhile", async ({
  page,
}) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  const timeline = new Timeline(pane);
  await pane.setWait(0.5);
  await pane.runText(`const cow = "http://www.ericappelt.com/animals/cow";

await Promise.all(Array.from({ length: 10_000 }, () => fetch(cow)));
console.log("All of them have answered.");
`);
  await expect(pane.status).toHaveText(/^Running/);
  await page.keyboard.press("ArrowRight");
  await deck.expectSlide("subroutine-coroutine");
  expect(await page.locator("#sequential-program .pane-status").textContent()).toMatch(/^Running/);
  await page.keyboard.press("ArrowLeft");
  await deck.expectSlide("sequential-program");

  await pane.expectFinished();
  await expect(pane.lines).toHaveText(["All of them have answered."]);
  await expect(timeline.figure).toHaveAccessibleDescription(/^10,?000 requests, \d.* in all\.$/);
  await expect(timeline.requests.locator("tbody tr").last()).toHaveText("and 9,000 more");
  await timeline.lanes.press("End");
  await expect.poll(() => timeline.active()).toMatch(/^cow: GET http.*answered, 200 OK$/s);
  await expect(timeline.lanes.getByRole("row").last()).toHaveAttribute("aria-rowindex", "10002");
  await expect(timeline.lanes.getByRole("rowheader").last()).toBeInViewport();
});
