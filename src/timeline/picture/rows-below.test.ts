// Tests of the rows below a run's lanes: requests in flight, and the bounds of its waits.

import { expect, test } from "vitest";
import {
  concurrentRun,
  ended,
  ends,
  looks,
  madeUpProgram,
  madeUpRun,
  printed,
  ready,
  resumes,
  sequentialRun,
  start,
  starts,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { wholeView } from "../scale/view.ts";
import { layoutTimeline } from "./layout.ts";

const three = ["cow", "pig", "chicken"];
const size = { width: 1180, height: 420 };

function rows(run: TimelineRun, view = wholeView, now?: number) {
  const { groups, plot, x } = layoutTimeline([run], now, looks, size, view);
  const [group] = groups;
  return { flight: group?.flight, bounds: group?.bounds, plot, x };
}

test("the curve goes up with each request that is sent, and down with each reply", () => {
  const { flight, x } = rows(concurrentRun(three));
  expect(flight?.most?.text).toBe("3");
  // Of the steps at one time, the highest is visible, and the last.
  expect(flight?.steps.map((step) => step.level)).toEqual([1, 2 / 3, 0]);
  expect(flight?.steps.at(-1)?.x).toBeCloseTo(x(1000));
  expect(rows(sequentialRun(three)).flight?.most?.text).toBe("1");
});

test("of thousands of requests only distinguishable steps are drawn, including the highest", () => {
  const facts = Array.from({ length: 5000 }, (_, index) => start(index / 5, index, "cow"));
  const { flight } = rows(madeUpRun("many", facts), wholeView, 1000);
  expect(flight?.steps.length).toBeLessThan(2500);
  expect(flight?.most?.text).toBe("5000");
});

test("a sequential run ends at the sum of its waits, a concurrent one at the longest", () => {
  const sequential = rows(sequentialRun(three)).bounds;
  expect(sequential?.end).toBeCloseTo(sequential?.sum ?? 0);
  const concurrent = rows(concurrentRun(three)).bounds;
  expect(concurrent?.end).toBeCloseTo(concurrent?.longest ?? 0);
  expect(concurrent?.isCut).toBe(true);
});

test("the bounds are written between their marks", () => {
  const { bounds } = rows(sequentialRun(three));
  expect(bounds?.texts.map(({ text }) => text.replaceAll("\u00a0", " "))).toEqual([
    "waits",
    "longest 1.00 s, sum 3.00 s",
  ]);
  expect(bounds?.gap && bounds.gap.from > bounds.longest && bounds.gap.to < bounds.sum).toBe(true);
});

test("bounds are at their times, even if events at one time are spread out", () => {
  const calls = [1, 2, 3].flatMap(() => [resumes(40, 1, { kind: "task", task: 0 }), yields(40, 1)]);
  const generator = starts(40, 1, "count()", { kind: "generator" });
  const replies = [start(0, 0, "cow"), ready(20, 0), start(20, 1, "pig"), ready(40, 1)];
  const run = madeUpProgram(...replies, generator, ...calls, ends(80, 0), ended(80));
  const { bounds, x } = rows(run);
  expect(bounds?.texts[1]?.text.replaceAll("\u00a0", " ")).toBe("20–40 ms");
  expect([bounds?.longest, bounds?.sum]).toEqual([x(20), x(40)]);
});

test("a run without waits has neither curve nor bounds, and a running program has no bounds", () => {
  expect(rows(madeUpRun("a", [printed(5, "Moo!\n"), ended(900)]))).toMatchObject({
    flight: undefined,
    bounds: undefined,
  });
  const going = madeUpRun("a", [start(0, 0, "cow"), start(0, 1, "pig")]);
  expect(rows(going, wholeView, 500).bounds).toBeUndefined();
  expect(rows(going, wholeView, 500).flight).toBeDefined();
});

test("when lanes scroll, the rows below stay in view", () => {
  const facts = Array.from({ length: 500 }, (_, index) => start(0, index, "cow"));
  const { groups, covered, height } = layoutTimeline([madeUpRun("many", facts)], 900, looks, size);
  const output = groups[0]?.output;
  expect(height).toBeGreaterThan(5000);
  expect((output?.y ?? 0) + (output?.height ?? 0)).toBeLessThanOrEqual(size.height - 30);
  expect(covered).toBeGreaterThan(30);
});
