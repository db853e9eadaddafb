// Tests of keeping runs.

import { expect, test } from "vitest";
import { foldEvents, Trace } from "../../trace/trace.ts";
import { KeptRuns, type RunGroup } from "./kept-runs.ts";

function group(...labels: string[]): RunGroup {
  return { traces: labels.map(() => new Trace()), labels, sets: labels, files: new Map() };
}

const names = (kept: KeptRuns, newest: RunGroup) =>
  kept.shown(newest).map(({ label, set }) => (set === label ? label : `${label} of ${set}`));

test("without kept runs the newest ones are called as they are", () => {
  expect(names(new KeptRuns(), group("animals"))).toEqual(["animals"]);
});

test("what is kept is A, what runs then is B, and what is kept next, too", () => {
  const kept = new KeptRuns();
  const [one, two, three] = [group("animals"), group("animals"), group("animals")];
  kept.keep(one);
  expect(names(kept, two)).toEqual(["A", "B"]);
  kept.keep(two);
  expect(names(kept, three)).toEqual(["A", "B", "C"]);
});

test("the newest is shown once when it has just been kept, and kept once", () => {
  const kept = new KeptRuns();
  const one = group("animals");
  expect([kept.keep(one), kept.keep(one)]).toEqual([true, false]);
  expect(names(kept, one)).toEqual(["A"]);
});

test("a race keeps both its runs", () => {
  const kept = new KeptRuns();
  kept.keep(group("sequential", "concurrent"));
  expect(names(kept, group("sequential", "concurrent"))).toEqual([
    "A sequential",
    "A concurrent",
    "B sequential",
    "B concurrent",
  ]);
});

test("workers of one program are compared as one", () => {
  const kept = new KeptRuns();
  const cooks: RunGroup = { ...group("cook 1", "cook 2"), sets: ["two-cooks", "two-cooks"] };
  expect(names(kept, cooks)).toEqual(["cook 1 of two-cooks", "cook 2 of two-cooks"]);
  kept.keep(cooks);
  expect(names(kept, group("one"))).toEqual(["A cook 1 of A", "A cook 2 of A", "B"]);
});

test("nothing is kept where nothing has run, and not without end", () => {
  const kept = new KeptRuns();
  expect(kept.keep(group())).toBe(false);
  for (let count = 0; count < 12; count += 1) kept.keep(group("animals"));
  expect(kept.groups).toHaveLength(8);
});

test("after a reload the newest run and the kept one are the same again", () => {
  const begin = { seq: 0, t: 0, kind: "run-start", entry: "animals.ts" } as const;
  const [one, other] = [foldEvents([begin]), foldEvents([begin])];
  const kept = new KeptRuns();
  kept.restore([{ ...group("animals"), traces: [one] }]);
  expect(names(kept, { ...group("animals"), traces: [other] })).toEqual(["A"]);
});
