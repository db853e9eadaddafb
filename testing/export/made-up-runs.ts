// Made-up runs for the tests of exports.

import { foldEvents } from "../../src/trace/trace.ts";
import {
  answered,
  ask,
  begin,
  enter,
  finished,
  printed,
  resume,
  runStart,
  setTimer,
  suspend,
  taskEnd,
  taskStart,
  traceOf,
} from "../trace/made-up-events.ts";
import { everything } from "../trace/made-up-run.ts";

/** The label of one of the tasks. */
export const cow = `speak("cow")`;
const caller = { kind: "caller" } as const;
const main = { kind: "task", task: 0 } as const;
const printer = { kind: "lock", name: "printer" } as const;

/** The program calls a coroutine and waits for its end. The coroutine makes a request and prints the reply. */
export const asynchronous = traceOf(
  ...begin,
  [0, taskStart(1, cow, "coroutine", 0)],
  [0, ask(0, 1)],
  [0, suspend(1, { kind: "request", request: 0 })],
  [0, suspend(0, { kind: "task", task: 1 }, 20)],
  [1000.1234, { kind: "request-ready", request: 0 }],
  [1500, answered(0)],
  [1500, resume(1, { kind: "request", request: 0 })],
  [1500, printed("Moo\n  moo!\n", "log", 1)],
  [1501, taskEnd(1)],
  [1501, resume(0, { kind: "task", task: 1 })],
  [1501, taskEnd(0)],
  [1501, finished],
);

/** A generator is called, yields at once, and is closed at its yield. Another generator never begins. */
export const generators = traceOf(
  ...begin,
  [1, taskStart(1, "count()", "generator", 0)],
  [1, taskStart(2, "idle()", "async generator", 0)],
  [2, resume(1, main)],
  [2, suspend(1, caller)],
  [2, resume(1, main)],
  [7, suspend(1, caller)],
  [8, taskEnd(1, "closed")],
  [9, taskEnd(0)],
  [9, finished],
);

/** The program calls a coroutine that nothing wakes, and leaves a timer running and a request open. */
export const neverEnding = traceOf(
  ...begin,
  [1, taskStart(1, cow, "coroutine", 0)],
  [2, suspend(1, printer)],
  [3, setTimer(0, 0, 50, true)],
  [3, ask(0, 0)],
  [53, { kind: "timer-fire", timer: 0 }],
  [103, { kind: "timer-fire", timer: 0 }],
  [110, taskEnd(0)],
  [120, finished],
);

/** Somebody stops the run while a coroutine has control. */
export const stopped = traceOf(
  ...begin,
  [1, taskStart(1, cow, "coroutine", 0)],
  [50, { kind: "run-end", outcome: { kind: "stopped" } }],
);

/** The program aborts a request, and fails with the error that this throws. */
export const failed = traceOf(
  ...begin,
  [1, ask(0, 0)],
  [2, { kind: "abort", task: 0, reason: "too slow" }],
  [2, { kind: "request-end", request: 0, outcome: { kind: "aborted", reason: "too slow" } }],
  [3, suspend(0)],
  [4, resume(0, { kind: "loop" }, true)],
  [5, { kind: "task-end", task: 0, how: "threw", error: "Error: moo" }],
  [
    5,
    {
      kind: "error",
      task: 0,
      error: {
        headline: "Error: moo",
        frames: [{ name: "f", file: "a.ts", line: 2, column: 3 }],
        rejection: false,
      },
    },
  ],
  [6, { kind: "run-end", outcome: { kind: "failed" } }],
);

/** Two entries of the prompt: the first one still waits when the second one is entered. */
export const prompted = traceOf(
  ...begin,
  [1, taskEnd(0)],
  [1, finished],
  [500, enter(0, "await\n  sleep(1)")],
  [500, taskStart(1, "await\n  sleep(1)", "prompt")],
  [501, suspend(1)],
  [502, { kind: "prompt-end", prompt: 0 }],
  [600, enter(1, "2")],
  [600, taskStart(2, "2", "prompt")],
  [600, { kind: "prompt-value", prompt: 1, value: { kind: "number", text: "2" } }],
  [600, taskEnd(2)],
  [600, { kind: "prompt-end", prompt: 1 }],
  [700, resume(1)],
  [701, taskEnd(1)],
);

/** A thinned run: a generator is resumed so often that its steps are no longer recorded. */
export const thinned = traceOf(
  ...begin,
  [1, taskStart(1, "count()", "generator", 0)],
  [2, resume(1, main)],
  [3, { kind: "thinned" }],
  [4, suspend(1, caller)],
  [5, taskStart(2, cow, "coroutine", 0)],
  [6, resume(1, main)],
  [7, taskEnd(1)],
  [9, taskEnd(0)],
  [9, finished],
);

/** A run without tasks, as version 1 of recordings has it. */
const withoutTasks = traceOf(
  [0, runStart],
  [1, ask(0, 0)],
  [2, printed("a\n")],
  [3, answered(0)],
  [4, finished],
);

/** All runs by name; `everything` has every kind of event. */
export const madeUpRuns = {
  everything: foldEvents(everything),
  asynchronous,
  generators,
  neverEnding,
  stopped,
  failed,
  prompted,
  thinned,
  withoutTasks,
};
