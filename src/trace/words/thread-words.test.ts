// Tests of the sentences for events of threads.

import { expect, test } from "vitest";
import { runStart, traceOf } from "../../../testing/trace/made-up-events.ts";
import { inTurns, unhappyCow } from "../../../testing/trace/made-up-threads.ts";
import { eventText } from "./event-words.ts";
import { threadKind } from "./thread-words.ts";

test("each event names its thread, the line and the lock", () => {
  const trace = traceOf(...inTurns);
  expect(trace.events.map((event) => eventText(event, trace))).toEqual([
    "animals.ts begins",
    "the program begins",
    "the program starts cow",
    "the program starts pig",
    "the program returned",
    "cow begins",
    "pig begins",
    "cow takes the lock at line 4 of speak.ts",
    "printed in cow: Moo",
    "pig is blocked at line 4 of speak.ts: it waits for the lock",
    "cow releases the lock",
    "pig is woken by cow",
    "pig takes the lock at line 4 of speak.ts",
    "printed in pig: Oink",
    "cow returned",
    "pig releases the lock",
    "pig returned",
    "cow has ended",
    "pig has ended",
    "the program has finished",
  ]);
});

test("messages name both threads, ends say how, and a deadlock can never go on", () => {
  const message = { message: 1, worker: 0 } as const;
  const trace = traceOf(
    ...unhappyCow.slice(0, -1),
    [50, { kind: "message-sent", ...message, task: 0, to: 2 }],
    [51, { kind: "message-taken", message: 1, worker: 2 }],
    [52, { kind: "message-handled", message: 1, worker: 2 }],
    [53, { kind: "wake", worker: 2, how: "timed-out" }],
    [54, { kind: "thread-end", worker: 2, how: "terminated", by: 0 }],
    [60, { kind: "run-end", outcome: { kind: "deadlock" } }],
  );
  expect(trace.events.slice(-7).map((event) => eventText(event, trace))).toEqual([
    "cow has failed",
    "the program sends a message to pig",
    "pig takes a message of the program",
    "pig has handled the message of the program",
    "pig has waited long enough and goes on",
    "pig is terminated by the program",
    "the program can never go on",
  ]);
});

test("a run says whether its threads were real or had turns, and one without threads says nothing", () => {
  const [, ...others] = unhappyCow;
  expect(threadKind(traceOf(...unhappyCow))).toEqual({
    short: "real: may differ",
    long: "Real threads: each run may come out differently",
  });
  expect(threadKind(traceOf([0, { ...runStart, turns: 7 }], ...others))).toEqual({
    short: "seed 7: repeats",
    long: "Threads in turns, seed 7: each run comes out the same",
  });
  expect(threadKind(traceOf([0, runStart]))).toBeUndefined();
});
