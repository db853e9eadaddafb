// The timeline, read by keys and by mouse: through a run and back, pointing, zooming in and out.

import { plainTimes } from "../src/trace/words/times.ts";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";
import { Story } from "./steps/story.ts";
import { cellsOf, Timeline } from "./steps/timeline.ts";

/**
 * A program that prints for more than a second in all, so that most of its replies wait until they are taken. It reads
 * no body: in a browser in which that takes a moment, for example Firefox, all replies would be taken before the
 * printing starts.
 */
const talking = `import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";

async function speak(animal: string) {
  const reply = await fetch(\`\${farm}/\${animal}\`);
  radprint(\`\${animal} \${reply.status}\`);
}

await Promise.all([speak("cow"), speak("pig"), speak("duck")]);
`;

async function runTalking(pane: Pane): Promise<Story> {
  await pane.setWait(0.5);
  await pane.runText(talking);
  await pane.expectFinished();
  return Story.of(pane);
}

/** Expects all views of a pane to show its run as it was after an event. */
async function expectMoment(timeline: Timeline, story: Story, seq: number): Promise<void> {
  const { pane, requests, coroutines } = timeline;
  await expect.poll(() => timeline.seq()).toBe(seq);
  await expect(pane.lines).toHaveText(story.printed(seq));
  const suspended = () => pane.markedLines("line-band.is-suspended");
  const running = () => pane.markedLines("line-band.is-running", "line-band.is-resumed");
  await expect.poll(suspended).toEqual(story.standing(seq, "suspended"));
  await expect.poll(running).toEqual(story.standing(seq, "running"));
  expect((await cellsOf(requests)).map((row) => row[5])).toEqual(story.requestStates(seq));
  expect((await cellsOf(coroutines)).map((row) => row[4])).toEqual(story.taskStates(seq));
}

test("by keys a run is gone through, and console, editor and tables go along", {
  tag: "@everywhere",
}, async ({ page }) => {
  const deck = await openSlide(page, "sequential-program");
  const { pane } = deck;
  const timeline = new Timeline(pane);
  const story = await runTalking(pane);
  const last = story.events.length - 1;
  const end = Number(story.events[last]?.t);
  await timeline.openTables();

  await page.keyboard.press("m");
  await expect(timeline.playhead).toBeFocused();
  expect(await timeline.moment()).toBe("newest moment");
  await timeline.move("ArrowLeft");
  await expectMoment(timeline, story, last - 1);
  // As fast as a key repeats that is held down.
  await Promise.all(["ArrowLeft", "ArrowLeft", "ArrowLeft"].map((key) => page.keyboard.press(key)));
  await expectMoment(timeline, story, last - 4);
  await timeline.move("End");
  await timeline.move("PageUp");
  expect(await timeline.time()).toBeCloseTo(end - 1000, 0);
  await expectMoment(timeline, story, story.seqAt(end - 1000));

  const typing = story
    .facts("output")
    .find(({ seq, text }) => text !== "\n" && story.requestStates(seq).includes("ready"));
  if (!typing) throw new Error("No reply came while somebody was typing.");
  while ((await timeline.time()) < typing.t) await timeline.move("Shift+ArrowRight");
  while ((await timeline.seq()) > typing.seq) await timeline.move("ArrowLeft");
  await expectMoment(timeline, story, typing.seq);
  await expect(pane.status).toHaveText(`At ${plainTimes.text(await timeline.time())}`);
  await timeline.move("Home");
  await expectMoment(timeline, story, -1);

  await timeline.setSpeed("0.25×");
  await page.keyboard.press("m");
  await page.keyboard.press("Space");
  await expect.poll(() => timeline.seq()).toBeGreaterThan(0);
  await page.keyboard.press("Space");
  await timeline.setSpeed("10×");
  const stopped = await timeline.seq();
  expect(stopped).toBeLessThan(last);
  await expectMoment(timeline, story, stopped);
  await page.keyboard.press("m");
  await page.keyboard.press("Space");
  await expectMoment(timeline, story, last);

  await page.keyboard.press("l");
  await expect.poll(() => timeline.moment()).toBe("newest moment");
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(story.printed(last));
  await expect(timeline.requests.getByRole("columnheader").last()).toHaveText("Outcome");
  await deck.expectSlide("sequential-program");
});

test("by mouse a run is scrubbed, pointed at, and seen from close to", async ({ page }) => {
  const { pane } = await openSlide(page, "sequential-program");
  const timeline = new Timeline(pane);
  const story = await runTalking(pane);
  const [first, last] = [story.facts("output")[0], story.facts("output").at(-2)];
  if (!first || !last) throw new Error("Nobody has said anything.");

  const begin = await timeline.spotAt(0);
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  /** Moves the mouse along the axis, and expects playhead and console to follow. */
  const dragTo = async (t: number) => {
    const { x, y } = await timeline.spotAt(t / 1000);
    await page.mouse.move(x, y);
    await expect.poll(async () => Math.abs((await timeline.time()) - t)).toBeLessThan(15);
    await expect(pane.lines).toHaveText(story.printed(await timeline.seq()));
  };
  await dragTo(last.t);
  await dragTo(first.t - 100);
  await expect(pane.lines).toHaveCount(0);
  await dragTo((first.t + last.t) / 2);
  const between = await timeline.moment();
  await page.mouse.up();

  const { place, from, to, words } = story.requestWait(2);
  const { x, y } = await timeline.spotIn('speak("pig")', (from + to) / 2000);
  await page.mouse.move(x, y);
  await expect(timeline.card).toContainText(`speak("pig") waited ${words}`);
  await expect(timeline.card).toContainText("then resumed by GET /animals/pig");
  await expect(timeline.card).toContainText(`line ${place.line} of animals.ts`);
  await expect.poll(() => pane.markedLines("line-lit")).toEqual([place.line]);
  // The playhead is not dragged any more.
  expect(await timeline.moment()).toBe(between);
  await page.mouse.click(x, y);
  await pane.expectFocused();
  expect(await pane.readCursor()).toEqual({ line: place.line, column: place.column });

  const whole = await timeline.ticks();
  const pointed = await timeline.timeAt({ x, y });
  await page.mouse.wheel(0, -400);
  await expect.poll(() => timeline.ticks()).not.toEqual(whole);
  expect(await timeline.timeAt({ x, y })).toBeCloseTo(pointed, 2);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => timeline.timeAt({ x: x - 40, y })).toBeCloseTo(pointed, 2);

  await page.mouse.dblclick(x - 40, y);
  // If the wait begins near the start of the run, all the room around it is on its right.
  const around = 0.13 * (to - from);
  const seen = async () => (await timeline.ticks()).map(({ t }) => 1000 * t);
  await expect.poll(async () => Math.min(...(await seen()))).toBeGreaterThan(from - around);
  await expect.poll(async () => Math.max(...(await seen()))).toBeLessThan(to + around);
  await timeline.lanes.press("0");
  await expect.poll(() => timeline.ticks()).toEqual(whole);
});
