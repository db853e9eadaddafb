// Tests of recordings: writing, reading and refusing.

import { describe, expect, test } from "vitest";
import { ask, finished, runStart, traceOf } from "../../../testing/trace/made-up-events.ts";
import { everything, promise } from "../../../testing/trace/made-up-run.ts";
import type { GroupEnd, TraceFact, Wait } from "../events/events.ts";
import { foldEvents } from "../trace.ts";
import { readRecording, replay } from "./read-recording.ts";
import { record, replayOwn, writeRecording } from "./recording.ts";

const recording = record([foldEvents(everything)]);

/** The same recording, with one event replaced by something that is not an event. */
function broken(seq: number, change: object) {
  const changed = everything.map((event) => (event.seq === seq ? { ...event, ...change } : event));
  return { ...recording, runs: [{ entry: "animals.ts", events: changed }] };
}

describe("a recording", () => {
  test("is plain JSON, rebuilds the same trace, and does not change when the run goes on", () => {
    const trace = traceOf([0, runStart], [10, ask(0, 0)]);
    const before = record([trace]);
    trace.append({ seq: 2, t: 20, kind: "request-ready", request: 0 });
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
    expect(before.runs[0]?.events).toHaveLength(2);
    expect(replay(before)[0]?.requests).toMatchObject([{ request: 0, start: 10 }]);
  });

  test("with every kind of event survives writing and reading unchanged", () => {
    const text = writeRecording(recording);
    expect(readRecording(text)).toEqual(recording);
    expect(writeRecording(readRecording(text))).toBe(text);
  });

  test("has a line for each event", () => {
    expect(writeRecording(record([traceOf([0, runStart], [2.5, finished])]))).toBe(
      `{"format":"interleave-recording","version":6,"runs":[
{"entry":"animals.ts","events":[
{"seq":0,"t":0,"kind":"run-start","entry":"animals.ts"},
{"seq":1,"t":2.5,"kind":"run-end","outcome":{"kind":"finished"}}
]}
]}
`,
    );
  });

  test("may have no runs, several, and runs that have not begun", () => {
    for (const traces of [[], [foldEvents([]), traceOf([0, runStart])]]) {
      const text = writeRecording(record(traces));
      expect(readRecording(text)).toEqual(record(traces));
    }
  });

  test("of version 1 is read in today's form", () => {
    expect(replay({ ...recording, version: 1 })).toHaveLength(1);
    expect(readRecording(JSON.stringify({ ...recording, version: 1 })).version).toBe(6);
  });

  test("of version 2, which names groups as JavaScript does, is read in today's form", () => {
    const old = (method: string, of: object[]) => ({ kind: "group", method, of });
    const wait = old("allSettled", [old("race", [promise]), old("any", []), old("all", [promise])]);
    const older = { ...broken(5, { wait }), version: 2 };
    const today = (until: GroupEnd, of: Wait[]): Wait => ({ kind: "group", until, of });
    const members = [
      today("first-settled", [promise]),
      today("first-fulfilled", []),
      today("all", [promise]),
    ];
    for (const [trace] of [replay(older), replayOwn(older)]) {
      expect(trace?.events[5]).toEqual({ ...everything[5], wait: today("all-settled", members) });
    }
  });

  test("of version 2 that is broken is refused like one of today's version", () => {
    const wait = { kind: "group", method: "some", of: [] };
    expect(() => replay({ ...broken(5, { wait }), version: 2 })).toThrow(`"wait.until" is unknown: "some"`);
    expect(() => replay(broken(5, { wait }))).toThrow(`"wait.until" is missing`);
  });

  test("of this deck is folded unchecked, unless its version is one that the deck never wrote", () => {
    expect(replayOwn(recording)[0]?.events).toEqual(everything);
    const other = JSON.parse(JSON.stringify({ ...recording, version: 1 }));
    expect(() => replayOwn(other)).toThrow(
      new RangeError("The recording is of version 1, and not of version 2 to 6."),
    );
  });

  test("may have fields that this version does not know", () => {
    expect(replay(broken(0, { colour: "brown" }))).toHaveLength(1);
  });
});

describe("readRecording refuses with a sentence:", () => {
  test.each([
    ["{", "This is no recording: the text is not JSON."],
    ["null", `This is no recording: its "format" is not "interleave-recording".`],
    [`{"format":"other"}`, `This is no recording: its "format" is not "interleave-recording".`],
    [
      `{"format":"interleave-recording","version":7}`,
      "The recording was made by a newer Interleave (version 7); this one reads up to 6.",
    ],
    [
      `{"format":"interleave-recording","version":0,"runs":[]}`,
      "The recording is of version 0; this Interleave reads 1 to 6.",
    ],
    [
      `{"format":"interleave-recording","runs":[]}`,
      "The recording is of version nothing; this Interleave reads 1 to 6.",
    ],
    [`{"format":"interleave-recording","version":6}`, `The recording is broken: it has no list of "runs".`],
    [
      `{"format":"interleave-recording","version":6,"runs":[{"entry":"a.ts"}]}`,
      `Run 1 of 1 in the recording is broken: it has no list of "events".`,
    ],
    [
      `{"format":"interleave-recording","version":6,"runs":[{"entry":"a.ts","events":[]}]}`,
      `Run 1 of 1 in the recording is broken: its "entry" is not that of its events.`,
    ],
    [
      `{"format":"interleave-recording","version":6,"runs":[{"entry":"","events":[]},{"entry":"","events":[7]}]}`,
      "Run 2 of 2 in the recording is broken at event 0: it is no record.",
    ],
  ])("%s", (text, sentence) => {
    expect(() => readRecording(text)).toThrow(new RangeError(sentence));
  });

  test.each([
    [0, { kind: "moo" }, `its "kind" is unknown: "moo"`],
    [0, { kind: [["moo"]] }, `its "kind" is unknown: a list`],
    [0, { kind: "toString" }, `its "kind" is unknown: "toString"`],
    [0, { kind: undefined }, `its "kind" is missing`],
    [0, { t: "0" }, `its "t" is no number`],
    [0, { seq: -1 }, `its "seq" is no whole number from 0`],
    [1, { place: undefined }, `its "place" is missing`],
    [1, { place: { file: "a.ts", line: 0, column: 1 } }, `its "place.line" is no whole number from 1`],
    [1, { taskKind: "thread" }, `its "taskKind" is unknown: "thread"`],
    [1, { worker: -1 }, `its "worker" is no whole number from 0`],
    [2, { parent: "0" }, `its "parent" is no whole number from 0`],
    [
      5,
      { wait: { kind: "group", until: "all", of: [promise, { kind: "lock" }] } },
      `its "wait.of.1.name" is missing`,
    ],
    [5, { wait: { kind: "group", until: "all", of: promise } }, `its "wait.of" is no list`],
    [11, { thrown: 1 }, `its "thrown" is neither true nor false`],
    [15, { error: { headline: "x", frames: [{}], rejection: true } }, `its "error.frames.0.file" is missing`],
    [
      20,
      { value: { kind: "object", text: "", parts: [{ key: "a" }] } },
      `its "value.parts.0.value" is missing`,
    ],
    [3, { seq: 4 }, "event 4 at 0.5 ms does not follow event 2 at 0.125 ms"],
    [9, { request: 5 }, "the trace speaks of request 5, which was never started"],
  ])("an event %i with %j", (seq, change, problem) => {
    const sentence = `Run 1 of 1 in the recording is broken at event ${seq}: ${problem}.`;
    expect(() => replay(broken(seq, change))).toThrow(new RangeError(sentence));
  });

  test("something that nests without end", () => {
    let wait: object = promise;
    for (let level = 0; level < 100_000; level += 1) wait = { kind: "group", until: "all", of: [wait] };
    expect(() => replay(broken(5, { wait }))).toThrow("nests too deeply");
    expect(() => replay({ ...broken(5, { wait }), version: 2 })).toThrow("nests too deeply");
  });
});

test("the run with every kind of event has every kind", () => {
  const kinds: Record<TraceFact["kind"], true> = {
    "run-start": true,
    "task-start": true,
    "task-suspend": true,
    "task-resume": true,
    "task-end": true,
    thinned: true,
    "timer-start": true,
    "timer-fire": true,
    "timer-clear": true,
    abort: true,
    "request-start": true,
    "request-ready": true,
    "request-end": true,
    "body-chunk": true,
    "body-end": true,
    output: true,
    error: true,
    "prompt-start": true,
    "prompt-value": true,
    "prompt-end": true,
    "run-end": true,
    "thread-start": true,
    "thread-end": true,
    "message-sent": true,
    "message-taken": true,
    "message-handled": true,
    block: true,
    wake: true,
    "lock-taken": true,
    "lock-released": true,
  };
  expect(new Set(everything.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
});
