// Tests of folding the events of timers.

import { expect, test } from "vitest";
import { runStart, setTimer, traceOf } from "../../../testing/trace/made-up-events.ts";
import type { TraceFact } from "../events/events.ts";

const fire: TraceFact = { kind: "timer-fire", timer: 0 };
const clear: TraceFact = { kind: "timer-clear", timer: 0 };

test("a timer is over when it has fired", () => {
  expect(traceOf([0, runStart], [10, setTimer(0, 3, 300)], [310, fire]).timers).toEqual([
    {
      timer: 0,
      task: 3,
      delay: 300,
      repeats: false,
      seq: 1,
      start: 10,
      fires: [{ seq: 2, t: 310 }],
      end: 310,
      endSeq: 2,
      cleared: false,
      isAwaited: false,
    },
  ]);
});

test("a timer that repeats fires until it is cleared", () => {
  const trace = traceOf([0, runStart], [0, setTimer(0, 0, 10, true)], [10, fire], [20, fire], [25, clear]);
  expect(trace.timers).toMatchObject([{ fires: [{ t: 10 }, { t: 20 }], end: 25, cleared: true }]);
});

test("clearing a timer that is over changes nothing", () => {
  const trace = traceOf([0, runStart], [0, setTimer(0, 0, 10)], [10, fire], [25, clear]);
  expect(trace.timers).toMatchObject([{ end: 10, cleared: false }]);
});

test("events of a timer that was never set, is set twice, or is over are refused", () => {
  expect(() => traceOf([0, runStart], [1, fire])).toThrow("timer 0, which was never started");
  expect(() => traceOf([0, setTimer(0, 0, 1)], [1, setTimer(0, 0, 1)])).toThrow("the next timer is number 1");
  expect(() => traceOf([0, setTimer(0, 0, 1)], [1, fire], [2, fire])).toThrow("timer 0, which has ended");
});
