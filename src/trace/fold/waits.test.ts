// Tests of the bounds of waiting.

import { expect, test } from "vitest";
import {
  ask,
  finished,
  runStart,
  suspend,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import { inFlightAt, waitBounds } from "./waits.ts";

const timer = (id: number, delay: number) =>
  ({ kind: "timer-start", timer: id, task: 0, delay, repeats: false }) as const;

test("a request counts until its reply arrives, however late the program takes it", () => {
  const trace = traceOf(
    [0, runStart],
    [0, ask(0, 0)],
    [100, ask(1, 0)],
    [2000, { kind: "request-ready", request: 0 }],
    [2600, { kind: "request-ready", request: 1 }],
    [3000, finished],
  );
  expect(waitBounds(trace)).toEqual({ count: 2, sum: 4500, longest: 2500 });
  expect([50, 100, 1999, 2000, 2700].map((t) => inFlightAt(trace, t))).toEqual([1, 2, 2, 1, 0]);
});

test("a timer counts once, if a task waits for it, alone or in a group", () => {
  const all = { kind: "group", until: "all", of: [{ kind: "timer", timer: 1 }] } as const;
  const trace = traceOf(
    [0, runStart],
    [0, taskStart(0, "", "main")],
    [0, timer(0, 300)],
    [0, timer(1, 500)],
    [0, timer(2, 900)],
    [0, suspend(0, all)],
    [500, { kind: "timer-fire", timer: 1 }],
    [900, finished],
  );
  expect(waitBounds(trace)).toEqual({ count: 1, sum: 500, longest: 500 });
});

test("a run without waits has none", () => {
  expect(waitBounds(traceOf([0, runStart], [5, finished]))).toEqual({ count: 0, sum: 0, longest: 0 });
});

test("a request of the prompt, after the program's end, does not count", () => {
  const trace = traceOf(
    [0, runStart],
    [0, ask(0, 0)],
    [2000, { kind: "request-ready", request: 0 }],
    [2000, finished],
    [9000, ask(1, 0)],
    [11_000, { kind: "request-ready", request: 1 }],
  );
  expect(waitBounds(trace)).toEqual({ count: 1, sum: 2000, longest: 2000 });
});
