// Tests of spreading out events at one time.

import { expect, test } from "vitest";
import { groupOf, taskLaneOf } from "../../../testing/timeline/made-up-pictures.ts";
import {
  ended,
  ends,
  madeUpRun,
  mainStarts,
  resumes,
  starts,
  type TimedFact,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import type { Waker } from "../../trace/events/events.ts";
import { spread } from "./spread.ts";

const axis = { end: 100, width: 900 };
const byMain: Waker = { kind: "task", task: 0 };

/** Calls of next() that take no time, all at `t`. */
function calls(count: number, t: number): TimedFact[] {
  const turns = Array.from({ length: count }, () => [resumes(t, 1, byMain), yields(t, 1)]);
  return [mainStarts(), starts(t, 1, "a()", { kind: "generator" }), ...turns.flat(), ends(t, 0), ended(t)];
}

function places(facts: readonly TimedFact[], on = axis): number[] | undefined {
  const unit = on.width / on.end;
  const { trace } = madeUpRun("a", facts);
  const moved = spread(trace, on);
  return moved && trace.events.map(({ t, seq }) => moved.place(t, seq) * unit);
}

test("events at one time are side by side, in their order", () => {
  const xs = places(calls(3, 50)) ?? [];
  const distances = xs.slice(3).map((x, index) => x - (xs[index + 2] ?? 0));
  // The end of the run is where its last task ended.
  expect(distances).toEqual([...Array.from({ length: 7 }, () => expect.closeTo(10)), expect.closeTo(0)]);
});

test("the time between them is drawn shorter by as much, and the axis keeps its length", () => {
  const facts = calls(3, 50);
  const moved = spread(madeUpRun("a", facts).trace, axis);
  const rate = (900 - 7 * 10) / 100;
  expect(moved?.place(25)).toBeCloseTo((25 * rate * 100) / 900);
  expect(moved?.place(100)).toBeCloseTo(100);
  expect(moved?.place(0)).toBe(0);
});

test("if each event has room, nothing is moved", () => {
  expect(places([mainStarts(), ends(50, 0), ended(100)])).toBeUndefined();
});

test("a long axis stays linear, and so does one with too many events", () => {
  expect(places(calls(3, 50), { end: 300, width: 900 })).toBeUndefined();
  expect(places(calls(120, 50))).toBeUndefined();
  expect(places(calls(3000, 50))).toBeUndefined();
});

test("many events have less room each, and together never more than half of the axis", () => {
  const xs = places(calls(40, 50)) ?? [];
  const moved = (xs.at(-1) ?? 0) - (xs[2] ?? 0);
  expect(moved).toBeLessThanOrEqual(450);
  expect(moved).toBeGreaterThan(300);
});

test("a program that takes no time at all shows each of its turns, and each hand-over", () => {
  const group = groupOf(madeUpRun("a", calls(4, 0)));
  expect(taskLaneOf(group, "task-1").parts.solid).toHaveLength(4);
  expect(group.arrows).toHaveLength(8);
  const xs = group.arrows.map(({ x }) => x);
  expect(xs).toEqual(xs.toSorted((one, other) => one - other));
  expect(group.end?.total?.text).toBe("0\u00a0ms");
});

test("words give the real times", () => {
  const group = groupOf(madeUpRun("a", calls(4, 40)));
  expect(taskLaneOf(group, "task-1").title()).toContain("started at 40\u00a0ms");
  expect(group.end?.total?.text).toBe("40\u00a0ms");
});
