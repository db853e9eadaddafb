// A made-up run with every kind of event, for tests of all code that reads or writes runs.

import {
  answered,
  ask,
  enter,
  events,
  mainStart,
  place,
  printed,
  resume,
  runStart,
  setTimer,
  suspend,
  taskEnd,
  taskStart,
} from "./made-up-events.ts";

export const promise = { kind: "promise" } as const;

const at = (line: number) => ({ place: place(line, "mutex.ts"), caller: place(line, "cow.ts") });
const printer = { memory: 0, byte: 4 };

/** Its events. recording.test.ts fails if a kind is missing. */
export const everything = events(
  [0, { ...runStart, turns: 7 }],
  [0, mainStart],
  [0.125, { ...taskStart(1, `speak("cow")`, "async generator", 0) }],
  [0.5, ask(0, 0)],
  [0.5, setTimer(0, 0, 300, true)],
  [1, suspend(0, { kind: "group", until: "all", of: [promise, { kind: "lock", name: "printer" }] })],
  [300, { kind: "timer-fire", timer: 0 }],
  [300, { kind: "timer-clear", timer: 0 }],
  [400, { kind: "abort", task: 0, reason: "AbortError" }],
  [500, { kind: "request-ready", request: 0 }],
  [500, answered(0)],
  [500, resume(0, { kind: "request", request: 0 }, true)],
  [500, { kind: "body-chunk", request: 0, bytes: 5 }],
  [500, { kind: "body-end", request: 0, outcome: "complete" }],
  [501, printed("„Muh“ \u2028 \ud800\n")],
  [
    502,
    {
      kind: "error",
      task: 0,
      error: { headline: "Error: moo", frames: [{ ...place(3), name: "f" }], rejection: true },
    },
  ],
  [503, { kind: "thinned" }],
  [504, taskEnd(0, "threw")],
  [505, { kind: "run-end", outcome: { kind: "failed" } }],
  [600, enter(0, "[1]")],
  [
    601,
    {
      kind: "prompt-value",
      prompt: 0,
      value: {
        kind: "object",
        text: "[ 1 ]",
        parts: [{ key: "0", value: { kind: "number", text: "1" } }],
        more: 2,
      },
    },
  ],
  [602, { kind: "prompt-end", prompt: 0 }],
  [
    700,
    { kind: "thread-start", worker: 1, parent: 0, task: 0, name: "cow", file: "cow.ts", place: place(2) },
  ],
  [700, { kind: "message-sent", message: 4, worker: 0, task: 0, to: 1, place: place(3) }],
  [701, { ...taskStart(2, "", "main"), name: "cow", place: place(1, "cow.ts"), worker: 1 }],
  [702, { kind: "message-taken", message: 4, worker: 1 }],
  [703, { kind: "lock-taken", worker: 1, task: 2, on: printer, ...at(4) }],
  [704, { kind: "block", worker: 1, task: 2, on: printer, limit: 10, ...at(5) }],
  [714, { kind: "wake", worker: 1, how: "timed-out", by: 0 }],
  [715, { kind: "lock-released", worker: 1, task: 2, on: printer, ...at(6) }],
  [715, { kind: "message-handled", message: 4, worker: 1 }],
  [716, { kind: "thread-end", worker: 1, how: "terminated", by: 0 }],
);
