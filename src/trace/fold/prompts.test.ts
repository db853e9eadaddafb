// Tests of folding the events of the prompt.

import { expect, test } from "vitest";
import {
  begin,
  enter,
  finished,
  printed,
  type Timed,
  taskEnd,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import type { ShownValue, TraceFact } from "../events/events.ts";

const value: ShownValue = { kind: "number", text: "42" };
const gives: TraceFact = { kind: "prompt-value", prompt: 0, value };
const leaves: TraceFact = { kind: "prompt-end", prompt: 0 };
const over: readonly Timed[] = [...begin, [5, taskEnd(0)], [5, finished]];

test("an entry is evaluated by a task, prints, has a value, and ends", () => {
  const trace = traceOf(
    ...over,
    [900, enter(0, "moo()")],
    [900, taskStart(1, "", "prompt")],
    [901, printed("Moo!\n")],
    [902, taskEnd(1)],
    [902, gives],
    [903, leaves],
  );
  expect(trace.prompts).toEqual([
    { prompt: 0, text: "moo()", start: 900, end: 903, value, task: 1, lines: { first: 0, end: 3 } },
  ]);
  expect(trace.lines.map(({ text, task }) => [text, task])).toEqual([
    ["moo()", 0],
    ["Moo!", 0],
    ["42", 1],
  ]);
});

test("an entry after the program's end does not move that end", () => {
  const trace = traceOf(...over, [900, enter(0, "1")], [900, leaves]);
  expect([trace.total, trace.duration, trace.outcome]).toEqual([5, 900, { kind: "finished" }]);
});

test("an entry is one line with the number of its prompt, even if its text has several lines", () => {
  const [line] = traceOf(...over, [900, enter(0, "if (x) {\n}")]).lines;
  expect(line).toMatchObject({ text: "if (x) {\n}", prompt: 0, level: "log", complete: true });
});

test("a value is a line, with the value to expand", () => {
  const [, line] = traceOf(...over, [900, enter(0, "x")], [901, gives]).lines;
  expect(line).toMatchObject({ text: "42", value, level: "log", complete: true });
  expect(line?.prompt).toBeUndefined();
});

test("an entry that does not compile has no task", () => {
  const error: TraceFact = {
    kind: "error",
    task: 0,
    error: { headline: "SyntaxError: no", frames: [], rejection: false },
  };
  const trace = traceOf(...over, [9, enter(0, "(")], [9, error], [9, leaves], [10, enter(1, "1")]);
  expect(trace.prompts.map(({ task, end }) => [task, end])).toEqual([
    [undefined, 9],
    [undefined, undefined],
  ]);
});

test("a half-written line is completed at the end of an entry, but not while the program runs", () => {
  const facts: Timed[] = [
    [9, enter(0, "x")],
    [10, printed("half")],
    [11, leaves],
  ];
  expect(traceOf(...over, ...facts).lines.at(-1)?.complete).toBe(true);
  expect(traceOf(...begin, ...facts).lines.at(-1)?.complete).toBe(false);
});

test("a prompt that is ended from outside loses control", () => {
  const trace = traceOf(...over, [9, enter(0, "x")], [9, taskStart(1, "", "prompt")], [500, leaves]);
  expect(trace.control.at(-1)).toMatchObject({ task: 1, from: 9, to: 500 });
});

test("events of a prompt that never started, starts twice, or has ended are refused", () => {
  expect(() => traceOf(...over, [9, gives])).toThrow("prompt 0, which was never started");
  expect(() => traceOf(...over, [9, enter(1, "x")])).toThrow("the next prompt is number 0");
  expect(() => traceOf(...over, [9, enter(0, "x")], [9, leaves], [9, gives])).toThrow(
    "prompt 0, which has ended",
  );
});
