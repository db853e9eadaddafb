// Tests of the whole fold, and of requests.

import { describe, expect, test } from "vitest";
import {
  answered,
  ask,
  events,
  finished,
  printed,
  runStart,
  traceOf,
} from "../../testing/trace/made-up-events.ts";
import type { TraceFact } from "./events/events.ts";
import { Trace } from "./trace.ts";

describe("a run", () => {
  test("begins empty, and has no outcome while it goes on", () => {
    const trace = traceOf([0, runStart]);
    expect([trace.entry, trace.outcome, trace.total, trace.duration]).toEqual([
      "animals.ts",
      undefined,
      undefined,
      0,
    ]);
  });

  test("ends with its outcome and its total", () => {
    const trace = traceOf([0, runStart], [1250, finished]);
    expect([trace.outcome, trace.total, trace.duration]).toEqual([{ kind: "finished" }, 1250, 1250]);
  });

  test("ends once", () => {
    expect(() => traceOf([0, runStart], [1, finished], [2, finished])).toThrow("ends a run that has ended");
  });
});

describe("a request", () => {
  const ready: TraceFact = { kind: "request-ready", request: 0 };

  test("is in flight, arrives, and is taken", () => {
    expect(traceOf([0, runStart], [10, ask(0, 0)], [2010, ready], [3000, answered(0)]).requests).toEqual([
      {
        request: 0,
        task: 0,
        method: "GET",
        url: "http://farm.example/animals/cow",
        start: 10,
        seq: 1,
        ready: 2010,
        readySeq: 2,
        end: 3000,
        endSeq: 3,
        outcome: { kind: "answered", status: 200, statusText: "OK" },
      },
    ]);
  });

  test("keeps the chunks of its body, which come after its head and before the body's end", () => {
    const chunk: TraceFact = { kind: "body-chunk", request: 0, bytes: 5 };
    const end: TraceFact = { kind: "body-end", request: 0, outcome: "complete" };
    const begun = [
      [0, runStart],
      [0, ask(0, 0)],
    ] as const;
    const trace = traceOf(...begun, [1, answered(0)], [2, chunk], [302, chunk], [600, end]);
    expect(trace.requests[0]?.body).toEqual({
      chunks: [
        { t: 2, seq: 3, bytes: 5 },
        { t: 302, seq: 4, bytes: 5 },
      ],
      end: 600,
      endSeq: 5,
      outcome: "complete",
    });
    expect(() => traceOf(...begun, [1, chunk])).toThrow("request 0, which has no open body");
    expect(() => traceOf(...begun, [1, answered(0)], [2, end], [3, chunk])).toThrow("has no open body");
  });

  test("that never started cannot end", () => {
    expect(() => traceOf([0, runStart], [1, answered(0)])).toThrow("request 0, which was never started");
  });

  test("starts once, and not before those with lower numbers", () => {
    expect(() => traceOf([0, ask(0, 0)], [1, ask(0, 0)])).toThrow("the next request is number 1");
    expect(() => traceOf([0, ask(1, 0)])).toThrow("the next request is number 0");
  });

  test("that has ended does not go on", () => {
    expect(() => traceOf([0, runStart], [1, ask(0, 0)], [2, answered(0)], [3, ready])).toThrow(
      "request 0, which has ended",
    );
  });
});

test("an abort is kept with who aborted, and why", () => {
  expect(traceOf([0, runStart], [7, { kind: "abort", task: 2, reason: "too slow" }]).aborts).toEqual([
    { seq: 1, t: 7, task: 2, reason: "too slow" },
  ]);
});

test("an event that does not follow the last is refused: a gap, a repetition, a step back in time", () => {
  const trace = new Trace();
  trace.append({ seq: 0, t: 5, ...runStart });
  for (const [seq, t] of [
    [2, 6],
    [0, 6],
    [1, 4],
  ] as const) {
    expect(() => trace.append({ seq, t, ...printed("x") })).toThrow(RangeError);
  }
  expect(trace.events).toHaveLength(1);
});

test("a trace that refused an event is as it was, and goes on with another", () => {
  const trace = traceOf([0, runStart]);
  expect(() => trace.append({ seq: 1, t: 1, ...answered(0) })).toThrow(RangeError);
  expect(trace.events).toEqual(events([0, runStart]));
  trace.append({ seq: 1, t: 2, ...finished });
  expect(trace.total).toBe(2);
});
