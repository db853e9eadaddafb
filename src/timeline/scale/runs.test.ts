// Tests of the state and duration of runs.

import { expect, test } from "vitest";
import { ended, ends, entered, madeUpRun, mainStarts } from "../../../testing/timeline/made-up-runs.ts";
import type { RunOutcome } from "../../trace/events/events.ts";
import { foldEvents, Trace } from "../../trace/trace.ts";
import { compareSets } from "../picture/compare.ts";
import { anyRunning, nothingRan, runEnd, runReach, runState, type TimelineRun } from "./runs.ts";

function run(label: string, duration: number, outcome?: RunOutcome): TimelineRun {
  const start = { seq: 0, t: 0, kind: "run-start", entry: "animals.ts" } as const;
  const end = outcome ? [{ seq: 1, t: duration, kind: "run-end", outcome } as const] : [];
  return { label, trace: foldEvents([start, ...end]) };
}

const finished: RunOutcome = { kind: "finished" };

test("a run without events is waiting, one without an end is running", () => {
  expect(runState({ label: "a", trace: new Trace() })).toBe("waiting");
  expect(runState(run("a", 0))).toBe("running");
  expect(runState(run("a", 5, { kind: "stopped" }))).toBe("stopped");
});

test("a running run reaches up to the present, an ended one keeps its total", () => {
  expect(runEnd(run("a", 0), 1234)).toBe(1234);
  expect(runEnd(run("a", 900, finished), 1234)).toBe(900);
});

test("something is running as long as one run of a race has not ended", () => {
  const both = [run("a", 900, finished), run("b", 0)];
  expect(anyRunning(both, 1000)).toBe(true);
  expect(anyRunning([run("a", 900, finished)], 1000)).toBe(false);
  expect(anyRunning(both, undefined)).toBe(false);
});

test("nothing ran until there is an event or a current time", () => {
  const untouched = [{ label: "a", trace: new Trace() }];
  expect(nothingRan(untouched, undefined)).toBe(true);
  expect(nothingRan(untouched, 0)).toBe(false);
  expect(nothingRan([run("a", 0)], undefined)).toBe(false);
});

const program = [mainStarts(), ends(400, 0), ended(400)];

test("entries at the prompt make a run reach further, but not take longer", () => {
  const later = madeUpRun("a", [...program, ...entered(9000, 0, 1, "1 + 1")]);
  expect([runEnd(later, undefined), runReach(later, undefined)]).toEqual([400, 9000]);
  expect(compareSets([later, run("b", 800, finished)])[0]?.text).toBe("2.00× faster");
});

test("a run goes on while the prompt evaluates, and its total stays", () => {
  const open = madeUpRun("a", [
    ...program,
    { t: 9000, kind: "prompt-start", prompt: 0, text: "await never" },
  ]);
  expect(anyRunning([open], 9500)).toBe(true);
  expect([runEnd(open, 9500), runReach(open, 9500)]).toEqual([400, 9500]);
});
