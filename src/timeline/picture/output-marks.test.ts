// Tests of the output row.

import { expect, test } from "vitest";
import type { TracedLine } from "../../trace/fold/lines.ts";
import { outputMarks } from "./output-marks.ts";

function line(start: number, end = start, level: TracedLine["level"] = "log"): TracedLine {
  return { task: 0, level, start, end, text: "Moo!", complete: true, seq: 0, endSeq: 0 };
}

const same = (t: number) => t;

function marks(lines: readonly TracedLine[]) {
  const failures = lines.filter(({ level }) => level === "error");
  return outputMarks(lines, failures, same);
}

test("a line printed character by character extends from its first character to its last", () => {
  expect(marks([line(10, 60)]).printed).toEqual([{ from: 10, to: 60 }]);
});

test("lines too close to be distinguished share a tick", () => {
  const flood = Array.from({ length: 10_000 }, (_, index) => line(index / 1000));
  expect(marks(flood).printed.length).toBeLessThanOrEqual(6);
  expect(marks([line(10), line(11, 40)]).printed).toEqual([{ from: 10, to: 40 }]);
});

test("errors have marks of their own", () => {
  const both = marks([line(10), line(20, 20, "error"), line(21, 21, "error"), line(30)]);
  expect(both.errors).toEqual([20]);
  expect(both.printed.map(({ from }) => from)).toEqual([10, 30]);
});
