// Tests of the timeline's text equivalent.

import { expect, test } from "vitest";
import {
  concurrentRun,
  ended,
  ends,
  looks,
  madeUpProgram,
  madeUpRun,
  ready,
  resumes,
  sequentialProgram,
  sequentialRun,
  start,
  starts,
  type TimedFact,
  taken,
  waits,
} from "../../../testing/timeline/made-up-runs.ts";
import type { BodyOutcome } from "../../trace/events/events.ts";
import { positionAt } from "../../trace/moment/playhead.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { summary, timelineTable } from "./table.ts";
import { taskTable } from "./task-table.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function rows(runs: readonly TimelineRun[], now?: number): string[][] {
  return timelineTable(runs, now, looks).rows.map((row) => row.map(plain));
}

function totals(runs: readonly TimelineRun[], now?: number): string[] {
  return timelineTable(runs, now, looks).totals.map(({ name, value }) => plain(`${name}: ${value}`));
}

test("a single run has a row per request and its total", () => {
  const run = madeUpRun("a", [start(2, 0, "cow"), ready(1502, 0), taken(1800, 0), ended(2000)]);
  expect(timelineTable([run], undefined, looks).columns).toEqual([
    "Request",
    "Start",
    "Reply ready",
    "Taken",
    "Outcome",
  ]);
  expect(rows([run])).toEqual([["cow", "2 ms", "1.50 s", "1.80 s", "answered, 200 OK"]]);
  expect(totals([run])).toEqual(["Total: 2.00 s", "Longest wait: 1.50 s", "Sum of waits: 1.50 s"]);
});

test("a body that was sent piece by piece is told with its chunks", () => {
  const chunk = { t: 300, kind: "body-chunk", request: 0, bytes: 1500 } as const;
  const end = (outcome: BodyOutcome) => ({ t: 700, kind: "body-end", request: 0, outcome }) as const;
  const outcomeOf = (...facts: TimedFact[]) =>
    rows([madeUpRun("a", [start(0, 0, "cow"), taken(300, 0), chunk, ...facts, ended(1000)])])[0]?.at(-1);
  expect(outcomeOf()).toBe("answered, 200 OK; 1 chunk, 1,500 bytes so far");
  expect(outcomeOf(chunk, end("complete"))).toBe(
    "answered, 200 OK; 2 chunks, 3,000 bytes, complete at 0.70 s",
  );
  expect(outcomeOf(end("failed"))).toBe("answered, 200 OK; 1 chunk, 1,500 bytes, broke off at 0.70 s");
});

test("a race names the run in each row, both totals and the ratio", () => {
  const race = [sequentialRun(["cow", "pig"]), concurrentRun(["cow", "pig"])];
  expect(rows(race).map(([run, request]) => `${run} ${request}`)).toEqual([
    "Sequential cow",
    "Sequential pig",
    "Concurrent cow",
    "Concurrent pig",
  ]);
  expect(totals(race)).toEqual([
    "Sequential, total: 2.00 s",
    "Sequential, longest wait: 1.00 s",
    "Sequential, sum of waits: 2.00 s",
    "Concurrent, total: 1.00 s",
    "Concurrent, longest wait: 1.00 s",
    "Concurrent, sum of waits: 2.00 s",
    "Ratio: Concurrent: 2.00× faster",
  ]);
});

test("while the playhead is at a moment, the table shows the state at that moment", () => {
  const run = sequentialRun(["cow", "pig"]);
  const at = (t: number) => {
    const moment = { position: positionAt(run.trace, t), shown: 0, guesses: new Map() };
    const { columns, rows } = timelineTable([run], undefined, looks, moment);
    return [columns.at(-1)?.replace("\u00a0", " "), ...rows.map((row) => row.at(-1))];
  };
  expect(at(500)).toEqual(["At 0.50 s", "in flight", "not sent"]);
  expect(at(1500)).toEqual(["At 1.50 s", "taken", "in flight"]);
});

test("a time that has not come yet is a dash", () => {
  const run = madeUpRun("a", [start(2, 0, "cow")]);
  expect(rows([run], 700)).toEqual([["cow", "2 ms", "–", "–", "no reply yet"]]);
  expect(totals([run], 700)).toEqual(["Total: 0.7 s so far"]);
});

test("the reason of a refusal is given", () => {
  const refused = { kind: "refused", reason: "A pane reaches only the animals." } as const;
  const run = madeUpRun("a", [start(2, 0, "x"), taken(3, 0, refused), ended(5)]);
  expect(rows([run])[0]?.at(-1)).toBe("refused: A pane reaches only the animals.");
});

test("the total of a run that did not simply finish says how it ended", () => {
  expect(totals([madeUpRun("a", [ended(3120, { kind: "stopped" })])])).toEqual(["Total: 3.12 s, stopped"]);
  const limit = { kind: "limit", reason: "It printed more than 10,000 lines." } as const;
  expect(totals([madeUpRun("a", [ended(900, limit)])])[0]).toContain("10,000 lines");
});

test("one sentence sums up a run, several sum up a race", () => {
  const three = ["cow", "pig", "chicken"];
  expect(summary([], undefined)).toBe("Nothing has run yet.");
  expect(plain(summary([sequentialRun(three)], undefined))).toBe("3 requests, 3.00 s in all.");
  expect(plain(summary([sequentialRun(three), concurrentRun(three)], undefined))).toBe(
    "Sequential: 3 requests, 3.00 s in all. Concurrent: 3 requests, 1.00 s in all. Concurrent took 2.00 s less than Sequential: 3.00× faster.",
  );
  expect(summary([madeUpRun("a", [start(0, 0, "cow")])], 100)).toBe("1 request, running.");
});

const three = ["cow", "pig", "chicken"];

test("the sentence counts coroutines and generators where there are any", () => {
  expect(plain(summary([sequentialProgram(three)], undefined))).toBe(
    "3 coroutines, 3 requests, 3.00 s in all.",
  );
  const generator = starts(0, 1, "a()", { kind: "generator" });
  const run = madeUpProgram(generator, ends(5, 0), ended(5));
  expect(plain(summary([run], undefined))).toBe("1 generator, no requests, 5 ms in all.");
  expect(summary([madeUpProgram(start(0, 0, "cow"))], 100)).toBe("1 request, running.");
});

test("the sentence is followed by the stuck tasks", () => {
  const stuck = [starts(0, 1, "a()"), waits(0, 1, { kind: "promise" })];
  const run = madeUpProgram(...stuck, ends(5, 0), ended(5));
  expect(plain(summary([run], undefined))).toMatch(
    /^1 coroutine, no requests, 5 ms in all\. a\(\) has waited/,
  );
});

test("each task has a row with what it waited for and how it ended", () => {
  const { columns, rows } = taskTable([sequentialProgram(["cow"], 500)], undefined, looks);
  expect(columns).toEqual(["Task", "Started", "Waited for", "Ended"]);
  expect(rows.map((row) => row.map(plain))).toEqual([
    ["the program", "0 ms", 'speak("cow"): 1.50 s', "returned at 1.50 s"],
    ['speak("cow")', "0 ms", "GET /animals/cow: 1.00 s", "returned at 1.50 s"],
  ]);
});

test("waits for the same thing are added up, and an unfinished wait says so", () => {
  const turns = [100, 300].flatMap((t) => [resumes(t, 1), waits(t + 50, 1, { kind: "promise" })]);
  const run = madeUpProgram(starts(0, 1, "a()"), waits(0, 1, { kind: "promise" }), ...turns);
  const row = taskTable([run], 450, looks).rows[1]?.map(plain);
  expect(row).toEqual(["a()", "0 ms", "a promise: 3 times, 0.35 s so far", "suspended"]);
});

test("in a race each task's row names the run", () => {
  const { columns, rows } = taskTable([sequentialProgram(["cow"]), sequentialProgram([])], undefined, looks);
  expect(columns[0]).toBe("Run");
  expect(rows.map(([run]) => run)).toEqual(["Sequential", "Sequential", "Sequential"]);
});
