// Another talk in place of this one: a folder with slides/ and mocks/ is enough to build, check, run and record it.

import { execFile } from "node:child_process";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { serve } from "../scripts/serve.mjs";
import { root } from "../scripts/setup.mjs";
import { test as base, expect } from "./fixtures.ts";
import { Deck } from "./steps/deck.ts";
import { Story } from "./steps/story.ts";
import { enter, rooms, walk } from "./steps/walk.ts";

const folder = join(import.meta.dirname, "second-talk");
const names = ["hello", "three-towns", "end"];

/** A program that prints what comes, when it comes. */
const listener = `
const { body } = await fetch("https://weather.example/feed");
const decoder = new TextDecoder();
for await (const bytes of body ?? []) console.log(decoder.decode(bytes).slice(6).trim());
`;

/** Runs a script as a speaker would for a talk in another folder. */
async function script(name: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, INTERLEAVE_TALK: relative(root, folder) };
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, "scripts", name), ...args], {
    env,
  });
  return stdout;
}

const test = base.extend<{ talk: Deck }, { talkUrl: string }>({
  talkUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      await script("build.mjs");
      const site = await serve(join(folder, "dist"));
      await use(site.url);
      await site.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  talk: async ({ page, talkUrl, watch }, use) => {
    watch.own(new URL(talkUrl).origin);
    await page.goto(talkUrl);
    await expect(page.locator(".reveal.ready")).toBeVisible();
    await use(new Deck(page, names));
  },
});

test.describe("a talk of three slides, without animals", () => {
  // One build for all tests.
  test.describe.configure({ mode: "default" });

  for (const room of rooms) {
    test(`is whole and accessible at every step, in a ${room.theme} room`, async ({ page, talk }) => {
      await enter(page, room);
      expect(await walk(talk, room)).toEqual([]);
    });
  }

  test("has the title of its first slide, and one part", async ({ page, talk }) => {
    await expect(page).toHaveTitle("The weather, three times");
    await talk.expectSlide("hello");
    await page.keyboard.press("q");
    const list = page.getByRole("listbox", { name: "Slides" });
    await expect(list.getByRole("option")).toHaveText([
      "1 The weather, three times",
      "2 Three towns at once",
      "3 What to take home",
    ]);
    await expect(list.getByRole("group")).toHaveCount(1);
  });

  test("runs its program on its own network, and refuses any other", async ({ page, talk }) => {
    await page.keyboard.press("ArrowRight");
    await talk.expectSlide("three-towns");
    const { pane } = talk;
    await expect(pane.wait).toHaveText(/^Wait 1 s/);
    await pane.run.click();
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["Lisbon: 24 °C", "Oslo: 9 °C", "Rome: 21 °C"]);
    await pane.runText('await fetch("http://www.ericappelt.com/animals/cow");');
    await expect(pane.log).toContainText("A pane reaches only the weather at https://weather.example/");
  });

  test("gets an event stream piece by piece, and the server's timers are not among the program's", async ({
    page,
    talk,
  }) => {
    await page.keyboard.press("ArrowRight");
    await talk.expectSlide("three-towns");
    const { pane } = talk;
    await pane.runText(listener);
    await pane.expectFinished();
    await expect(pane.lines).toHaveText(["sun", "cloud", "rain", "cloud", "sun"]);
    const story = await Story.of(pane);
    const times = story.facts("output").map(({ t }) => t);
    // A busy machine may print late, but not early. All pieces at once would come at the time of the last one.
    for (const [index, time] of times.entries()) expect(time).toBeGreaterThan(900 + 300 * index);
    expect(times[0]).toBeLessThan(2000);
    expect(story.facts("timer-start")).toEqual([]);
    const read = story.facts("body-chunk").map(({ t }) => t);
    expect(read.map((t, index) => t <= (times[index] ?? 0))).toEqual(times.map(() => true));
    await expect(pane.timeline.locator("table").first()).toContainText(
      /answered, 200 OK; 5 chunks, \d+ bytes, complete at/,
    );
    await expect(pane.timeline.locator(".timeline-body + .timeline-solid")).toHaveAttribute(
      "d",
      /^(M[^M]+){5}$/,
    );
  });

  test("is recorded as it runs", async () => {
    expect(await script("record-panes.mjs", "--check")).toContain("All recordings are as their panes run.");
  });
});
