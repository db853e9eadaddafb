// Tests of what threads and locks do at a moment.

import { expect, test } from "vitest";
import { traceOf } from "../../../testing/trace/made-up-events.ts";
import { inTurns } from "../../../testing/trace/made-up-threads.ts";
import { lockStateText, threadStateText } from "./thread-moment.ts";

const trace = traceOf(...inTurns);

/** What the thread does after each event. */
function states(index: number): string[] {
  const thread = trace.threads[index];
  return trace.events.map(({ seq }) => (thread ? threadStateText(thread, trace, seq) : ""));
}

test("a thread is started, runs, is blocked, runs again and ends", () => {
  const blocked = "blocked at line 4 of speak.ts: it waits for the lock";
  expect(states(2)).toEqual([
    ...["not started", "not started", "not started"],
    ...["starting", "starting", "starting"],
    ...["running", "running", "running"],
    ...[`${blocked}, which cow has`, blocked],
    ...["running", "running", "running", "running", "running"],
    ...["waiting", "waiting", "ended", "ended"],
  ]);
});

test("a lock is free or held, and says who waits for it", () => {
  const [lock] = trace.locks;
  expect(trace.events.map(({ seq }) => (lock ? lockStateText(lock, trace, seq) : ""))).toEqual([
    ...Array<string>(7).fill("free"),
    ...["held by cow", "held by cow", "held by cow; pig waits", "free; pig waits", "free"],
    ...["held by pig", "held by pig", "held by pig"],
    ...Array<string>(5).fill("free"),
  ]);
});
