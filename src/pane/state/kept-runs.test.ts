// Tests of keeping runs.

import { expect, test } from "vitest";
import { foldEvents, Trace } from "../../trace/trace.ts";
import { besideKept, type RunGroup, withKept } from "./kept-runs.ts";

function group(...labels: string[]): RunGroup {
  return { traces: labels.map(() => new Trace()), labels, sets: labels, files: new Map() };
}

const names = (kept: readonly RunGroup[], newest: RunGroup) =>
  besideKept(kept, newest).map(({ label, set }) => (set === label ? label : `${label} of ${set}`));

test("without kept runs the newest ones are called as they are", () => {
  expect(names([], group("animals"))).toEqual(["animals"]);
});

test("what is kept is A, what runs then is B, and what is kept next, too", () => {
  const [one, two, three] = [group("animals"), group("animals"), group("animals")];
  const kept = withKept([], one);
  expect(names(kept, two)).toEqual(["A", "B"]);
  expect(names(withKept(kept, two), three)).toEqual(["A", "B", "C"]);
});

test("the newest is shown once when it has just been kept, and kept once", () => {
  const one = group("animals");
  const kept = withKept([], one);
  expect(withKept(kept, one)).toBe(kept);
  expect(names(kept, one)).toEqual(["A"]);
});

test("a race keeps both its runs", () => {
  const kept = withKept([], group("sequential", "concurrent"));
  expect(names(kept, group("sequential", "concurrent"))).toEqual([
    "A sequential",
    "A concurrent",
    "B sequential",
    "B concurrent",
  ]);
});

test("workers of one program are compared as one", () => {
  const cooks: RunGroup = { ...group("cook 1", "cook 2"), sets: ["two-cooks", "two-cooks"] };
  expect(names([], cooks)).toEqual(["cook 1 of two-cooks", "cook 2 of two-cooks"]);
  expect(names(withKept([], cooks), group("one"))).toEqual(["A cook 1 of A", "A cook 2 of A", "B"]);
});

test("nothing is kept where nothing has run, and not without end", () => {
  expect(withKept([], group())).toEqual([]);
  const groups = Array.from({ length: 12 }, () => group("animals"));
  const kept = groups.reduce(withKept, [] as readonly RunGroup[]);
  expect(kept).toEqual(groups.slice(-8));
});

test("after a reload the newest run and the kept one are the same again", () => {
  const begin = { seq: 0, t: 0, kind: "run-start", entry: "animals.ts" } as const;
  const [one, other] = [foldEvents([begin]), foldEvents([begin])];
  const kept = [{ ...group("animals"), traces: [one] }];
  expect(names(kept, { ...group("animals"), traces: [other] })).toEqual(["A"]);
});
