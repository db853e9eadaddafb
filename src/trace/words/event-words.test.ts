// Tests of the sentences for events.

import { expect, test } from "vitest";
import {
  answered,
  ask,
  begin,
  finished,
  printed,
  resume,
  setTimer,
  suspend,
  taskEnd,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import { eventText } from "./event-words.ts";

test("each event is a sentence that names its task or request", () => {
  const trace = traceOf(
    ...begin,
    [0, taskStart(1, 'speak("cow")')],
    [0, ask(0, 1)],
    [0, suspend(1, { kind: "request", request: 0 })],
    [10, setTimer(0, 0, 300)],
    [310, { kind: "timer-fire", timer: 0 }],
    [900, { kind: "request-ready", request: 0 }],
    [950, answered(0)],
    [950, { kind: "body-chunk", request: 0, bytes: 1500 }],
    [950, { kind: "body-end", request: 0, outcome: "failed" }],
    [950, resume(1, { kind: "request", request: 0 })],
    [960, printed("Moo!\n")],
    [970, taskEnd(1)],
    [980, finished],
  );
  expect(trace.events.map((event) => eventText(event, trace))).toEqual([
    "animals.ts begins",
    "the program begins",
    'speak("cow") begins',
    "GET /animals/cow is sent",
    'speak("cow") waits for GET /animals/cow',
    "a timer of 300 ms is set",
    "a timer of 300 ms is over",
    "the reply to GET /animals/cow is there",
    "GET /animals/cow is taken",
    "1,500 bytes of the reply to GET /animals/cow are read",
    "the body of the reply to GET /animals/cow broke off",
    'speak("cow") is resumed by GET /animals/cow',
    "printed: Moo!",
    'speak("cow") returned',
    "the program has finished",
  ]);
});

test("long texts are cut, and failures give their reason", () => {
  const error = { headline: "TypeError: no cow", frames: [], rejection: false };
  const trace = traceOf(
    ...begin,
    [0, taskStart(1, "count()", "generator")],
    [1, printed("m".repeat(100))],
    [2, { kind: "error", task: 0, error }],
    [3, { kind: "task-end", task: 1, how: "threw", error: "Error: stop" }],
    [4, { kind: "run-end", outcome: { kind: "limit", reason: "Too much." } }],
  );
  expect(trace.events.slice(2).map((event) => eventText(event, trace))).toEqual([
    "count() is created",
    `printed: ${"m".repeat(59)}…`,
    "TypeError: no cow",
    "count() threw: Error: stop",
    "the program is ended by a limit",
  ]);
});
