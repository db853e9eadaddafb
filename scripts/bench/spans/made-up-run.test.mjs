// Tests that the bench's made-up runs have the given number of spans, and that these match their trace.

import { expect, test } from "vitest";
import { foldEvents } from "../../../src/trace/trace.ts";
import { madeUpRun } from "./made-up-run.mjs";

/** @param {import("./made-up-run.mjs").MadeUpRun} run */
function traceOf({ events }) {
  return foldEvents(/** @type {import("../../../src/trace/events/events.ts").TraceEvent[]} */ (events));
}

test.each([
  [1000, 100],
  [1001, 100],
  [10_000, 170],
  [10_000, 2000],
])("a run of %i spans in %i tasks has exactly so many of both", (spans, tasks) => {
  const run = madeUpRun(spans, tasks);
  expect(run.spans).toHaveLength(spans);
  expect(traceOf(run).tasks).toHaveLength(tasks);
});

test("the spans are the stretches of the trace's tasks and the requests that no task awaits at once", () => {
  const run = madeUpRun(1000, 100);
  const stretches = traceOf(run).tasks.flatMap(({ stretches }) => stretches);
  const requests = run.spans.filter(({ state }) => state === "request");
  const others = run.spans.filter(({ state }) => state !== "request");
  expect(inWords(others)).toEqual(inWords(stretches));
  expect(requests).toHaveLength(10);
});

/** @param {readonly { from: number, to: number | undefined, state: string }[]} bars */
function inWords(bars) {
  return bars.map(({ from, to, state }) => `${state} from ${from} to ${to}`).sort();
}

test("the spans of a lane follow one another", () => {
  const { spans } = madeUpRun(1000, 100);
  const overlapping = spans.filter((span, index) => {
    const last = spans[index - 1];
    return last?.lane === span.lane && last.to > span.from;
  });
  expect(overlapping).toEqual([]);
});

test("tasks are nested three deep below the program", () => {
  const depths = new Set(traceOf(madeUpRun(1000, 100)).tasks.map(({ depth }) => depth));
  expect([...depths].sort()).toEqual([0, 1, 2, 3]);
});

test("the same numbers make the same run", () => {
  expect(madeUpRun(1000, 50)).toEqual(madeUpRun(1000, 50));
});
