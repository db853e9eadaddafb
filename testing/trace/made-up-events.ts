// Short ways to make up events for the trace's tests.

import type { Place, TaskKind, TraceEvent, TraceFact, Wait, Waker } from "../../src/trace/events/events.ts";
import { foldEvents, type Trace } from "../../src/trace/trace.ts";

type Fact<Kind extends TraceFact["kind"]> = Extract<TraceFact, { readonly kind: Kind }>;
export type Timed = readonly [t: number, fact: TraceFact];

/** Events from facts at the given times. */
export function events(...facts: readonly Timed[]): TraceEvent[] {
  return facts.map(([t, fact], seq) => ({ seq, t, ...fact }));
}

/** The trace of these facts. */
export function traceOf(...facts: readonly Timed[]): Trace {
  return foldEvents(events(...facts));
}

export function place(line: number, file = "animals.ts"): Place {
  return { file, line, column: 3 };
}

export const runStart = { kind: "run-start", entry: "animals.ts" } as const satisfies TraceFact;
export const finished: TraceFact = { kind: "run-end", outcome: { kind: "finished" } };

export function taskStart(
  task: number,
  label: string,
  taskKind: TaskKind = "coroutine",
  parent?: number,
): Fact<"task-start"> {
  const origin = parent === undefined ? {} : { parent };
  return { kind: "task-start", task, ...origin, taskKind, name: "", label, place: place(task + 1) };
}

/** The start of the program's top level. */
export const mainStart = taskStart(0, "", "main");

/** The first facts of a run. */
export const begin: readonly Timed[] = [
  [0, runStart],
  [0, mainStart],
];

export function suspend(task: number, wait: Wait = { kind: "promise" }, line = 14): Fact<"task-suspend"> {
  return { kind: "task-suspend", task, place: place(line), wait };
}

export function resume(task: number, by: Waker = { kind: "loop" }, thrown = false): TraceFact {
  return { kind: "task-resume", task, by, thrown };
}

export function taskEnd(task: number, how: "returned" | "threw" | "closed" = "returned"): TraceFact {
  return { kind: "task-end", task, how };
}

export function ask(request: number, task: number, url = "http://farm.example/animals/cow"): TraceFact {
  return { kind: "request-start", request, task, method: "GET", url };
}

export function answered(request: number): TraceFact {
  return { kind: "request-end", request, outcome: { kind: "answered", status: 200, statusText: "OK" } };
}

export function printed(text: string, level: "log" | "error" = "log", task = 0): TraceFact {
  return { kind: "output", task, level, text };
}

export function setTimer(timer: number, task: number, delay: number, repeats = false): TraceFact {
  return { kind: "timer-start", timer, task, delay, repeats };
}

export function enter(prompt: number, text: string): TraceFact {
  return { kind: "prompt-start", prompt, text };
}
