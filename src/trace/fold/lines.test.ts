// Tests of the console's lines, now and at earlier events.

import { describe, expect, test } from "vitest";
import {
  enter,
  events,
  printed,
  runStart,
  type Timed,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import type { ErrorReport, TraceFact } from "../events/events.ts";
import { foldEvents } from "../trace.ts";
import { longestLine } from "./lines.ts";

const error: ErrorReport = { headline: "Error: moo", frames: [], rejection: false };
const fails: TraceFact = { kind: "error", task: 3, error };
const limit: TraceFact = { kind: "run-end", outcome: { kind: "limit", reason: "Too much." } };

function lines(...facts: readonly Timed[]) {
  return traceOf(...facts).lines.map(({ text, complete }) => [text, complete]);
}

describe("output", () => {
  test("grows a line until its end of line", () => {
    expect(lines([0, printed("T")], [50, printed("he")])).toEqual([["The", false]]);
    expect(lines([0, printed("T")], [50, printed("he\n")])).toEqual([["The", true]]);
  });

  test("of several workers and tasks shares a line, which says who printed which part", () => {
    const half = (text: string, task: number, worker: number): TraceFact => ({
      kind: "output",
      task,
      level: "log",
      text,
      worker,
    });
    const trace = traceOf(
      [0, half("Mo", 0, 0)],
      [1, half("O", 0, 1)],
      [2, half("ink", 0, 1)],
      [3, half("!\n", 1, 1)],
      [4, half("o\n", 0, 0)],
    );
    expect(trace.lines.map(({ text, worker, voices }) => [text, worker, voices])).toEqual([
      [
        "MoOink!",
        0,
        [
          { task: 0, worker: 0, from: 0 },
          { task: 0, worker: 1, from: 2 },
          { task: 1, worker: 1, from: 6 },
        ],
      ],
      ["o", 0, undefined],
    ]);
  });

  test("may bring several lines at once, empty ones too", () => {
    expect(lines([0, printed("a\n\nb\nc")])).toEqual([
      ["a", true],
      ["", true],
      ["b", true],
      ["c", false],
    ]);
  });

  test("breaks a line that has become too long to draw", () => {
    const long = "x".repeat(longestLine);
    expect(lines([0, printed(long)], [1, printed("y\n")])).toEqual([
      [long, true],
      ["y", true],
    ]);
  });

  test("ends with the reason of a limit", () => {
    expect(lines([0, printed("half")], [1, limit])).toEqual([
      ["half", true],
      ["Too much.", true],
    ]);
  });

  test("keeps the times and the events of a line's first and last character", () => {
    const [line] = traceOf([0, runStart], [5, printed("a")], [55, printed("b\n")]).lines;
    expect([line?.start, line?.end, line?.seq, line?.endSeq]).toEqual([5, 55, 1, 2]);
  });

  test("of another level begins another line", () => {
    expect(lines([0, printed("half")], [1, printed("wrong\n", "error")])).toEqual([
      ["half", true],
      ["wrong", true],
    ]);
  });

  test("of two tasks may share a line, which then belongs to the task that began it", () => {
    const trace = traceOf([0, printed("M", "log", 1)], [1, printed("Oink\n", "log", 2)]);
    expect(trace.lines.map(({ text, task }) => [text, task])).toEqual([["MOink", 1]]);
  });

  test("shows an error on a line of its own, with the report", () => {
    const trace = traceOf([0, printed("half")], [1, fails]);
    expect(trace.lines.map(({ text, complete, task }) => [text, complete, task])).toEqual([
      ["half", true, 0],
      ["Error: moo", true, 3],
    ]);
    expect(trace.lines[1]?.error).toBe(error);
  });
});

describe("the console as it was", () => {
  const facts: readonly Timed[] = [
    [0, runStart],
    [10, printed("T")],
    [20, printed("he")],
    [30, { kind: "thinned" }],
    [40, printed(" cow\nsays\nM")],
    [50, printed("oo")],
    [60, enter(0, "1\n+ 1")],
    [70, printed("wrong", "error")],
    [80, fails],
    [90, printed("\n\nend")],
    [95, limit],
  ];

  test("has no lines before the first one", () => {
    const trace = traceOf(...facts);
    expect([trace.linesAt(-1), trace.linesAt(0)]).toEqual([[], []]);
  });

  test("has the newest line with the text and the time that it had", () => {
    const [line] = traceOf(...facts).linesAt(2);
    expect(line).toMatchObject({ text: "The", start: 10, end: 20, complete: false });
  });

  test("after any event equals the console of a trace that ends there", () => {
    const whole = traceOf(...facts);
    const all = events(...facts);
    for (const { seq } of all) {
      expect(whole.linesAt(seq)).toEqual(foldEvents(all.slice(0, seq + 1)).lines);
    }
  });

  test("reuses the objects of lines that have not changed", () => {
    const trace = traceOf(...facts);
    expect(trace.linesAt(6)[0]).toBe(trace.lines[0]);
  });

  test("does not change when the run goes on", () => {
    const trace = traceOf([0, printed("M")], [1, printed("o")]);
    const before = trace.linesAt(0);
    trace.append({ seq: 2, t: 2, ...printed("o\n") });
    expect(before).toMatchObject([{ text: "M", complete: false }]);
  });
});
