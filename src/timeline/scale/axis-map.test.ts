// Tests of the map between moments and positions.

import { expect, test } from "vitest";
import {
  ended,
  ends,
  madeUpProgram,
  resumes,
  starts,
  type TimedFact,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import type { Trace } from "../../trace/trace.ts";
import { axisMap } from "./axis-map.ts";

const plot = { left: 100, right: 1000 };

/** A generator that is called `count` times at 40 of 80 milliseconds, without taking time. */
function calls(count: number): Trace {
  const turns = Array.from({ length: count }, (): TimedFact[] => [
    resumes(40, 1, { kind: "task", task: 0 }),
    yields(40, 1),
  ]);
  const generator = starts(40, 1, "count()", { kind: "generator" });
  return madeUpProgram(generator, ...turns.flat(), ends(80, 0), ended(80)).trace;
}

const run = calls(3);
const places = (trace: Trace, map = axisMap([trace], 80, undefined, plot)) =>
  trace.events.map(({ t, seq }) => map.x(t, seq));

test("if no events are spread out, the axis is linear, whatever the event", () => {
  const map = axisMap([run], 200, undefined, plot);
  expect([0, 50, 200].map((t) => map.x(t, 3))).toEqual([100, 325, 1000]);
  expect(map.timeAt(325)).toBe(50);
});

test("events at one time have their own positions, in order; a time without an event has the first one's", () => {
  const xs = places(run);
  expect(xs).toEqual(xs.toSorted((one, other) => one - other));
  expect((xs[8] ?? 0) - (xs[2] ?? 0)).toBeCloseTo(60);
  expect(axisMap([run], 80, undefined, plot).x(40)).toBe(xs[2]);
  expect(xs.at(-1)).toBeCloseTo(plot.right);
});

test("a moment between two events lies between their positions", () => {
  const map = axisMap([run], 80, undefined, plot);
  const [last, next] = [map.x(40, 8), map.x(80, 9)];
  expect(map.x(60, 8)).toBeCloseTo((last + next) / 2);
  expect(map.timeAt((last + next) / 2)).toBeCloseTo(60);
});

test("each event is found at its position", () => {
  const map = axisMap([run], 80, undefined, plot);
  const seqs = places(run).map((x) => map.positionAt(x + 1, run).seq);
  // The run begins and ends with its program.
  expect(seqs).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 10]);
});

test("several runs share the axis, so their events are not spread out", () => {
  const map = axisMap([run, calls(2)], 80, undefined, plot);
  expect(new Set(run.events.slice(2, 9).map(({ t, seq }) => map.x(t, seq)))).toEqual(new Set([550]));
  expect(map.positionAt(550, run)).toEqual({ seq: 8, t: 40 });
});

test("a moment outside the window is drawn just outside the plot, and farX gives its real position", () => {
  const map = axisMap([run], 200, { from: 50, to: 60 }, plot);
  expect([map.x(50), map.x(60), map.x(0), map.x(200)]).toEqual([100, 1000, 40, 1060]);
  expect(map.farX(0)).toBe(-4400);
});

test("the map includes events that are added later", () => {
  const trace = calls(1);
  const before = places(trace).length;
  trace.append({ seq: before, t: 80, kind: "prompt-start", prompt: 0, text: "1" });
  expect(places(trace)).toHaveLength(before + 1);
  expect(places(trace).every(Number.isFinite)).toBe(true);
});
