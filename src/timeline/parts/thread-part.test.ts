// Tests of the words for parts of the lanes of threads and locks.

import { expect, test } from "vitest";
import { looks } from "../../../testing/timeline/made-up-runs.ts";
import { traceOf } from "../../../testing/trace/made-up-events.ts";
import { inTurns, unhappyCow } from "../../../testing/trace/made-up-threads.ts";
import { keyOf } from "../lanes/lane-items.ts";
import { laneItems } from "../lanes/lane-tree.ts";
import { partOf } from "./part-of.ts";
import { type PointedLane, partAt, partCount } from "./parts.ts";

function lane(facts: typeof inTurns, key: string): PointedLane {
  const trace = traceOf(...facts);
  const item = laneItems(trace).find((item) => keyOf(item) === key);
  if (!item) throw new Error(`The run has no lane "${key}".`);
  return { item, run: { trace, until: trace.duration, stuck: new Set(), times: looks.times }, x: (t) => t };
}

function said(pointed: PointedLane): string[] {
  return Array.from({ length: partCount(pointed) }, (_, index) => {
    const { words, more, place } = partOf(pointed, index) ?? { words: "nothing", more: [] };
    const where = place ? [`${place.file}:${place.line}`] : [];
    return [words, ...more, ...where].join("; ").replaceAll("\u00a0", " ");
  });
}

test("a thread ran, was blocked at a line while another one had the lock, and was woken", () => {
  expect(said(lane(inTurns, "thread-2"))).toEqual([
    "pig ran 12–25 ms",
    "pig was blocked 25–60 ms; waited at line 4 of speak.ts for the lock, which cow had; woken by cow; speak.ts:4",
    "pig ran 60–95 ms",
  ]);
});

test("the part at a place is the last that has begun", () => {
  expect([13, 30, 70].map((at) => partAt(lane(inTurns, "thread-2"), at))).toEqual([0, 1, 2]);
});

test("a lock was held by one thread after the other, and says who waited", () => {
  expect(said(lane(inTurns, "lock-0-0"))).toEqual([
    "cow held the lock 20–60 ms; taken at line 4 of speak.ts; held by cow; pig waits; speak.ts:4",
    "pig held the lock 61–90 ms; taken at line 4 of speak.ts; held by pig; speak.ts:4",
  ]);
});

test("after a deadlock, a thread was never woken and its lock never released", () => {
  expect(said(lane(unhappyCow, "thread-2")).at(-1)).toContain("never woken");
  expect(said(lane(unhappyCow, "lock-0-0"))[0]).toContain("never released");
});
