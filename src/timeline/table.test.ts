// Tests of the timeline's text equivalent.

import { expect, test } from "vitest";
import {
  concurrentRun,
  ended,
  lookByName,
  madeUpRun,
  ready,
  sequentialRun,
  start,
  taken,
} from "./made-up-runs.ts";
import type { TimelineRun } from "./runs.ts";
import { summary, timelineTable } from "./table.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function rows(runs: readonly TimelineRun[], now?: number): string[][] {
  return timelineTable(runs, now, lookByName).rows.map((row) => row.map(plain));
}

function totals(runs: readonly TimelineRun[], now?: number): string[] {
  return timelineTable(runs, now, lookByName).totals.map(({ name, value }) => plain(`${name}: ${value}`));
}

test("a single run has a row per request and its total", () => {
  const run = madeUpRun("a", [start(2, 0, "cow"), ready(1502, 0), taken(1800, 0), ended(2000)]);
  expect(timelineTable([run], undefined, lookByName).columns).toEqual([
    "Request",
    "Start",
    "Reply ready",
    "Taken",
    "Outcome",
  ]);
  expect(rows([run])).toEqual([["cow", "2 ms", "1.50 s", "1.80 s", "answered, 200 OK"]]);
  expect(totals([run])).toEqual(["Total: 2.00 s"]);
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
    "Concurrent, total: 1.00 s",
    "Ratio: Concurrent: 2.00× faster",
  ]);
});

test("what has not happened yet is a dash", () => {
  const run = madeUpRun("a", [start(2, 0, "cow")]);
  expect(rows([run], 700)).toEqual([["cow", "2 ms", "–", "–", "no reply yet"]]);
  expect(totals([run], 700)).toEqual(["Total: 0.7 s so far"]);
});

test("the reason of a refusal is told", () => {
  const refused = { kind: "refused", reason: "A pane reaches only the animals." } as const;
  const run = madeUpRun("a", [start(2, 0, "x"), taken(3, 0, refused), ended(5)]);
  expect(rows([run])[0]?.at(-1)).toBe("refused: A pane reaches only the animals.");
});

test("a run that did not simply finish says so at its total", () => {
  expect(totals([madeUpRun("a", [ended(3120, { kind: "stopped" })])])).toEqual(["Total: 3.12 s, stopped"]);
  const limit = { kind: "limit", reason: "It printed more than 10,000 lines." } as const;
  expect(totals([madeUpRun("a", [ended(900, limit)])])[0]).toContain("10,000 lines");
});

test("one sentence sums a run up, a few sum up a race", () => {
  const three = ["cow", "pig", "chicken"];
  expect(summary([], undefined)).toBe("Nothing has run yet.");
  expect(plain(summary([sequentialRun(three)], undefined))).toBe("3 requests, 3.00 s in all.");
  expect(plain(summary([sequentialRun(three), concurrentRun(three)], undefined))).toBe(
    "Sequential: 3 requests, 3.00 s in all. Concurrent: 3 requests, 1.00 s in all. Concurrent was 3.00× faster.",
  );
  expect(summary([madeUpRun("a", [start(0, 0, "cow")])], 100)).toBe("1 request, running.");
});
