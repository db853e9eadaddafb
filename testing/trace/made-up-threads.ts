// Made-up runs with threads, for tests of all code that shows them.

import type { Cell, Place, TraceFact } from "../../src/trace/events/events.ts";
import { mainStart, place, runStart, type Timed, taskEnd, taskStart } from "./made-up-events.ts";

/** The cell of the only lock. */
export const printer: Cell = { memory: 0, byte: 0 };
export const tray: Cell = { memory: 0, byte: 4 };

/** A line of the program that uses a lock, which is in a file of its own. */
export function using(line: number): { readonly place: Place; readonly caller: Place } {
  return { place: place(9, "mutex.ts"), caller: place(line, "speak.ts") };
}

/** The program starts a thread. */
export function threadStart(worker: number, name: string, parent = 0): TraceFact {
  return { kind: "thread-start", worker, parent, task: 0, name, file: "speak.ts", place: place(5) };
}

/** The top level of a thread begins. */
export function topStart(worker: number, task: number, name: string): TraceFact {
  return { ...taskStart(task, "", "main"), name, worker, place: place(1, "speak.ts") };
}

export function take(worker: number, task: number, line = 4, on = printer): TraceFact {
  return { kind: "lock-taken", worker, task, on, ...using(line) };
}

export function release(worker: number, task: number, on = printer): TraceFact {
  return { kind: "lock-released", worker, task, on, ...using(6) };
}

export function block(worker: number, task: number, line = 4, on = printer): TraceFact {
  return { kind: "block", worker, task, on, ...using(line) };
}

export function wake(worker: number, by?: number): TraceFact {
  return { kind: "wake", worker, how: "ok", ...(by === undefined ? {} : { by }) };
}

export function printedBy(worker: number, task: number, text: string): TraceFact {
  return { kind: "output", task, level: "log", text, worker };
}

export const deadlock: TraceFact = { kind: "run-end", outcome: { kind: "deadlock" } };

const unhappy = { headline: "Error: Not happy about moo.", frames: [], rejection: false };

/** The program's top level starts a cow and a pig, and ends. */
export const cowAndPig: readonly Timed[] = [
  [0, runStart],
  [0, { ...mainStart, worker: 0 }],
  [1, threadStart(1, "cow")],
  [2, threadStart(2, "pig")],
  [3, taskEnd(0)],
  [10, topStart(1, 1, "cow")],
  [12, topStart(2, 2, "pig")],
];

/** Cow and pig print in turns. The lock keeps their words whole. */
export const inTurns: readonly Timed[] = [
  ...cowAndPig,
  [20, take(1, 1)],
  [21, printedBy(1, 1, "Moo\n")],
  [25, block(2, 2)],
  [60, release(1, 1)],
  [60, wake(2, 1)],
  [61, take(2, 2)],
  [62, printedBy(2, 2, "Oink\n")],
  [70, taskEnd(1)],
  [90, release(2, 2)],
  [95, taskEnd(2)],
  [96, { kind: "thread-end", worker: 1, how: "ended" }],
  [96, { kind: "thread-end", worker: 2, how: "ended" }],
  [96, { kind: "run-end", outcome: { kind: "finished" } }],
];

/** The cow throws while it holds the lock, so the pig waits for ever. */
export const unhappyCow: readonly Timed[] = [
  ...cowAndPig,
  [20, take(1, 1)],
  [25, block(2, 2)],
  [40, { kind: "error", task: 1, error: unhappy, worker: 1 }],
  [40, { kind: "task-end", task: 1, how: "threw", error: unhappy.headline }],
  [41, { kind: "thread-end", worker: 1, how: "failed" }],
  [300, deadlock],
];

/** Cow and pig each hold what the other one waits for. */
export const cycle: readonly Timed[] = [
  ...cowAndPig,
  [20, take(1, 1, 4, printer)],
  [20, take(2, 2, 8, tray)],
  [25, block(1, 1, 5, tray)],
  [26, block(2, 2, 9, printer)],
  [300, deadlock],
];
