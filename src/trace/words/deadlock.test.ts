// Tests of what is said about a deadlock.

import { expect, test } from "vitest";
import { traceOf } from "../../../testing/trace/made-up-events.ts";
import {
  block,
  cowAndPig,
  cycle,
  deadlock,
  inTurns,
  take,
  threadStart,
  topStart,
  tray,
  unhappyCow,
} from "../../../testing/trace/made-up-threads.ts";
import { deadlockLines } from "./deadlock.ts";

const first = "Deadlock: every thread has ended or waits for ever.";

test("a lock whose holder ended by an error is told with the error, and the console says so", () => {
  const trace = traceOf(...unhappyCow);
  const texts = [
    first,
    "pig waits at line 4 of speak.ts for the lock. cow took it there and never released it: it ended with Error: Not happy about moo.",
  ];
  expect(deadlockLines(trace).map(({ text }) => text)).toEqual(texts);
  expect(trace.lines.slice(-2).map(({ text, level }) => [text, level])).toEqual(
    texts.map((text) => [text, "error"]),
  );
});

test("threads that wait at one line are told together", () => {
  const frog = [
    [13, threadStart(3, "frog")],
    [14, topStart(3, 3, "frog")],
    [30, block(3, 3)],
  ] as const;
  const trace = traceOf(
    ...cowAndPig,
    ...frog.slice(0, 2),
    [20, take(1, 1)],
    [25, block(2, 2)],
    [30, block(3, 3)],
    [99, deadlock],
  );
  expect(deadlockLines(trace)[1]?.text).toBe(
    "pig and frog wait at line 4 of speak.ts for the lock. cow took it there and never released it: it has nothing left to do.",
  );
});

test("a holder that is blocked has not ended, though an error of it went uncaught before", () => {
  const unhappy = { headline: "Error: Not happy about moo.", frames: [], rejection: true };
  const trace = traceOf(
    ...cowAndPig,
    [20, take(1, 1)],
    [21, { kind: "error", task: 1, error: unhappy, worker: 1 }],
    [22, block(1, 1, 5, tray)],
    [25, block(2, 2)],
    [99, deadlock],
  );
  expect(deadlockLines(trace).map(({ text }) => text)).toContain(
    "pig waits at line 4 of speak.ts for the lock. cow took it there and never released it: it is blocked itself.",
  );
});

test("a cycle is told as a cycle", () => {
  expect(deadlockLines(traceOf(...cycle)).map(({ text }) => text)).toEqual([
    first,
    "They wait in a cycle: cow has the lock and waits at line 5 of speak.ts for lock 2; pig has lock 2 and waits at line 9 of speak.ts for the lock.",
  ]);
});

test("a thread that takes its lock twice waits for itself", () => {
  const trace = traceOf(...cowAndPig, [20, take(1, 1)], [21, block(1, 1)], [99, deadlock]);
  expect(deadlockLines(trace)[1]?.text).toBe(
    "cow waits at line 4 of speak.ts for the lock, which it holds itself.",
  );
});

test("a cell that is no lock is told as a notify", () => {
  const trace = traceOf(...cowAndPig, [21, block(1, 1)], [99, deadlock]);
  expect(deadlockLines(trace)[1]?.text).toBe(
    "cow waits at line 4 of speak.ts for a notify that nobody can send.",
  );
});

test("a run that ended otherwise has no deadlock", () => {
  expect(deadlockLines(traceOf(...inTurns))).toEqual([]);
});
