// Tests of the state of a run at an event.

import { describe, expect, test } from "vitest";
import {
  answered,
  ask,
  begin,
  resume,
  runStart,
  suspend,
  type Timed,
  taskEnd,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import type { TraceFact } from "../events/events.ts";
import { foldEvents, type Trace } from "../trace.ts";
import { momentAt, seqAt } from "./moment.ts";

const facts: readonly Timed[] = [
  ...begin,
  [5, taskStart(1, "speak()", "coroutine", 0)],
  [5, ask(0, 1)],
  [5, suspend(1, { kind: "request", request: 0 }, 7)],
  [6, suspend(0, { kind: "task", task: 1 }, 20)],
  [2000, answered(0)],
  [2000, resume(1, { kind: "request", request: 0 })],
  [2010, taskEnd(1)],
  [2010, resume(0, { kind: "task", task: 1 })],
  [2011, taskEnd(0)],
];

/** A moment in short: who has control, the live tasks with their states, and the requests in flight. */
function short(trace: Trace, seq: number) {
  const { holder, live, inFlight } = momentAt(trace, seq);
  return [
    holder,
    live.map(({ task, stretch }) => [task.task, stretch.state]),
    inFlight.map((r) => r.request),
  ];
}

describe("the event at a time", () => {
  const trace = traceOf(...facts);

  test("is the last one at that time or before it", () => {
    expect([0, 4.9, 5, 5.5, 1999, 2000, 1e9].map((t) => seqAt(trace, t))).toEqual([1, 1, 4, 4, 5, 7, 10]);
  });

  test("is none before the first", () => {
    expect(seqAt(trace, -1)).toBe(-1);
    expect(seqAt(foldEvents([]), 10)).toBe(-1);
  });
});

describe("the state after an event", () => {
  const trace = traceOf(...facts);

  test("is who has control, which tasks live in what state, and which requests are in flight", () => {
    expect(trace.events.map(({ seq }) => short(trace, seq))).toEqual([
      [undefined, [], []],
      [0, [[0, "running"]], []],
      [
        1,
        [
          [0, "running"],
          [1, "running"],
        ],
        [],
      ],
      [
        1,
        [
          [0, "running"],
          [1, "running"],
        ],
        [0],
      ],
      [
        0,
        [
          [0, "running"],
          [1, "suspended"],
        ],
        [0],
      ],
      [
        undefined,
        [
          [0, "suspended"],
          [1, "suspended"],
        ],
        [0],
      ],
      [
        undefined,
        [
          [0, "suspended"],
          [1, "suspended"],
        ],
        [],
      ],
      [
        1,
        [
          [0, "suspended"],
          [1, "running"],
        ],
        [],
      ],
      [undefined, [[0, "suspended"]], []],
      [0, [[0, "running"]], []],
      [undefined, [], []],
    ]);
  });

  test("is empty before the first event, and the newest state for a number past the last event", () => {
    const nothing = { holder: undefined, holders: new Set(), blocked: [], live: [], inFlight: [] };
    expect(momentAt(trace, -1)).toEqual({ seq: -1, t: 0, ...nothing });
    expect(momentAt(trace, 99)).toEqual(momentAt(trace, 10));
    expect(momentAt(trace, 10)).toMatchObject({ seq: 10, t: 2011 });
  });

  test("has the task's stretch at that event, not its newest stretch", () => {
    const stretch = momentAt(trace, 5).live[1]?.stretch;
    expect(stretch).toBe(trace.tasks[1]?.stretches[1]);
    expect(stretch?.wait).toEqual({ kind: "request", request: 0 });
  });

  test("after any of many events equals the state of a trace that ends there", () => {
    const all = manyFacts(6000).map((fact, seq) => ({ seq, t: seq, ...fact }));
    const whole = foldEvents(all);
    const growing = foldEvents([]);
    for (const event of all) {
      growing.append(event);
      if (event.seq % 53 !== 0) continue;
      expect(short(whole, event.seq)).toEqual(lastState(growing));
    }
  });
});

/** The state of a trace after its newest event, taken from the spans alone. */
function lastState({ tasks, control, requests }: Trace) {
  const holder = control.at(-1)?.to === undefined ? control.at(-1)?.task : undefined;
  const live = tasks.filter(({ how }) => !how).map(({ task, stretches }) => [task, stretches.at(-1)?.state]);
  return [holder, live, requests.filter(({ outcome }) => !outcome).map(({ request }) => request)];
}

/** A random run: tasks begin, send requests, wait, go on and end, so that up to about a thousand are alive. */
function manyFacts(length: number): TraceFact[] {
  const made: TraceFact[] = [runStart];
  const asking: number[] = [];
  for (let task = 0; made.length < length; task += 1) {
    made.push(taskStart(task, ""), ask(task, task), suspend(task));
    asking.push(task);
    const isFalling = task % 1000 > 700;
    for (const other of isFalling ? asking.splice((task * 7919) % asking.length, 3) : []) {
      made.push(answered(other), resume(other), taskEnd(other));
    }
  }
  return made;
}
