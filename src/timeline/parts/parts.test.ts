// Tests of the words for parts of lanes.

import { expect, test } from "vitest";
import {
  concurrentProgram,
  ended,
  ends,
  entered,
  looks,
  madeUpProgram,
  ready,
  sequentialProgram,
  start,
  starts,
  type TimedFact,
  taken,
  waits,
} from "../../../testing/timeline/made-up-runs.ts";
import { stuckTasks } from "../../trace/words/words.ts";
import type { LaneItem } from "../lanes/lane-items.ts";
import { laneItems } from "../lanes/lane-tree.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { partOf } from "./part-of.ts";
import { type PointedLane, partAt, partCount } from "./parts.ts";

const three = ["cow", "pig", "chicken"];

function lane({ trace }: TimelineRun, isIt: (item: LaneItem) => boolean): PointedLane {
  const item = laneItems(trace).find(isIt);
  if (!item) throw new Error("The run has no such lane.");
  const known = { trace, until: trace.duration, stuck: new Set(stuckTasks(trace)), times: looks.times };
  return { item, run: known, x: (t) => t };
}

const task = (id: number) => (item: LaneItem) => item.kind === "task" && item.span.task === id;

function said(pointed: PointedLane): string[] {
  return Array.from({ length: partCount(pointed) }, (_, index) => {
    const { words, more } = partOf(pointed, index) ?? { words: "nothing", more: [] };
    return [words, ...more].join("; ").replaceAll("\u00a0", " ");
  });
}

test("a coroutine waits together with others, and is resumed by what it waited for", () => {
  expect(said(lane(concurrentProgram(three, 300), task(2)))).toEqual([
    'speak("pig") ran at 0 ms',
    'speak("pig") waited 0.00–1.30 s for GET /animals/pig, together with 2 others; ready at 1.00 s; then resumed by GET /animals/pig',
    'speak("pig") ran 1.30–1.60 s; resumed by GET /animals/pig; returned at 1.60 s',
  ]);
});

test("a coroutine that waits alone is not said to wait together with others", () => {
  const [, waited] = said(lane(sequentialProgram(three), task(2)));
  expect(waited).toBe(
    'speak("pig") waited 1.00–2.00 s for GET /animals/pig; then resumed by GET /animals/pig',
  );
});

test("a generator has not begun until it is called for the first time", () => {
  const run = madeUpProgram(starts(0, 1, "count()", { kind: "generator" }), ends(50, 0), ended(50));
  expect(said(lane(run, task(1)))).toEqual(["count() had not begun, 0–50 ms"]);
});

test("the line of a part is where the task is suspended, or was last suspended", () => {
  const place = { file: "animals.ts", line: 7, column: 3 };
  const stands: TimedFact = { t: 10, kind: "task-suspend", task: 1, place, wait: { kind: "promise" } };
  const goesOn: TimedFact = { t: 20, kind: "task-resume", task: 1, by: { kind: "loop" }, thrown: false };
  const pointed = lane(madeUpProgram(starts(0, 1, "nap()"), stands, goesOn, ends(30, 1)), task(1));
  expect([0, 1, 2].map((index) => partOf(pointed, index)?.place?.line)).toEqual([1, 7, 7]);
});

test("a request is on its way, and then its reply is there until it is taken", () => {
  const run = madeUpProgram(start(0, 0, "cow"), ready(1000, 0), taken(1250, 0), ended(1300));
  const pointed = lane(run, ({ kind }) => kind === "request");
  expect(said(pointed)).toEqual([
    "GET /animals/cow was on its way 0.00–1.00 s; answered, 200 OK",
    "the reply to GET /animals/cow was there 1.00–1.25 s, until it was taken; answered, 200 OK",
  ]);
  expect([500, 1100].map((t) => partAt(pointed, t))).toEqual([0, 1]);
});

test("the event loop's parts are the times at which a task had control", () => {
  const pointed = lane(concurrentProgram(["cow"], 300), ({ kind }) => kind === "loop");
  expect(said(pointed).slice(-2)).toEqual([
    'speak("cow") had control 1.00–1.30 s',
    "the program had control at 1.30 s",
  ]);
  expect(partOf(pointed, partAt(pointed, 1100))?.words).toContain("speak");
});

test("entries at the prompt and timers are also parts", () => {
  const set: TimedFact = { t: 0, kind: "timer-start", timer: 0, task: 0, delay: 100, repeats: true };
  const fires: TimedFact[] = [100, 200].map((t) => ({ t, kind: "timer-fire", timer: 0 }));
  const clear: TimedFact = { t: 250, kind: "timer-clear", timer: 0 };
  const run = madeUpProgram(set, ...fires, clear, ends(300, 0), ended(300), ...entered(400, 0, 1, "1 + 1"));
  expect(said(lane(run, ({ kind }) => kind === "timers"))).toEqual([
    "a timer of 100 ms, 0.00–0.25 s, called back 2 times, then cleared",
  ]);
  expect(said(lane(run, ({ kind }) => kind === "prompt"))).toEqual([
    "1 + 1, entered at 0.40 s; returned at 0.40 s",
  ]);
});

test("there is no part beyond the last one", () => {
  const pointed = lane(madeUpProgram(starts(0, 1, "nap()"), waits(5, 1, { kind: "turn" })), task(1));
  expect([partOf(pointed, -1), partOf(pointed, 99)]).toEqual([undefined, undefined]);
  expect(partAt(lane(madeUpProgram(waits(9, 0, { kind: "turn" })), task(0)), 9)).toBe(1);
});
