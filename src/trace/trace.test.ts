import { describe, expect, test } from "vitest";
import type { TraceEvent, TraceFact } from "./events.ts";
import { record, replay } from "./recording.ts";
import { foldEvents, longestLine, Trace } from "./trace.ts";

/** Events from facts at the given times. */
function events(...facts: [t: number, fact: TraceFact][]): TraceEvent[] {
  return facts.map(([t, fact], seq) => ({ seq, t, ...fact }));
}

function printed(text: string, level: "log" | "error" = "log"): TraceFact {
  return { kind: "output", task: 0, level, text };
}

const start: TraceFact = { kind: "run-start", entry: "animals.ts" };
const asked: TraceFact = { kind: "request-start", request: 0, task: 0, method: "GET", url: "http://a/" };
const answered: TraceFact = {
  kind: "request-end",
  request: 0,
  outcome: { kind: "answered", status: 200, statusText: "OK" },
};

describe("a run", () => {
  test("begins with nothing, and has no outcome while it goes on", () => {
    const trace = foldEvents(events([0, start]));
    expect([trace.entry, trace.outcome, trace.duration]).toEqual(["animals.ts", undefined, 0]);
  });

  test("ends with its outcome and its total", () => {
    const trace = foldEvents(events([0, start], [1250, { kind: "run-end", outcome: { kind: "finished" } }]));
    expect([trace.outcome, trace.duration]).toEqual([{ kind: "finished" }, 1250]);
  });
});

describe("a request", () => {
  test("waits, is ready, is taken", () => {
    const trace = foldEvents(
      events([0, start], [10, asked], [2010, { kind: "request-ready", request: 0 }], [3000, answered]),
    );
    expect(trace.requests).toEqual([
      {
        request: 0,
        task: 0,
        method: "GET",
        url: "http://a/",
        start: 10,
        ready: 2010,
        end: 3000,
        outcome: { kind: "answered", status: 200, statusText: "OK" },
      },
    ]);
  });

  test("that never started cannot end", () => {
    expect(() => foldEvents(events([0, start], [1, answered]))).toThrow("request 0, which was never started");
  });

  test("that has ended does not go on", () => {
    const late: TraceFact = { kind: "request-ready", request: 0 };
    expect(() => foldEvents(events([0, start], [1, asked], [2, answered], [3, late]))).toThrow(
      "request 0, which has ended",
    );
  });
});

describe("output", () => {
  const lines = (...facts: [number, TraceFact][]) =>
    foldEvents(events(...facts)).lines.map(({ text, complete }) => [text, complete]);

  test("grows a line until its end of line", () => {
    expect(lines([0, printed("T")], [50, printed("he")])).toEqual([["The", false]]);
    expect(lines([0, printed("T")], [50, printed("he\n")])).toEqual([["The", true]]);
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
    const outcome = { kind: "limit", reason: "Too much." } as const;
    expect(lines([0, printed("half")], [1, { kind: "run-end", outcome }])).toEqual([
      ["half", true],
      ["Too much.", true],
    ]);
  });

  test("keeps the times of a line's first and last character", () => {
    const [line] = foldEvents(events([5, printed("a")], [55, printed("b\n")])).lines;
    expect([line?.start, line?.end]).toEqual([5, 55]);
  });

  test("of another level begins another line", () => {
    expect(lines([0, printed("half")], [1, printed("wrong\n", "error")])).toEqual([
      ["half", true],
      ["wrong", true],
    ]);
  });

  test("tells an error on a line of its own, with the report", () => {
    const error = { headline: "Error: moo", frames: [], rejection: false };
    const trace = foldEvents(events([0, printed("half")], [1, { kind: "error", task: 0, error }]));
    expect(trace.lines.map(({ text, complete }) => [text, complete])).toEqual([
      ["half", true],
      ["Error: moo", true],
    ]);
    expect(trace.lines[1]?.error).toBe(error);
  });
});

test("an event that does not follow the last is refused: a gap, a repetition, a step back in time", () => {
  const trace = new Trace();
  trace.append({ seq: 0, t: 5, ...start });
  for (const [seq, t] of [
    [2, 6],
    [0, 6],
    [1, 4],
  ] as const) {
    expect(() => trace.append({ seq, t, ...printed("x") })).toThrow(RangeError);
  }
  expect(trace.events).toHaveLength(1);
});

test("a recording is plain JSON, rebuilds the same trace, and does not change when the run goes on", () => {
  const trace = foldEvents(events([0, start], [10, asked]));
  const recording = record([trace]);
  trace.append({ seq: 2, t: 20, kind: "request-ready", request: 0 });
  expect(JSON.parse(JSON.stringify(recording))).toEqual(recording);
  expect(recording.runs[0]?.events).toHaveLength(2);
  expect(replay(JSON.parse(JSON.stringify(recording)))[0]?.requests).toEqual([
    { request: 0, task: 0, method: "GET", url: "http://a/", start: 10 },
  ]);
});

test("what is no recording of this version is refused in a sentence", () => {
  const recording = record([foldEvents(events([0, start], [10, asked], [20, answered]))]);
  const [run] = recording.runs;
  expect(() => replay(null)).toThrow("This is no recording.");
  expect(() => replay({ ...recording, format: "other" })).toThrow("This is no recording.");
  expect(() => replay({ ...recording, version: 99 })).toThrow("version 99; this deck reads 1");
  expect(() => replay({ ...recording, runs: [{}] })).toThrow("no events");
  const holed = { ...run, events: run?.events.toSpliced(1, 1) };
  expect(() => replay({ ...recording, runs: [holed] })).toThrow("does not follow");
});
