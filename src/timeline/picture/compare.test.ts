// Tests of comparing runs.

import { expect, test } from "vitest";
import type { RunOutcome } from "../../trace/events/events.ts";
import { foldEvents } from "../../trace/trace.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { compareSets, runSets, setTotal } from "./compare.ts";

const finished: RunOutcome = { kind: "finished" };

function run(label: string, duration: number, outcome: RunOutcome | undefined = finished, set?: string) {
  const start = { seq: 0, t: 0, kind: "run-start", entry: "animals.ts" } as const;
  const end = outcome ? [{ seq: 1, t: duration, kind: "run-end", outcome } as const] : [];
  const made: TimelineRun = { label, trace: foldEvents([start, ...end]), ...(set ? { set } : {}) };
  return made;
}

const texts = (...runs: TimelineRun[]) => compareSets(runs).map(({ set, text }) => [set.name, text]);

test("of two runs, the faster one is named, whichever it is", () => {
  const [slow, fast] = [run("slow", 6040), run("fast", 2027)];
  expect(texts(slow, fast)).toEqual([["fast", "2.98× faster"]]);
  expect(texts(fast, slow)).toEqual([["fast", "2.98× faster"]]);
});

test("the difference is also given in words", () => {
  const [comparison] = compareSets([run("sequential", 6040), run("concurrent", 2027)]);
  expect(comparison?.words.replace("\u00a0", " ")).toBe(
    "concurrent took 4.01 s less than sequential: 2.98× faster",
  );
});

test("a large ratio has fewer decimals", () => {
  expect(texts(run("a", 24_120), run("b", 2040))).toEqual([["b", "11.8× faster"]]);
  expect(texts(run("a", 20_000), run("b", 100))).toEqual([["b", "200× faster"]]);
});

test("of more than two runs, each is compared with the first", () => {
  expect(texts(run("A", 6000), run("B", 2000), run("C", 9000), run("D", 6001))).toEqual([
    ["B", "3.00× faster"],
    ["C", "1.50× slower"],
  ]);
});

test("the workers of one program are a set, which took as long as the longest; there is no ratio among them", () => {
  const workers = [run("cook 1", 900, finished, "two"), run("cook 2", 1200, finished, "two")];
  expect(texts(...workers)).toEqual([]);
  expect(runSets(workers).map(setTotal)).toEqual([1200]);
  expect(texts(run("one", 2400), ...workers)).toEqual([["two", "2.00× faster"]]);
});

test("there is no ratio while a run goes on, after a stop, after an error, or for a run that took no time", () => {
  const other = run("b", 2000);
  expect(texts(run("a", 0, undefined), other)).toEqual([]);
  expect(texts(run("a", 900, { kind: "stopped" }), other)).toEqual([]);
  expect(texts(run("a", 900, { kind: "failed" }), other)).toEqual([]);
  expect(texts(run("a", 0), other)).toEqual([]);
  expect(texts(run("a", 40), run("b", 80))).toEqual([]);
});

test("there is no ratio for a single run, or for two that differ by chance", () => {
  expect(texts(run("a", 900))).toEqual([]);
  expect(texts(run("a", 2000), run("b", 2004))).toEqual([]);
  expect(texts(run("a", 2000), run("b", 2025))).toEqual([]);
  expect(texts(run("a", 200), run("b", 219))).toEqual([]);
  expect(texts(run("a", 2000), run("b", 2060))).toEqual([["a", "1.03× faster"]]);
});
