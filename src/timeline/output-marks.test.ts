// Tests of the output row.

import { expect, test } from "vitest";
import type { OutputLine } from "../trace/trace.ts";
import { outputMarks } from "./output-marks.ts";

function line(start: number, end = start, level: OutputLine["level"] = "log"): OutputLine {
  return { task: 0, level, start, end, text: "Moo!", complete: true };
}

const same = (t: number) => t;

test("a line printed character by character reaches from its first to its last", () => {
  expect(outputMarks([line(10, 60)], same).printed).toEqual([{ from: 10, to: 60 }]);
});

test("lines too close to be told apart share a tick", () => {
  const flood = Array.from({ length: 10_000 }, (_, index) => line(index / 1000));
  expect(outputMarks(flood, same).printed.length).toBeLessThanOrEqual(6);
  expect(outputMarks([line(10), line(11, 40)], same).printed).toEqual([{ from: 10, to: 40 }]);
});

test("errors have marks of their own", () => {
  const marks = outputMarks([line(10), line(20, 20, "error"), line(21, 21, "error"), line(30)], same);
  expect(marks.errors).toEqual([20]);
  expect(marks.printed.map(({ from }) => from)).toEqual([10, 30]);
});
