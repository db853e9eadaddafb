// Tests of moving the playhead through a run.

import { expect, test } from "vitest";
import { ask, finished, runStart, taskStart, traceOf } from "../../../testing/trace/made-up-events.ts";
import { moved, positionAt, positionOf, stepped } from "./playhead.ts";

const trace = traceOf(
  [0, runStart],
  [0, taskStart(0, "", "main")],
  [500, ask(0, 0, "http://www.ericappelt.com/animals/cow")],
  [500, { kind: "request-ready", request: 0 }],
  [2000, finished],
);

test("a time includes all events up to it, and is clamped to the run", () => {
  expect(positionAt(trace, 500)).toEqual({ seq: 3, t: 500 });
  expect(positionAt(trace, 1200)).toEqual({ seq: 3, t: 1200 });
  expect(positionAt(trace, -5)).toEqual({ seq: 1, t: 0 });
  expect(positionAt(trace, 9999)).toEqual({ seq: 4, t: 2000 });
});

test("steps go from event to event, also between events with the same time", () => {
  const seqs = [1, 2, 3, 4].reduce<number[]>(
    (all) => [...all, stepped(trace, positionOf(trace, all.at(-1) ?? 0), 1).seq],
    [0],
  );
  expect(seqs).toEqual([0, 1, 2, 3, 4]);
  expect(stepped(trace, positionOf(trace, 4), 1)).toEqual({ seq: 4, t: 2000 });
  expect(stepped(trace, positionOf(trace, 0), -1)).toEqual({ seq: -1, t: 0 });
});

test("between two events, a step back goes to the event before and a step on to the event after", () => {
  const between = positionAt(trace, 1200);
  expect(stepped(trace, between, -1)).toEqual({ seq: 3, t: 500 });
  expect(stepped(trace, between, 1)).toEqual({ seq: 4, t: 2000 });
});

test("without a position, steps begin at the newest event", () => {
  expect(stepped(trace, undefined, -1).seq).toBe(3);
  expect(stepped(trace, undefined, 1).seq).toBe(4);
  expect(moved(trace, undefined, -100)).toEqual({ seq: 3, t: 1900 });
});
