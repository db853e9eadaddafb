// Tests of what must hold in every run of a program with threads.

import { expect, test } from "vitest";
import type { TraceEvent, TraceFact } from "../../src/trace/events/events.ts";
import { events, mainStart, runStart } from "./made-up-events.ts";
import { threadDifferences, threadFaults } from "./thread-rules.ts";

const on = { memory: 0, byte: 0 };
const finished: TraceFact = { kind: "run-end", outcome: { kind: "finished" } };

/** The events of a run whose main thread starts cow (1) and pig (2), and then does this. */
function run(...facts: readonly TraceFact[]): readonly TraceEvent[] {
  const start = (worker: number, name: string): TraceFact => ({
    kind: "thread-start",
    worker,
    parent: 0,
    task: 0,
    name,
    file: "speak.ts",
  });
  const all = [runStart, mainStart, start(1, "cow"), start(2, "pig"), ...facts];
  return events(...all.map((fact, index) => [index, fact] as const));
}

const end = (worker: number): TraceFact => ({ kind: "thread-end", worker, how: "closed" });
const take = (worker: number): TraceFact => ({ kind: "lock-taken", worker, task: 0, on });
const release = (worker: number): TraceFact => ({ kind: "lock-released", worker, task: 0, on });
const print = (text: string): TraceFact => ({ kind: "output", task: 0, level: "log", text, worker: 1 });
const block = (worker: number): TraceFact => ({ kind: "block", worker, task: 0, on });

test("threads that take turns at a lock and end have no fault", () => {
  const turns = [take(1), block(2), release(1), { kind: "wake", worker: 2, how: "ok" } as const, take(2)];
  expect(threadFaults(run(...turns, release(2), end(1), end(2), finished))).toEqual([]);
});

test("a lock that two threads hold is a fault", () => {
  const [fault] = threadFaults(run(take(1), take(2), release(1), release(2), end(1), end(2), finished));
  expect(fault).toBe("Event 5: Thread 2 takes a lock that thread 1 holds.");
});

test("a lock may be released by another thread than its holder, but not if nobody holds it", () => {
  const rest = [end(1), end(2), finished];
  expect(threadFaults(run(take(1), release(2), take(2), release(2), ...rest))).toEqual([]);
  expect(threadFaults(run(take(1), release(2), release(1), ...rest))).toEqual([
    "Event 6: Thread 1 releases a lock that nobody holds.",
  ]);
});

test("a message that is taken before it is sent, or by another thread, is a fault", () => {
  const sent: TraceFact = { kind: "message-sent", message: 0, worker: 0, task: 0, to: 1 };
  const taken = (worker: number): TraceFact => ({ kind: "message-taken", message: 0, worker });
  const rest = [end(1), end(2), finished];
  expect(threadFaults(run(sent, taken(1), ...rest))).toEqual([]);
  expect(threadFaults(run(taken(1), sent, ...rest))[0]).toContain("was not sent");
  expect(threadFaults(run(sent, taken(2), ...rest))[0]).toContain("is for thread 1");
});

test("a thread without an end is a fault, unless it is blocked for ever", () => {
  expect(threadFaults(run(end(1), finished))).toEqual(["Thread 2 has no end."]);
  expect(threadFaults(run(end(1), block(2), finished))).toEqual([]);
});

test("a blocked thread does nothing, and an ended one neither", () => {
  expect(threadFaults(run(block(1), print("Moo"), block(2), finished))[0]).toContain("Thread 1 is blocked.");
  expect(threadFaults(run(end(1), print("Moo"), block(2), finished))[0]).toContain("Thread 1 does not live.");
});

test("runs may differ in the order of what is printed and in numbers, but not in the rest", () => {
  const rest = [end(1), end(2), finished];
  const stored = run(print("Moo"), print("Oink 17"), ...rest);
  expect(threadDifferences(stored, run(print("Oink 4"), print("Moo"), ...rest))).toEqual([]);
  expect(threadDifferences(stored, run(print("Moo"), ...rest))).toEqual([
    "printed characters: MOiknoo before, Moo now",
  ]);
});

test("lines that have moved are a difference, but not who comes first at them, nor who is blocked there", () => {
  const at = (line: number) => ({ caller: { file: "speak.ts", line, column: 1 } });
  const turns = (first: number, second: number, line: number) => [
    { ...take(first), ...at(line) },
    { ...block(second), ...at(line) },
    release(first),
    { ...take(second), ...at(line) },
    release(second),
    end(1),
    end(2),
    finished,
  ];
  const stored = run(...turns(1, 2, 11));
  expect(threadDifferences(stored, run(...turns(2, 1, 11)))).toEqual([]);
  expect(threadDifferences(stored, run(...turns(1, 2, 12)))).toEqual([
    "lines: speak.ts:11 before, speak.ts:12 now",
  ]);
});

test("who comes last decides whether a failed thread leaves a deadlock, so both are the same end", () => {
  const fails: TraceFact = { kind: "run-end", outcome: { kind: "failed" } };
  const stuck = run(take(1), end(1), block(2), { kind: "run-end", outcome: { kind: "deadlock" } });
  const goesOn = (last: TraceFact) => run(take(2), print("Oink"), release(2), end(2), take(1), end(1), last);
  expect(threadDifferences(stuck, goesOn(fails))).toEqual([]);
  expect(threadDifferences(stuck, goesOn(finished))).toEqual(["the end: failed before, finished now"]);
});
