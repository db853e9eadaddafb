// Tests of which hand-overs are drawn.

import { expect, test } from "vitest";
import { groupOf } from "../../../testing/timeline/made-up-pictures.ts";
import {
  ended,
  ends,
  entered,
  madeUpProgram,
  resumes,
  starts,
  type TimedFact,
  waits,
  waitsForTask,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import type { TaskKind, Waker } from "../../trace/events/events.ts";
import { handovers } from "./handovers.ts";

function drawn(facts: readonly TimedFact[], isShown = (_task: number) => true): string[] {
  const { trace } = madeUpProgram(...facts);
  return handovers(
    trace,
    trace.tasks.filter(({ task }) => isShown(task)),
    (t) => t,
  ).map(({ from, to }) => `${from}→${to}`);
}

const by = (task: number): Waker => ({ kind: "task", task });
const creates = (kind: TaskKind = "generator") => starts(0, 1, "a()", { kind });

function calls(count: number, distance: number): TimedFact[] {
  const turns = Array.from({ length: count }, (_, index) => {
    const t = 10 + index * distance;
    return [resumes(t, 1, by(0)), yields(t, 1)];
  });
  return [creates(), ...turns.flat()];
}

test("a call of next() gives control to the generator, and its yield gives it back", () => {
  expect(drawn(calls(2, 20))).toEqual(["0→1", "1→0", "0→1", "1→0"]);
});

test("a generator that ends gives control back", () => {
  expect(drawn([creates(), resumes(10, 1, by(0)), ends(10, 1)])).toEqual(["0→1", "1→0"]);
});

test("return() of a suspended generator is a call as well", () => {
  const facts = [...calls(1, 1), ends(50, 0), ended(50)];
  expect(drawn([...facts, ...entered(90, 0, 2, "a.return()", ends(90, 1, "closed"))])).toEqual([
    "0→1",
    "1→0",
    "2→1",
  ]);
});

test("an async generator that awaits keeps its caller waiting, and hands over when it yields later", () => {
  const facts = [
    creates("async generator"),
    ...[resumes(10, 1, by(0)), waits(10, 1, { kind: "promise" }), waitsForTask(10, 0, 1)],
    ...[resumes(500, 1), yields(500, 1), resumes(500, 0, by(1))],
  ];
  expect(drawn(facts).sort()).toEqual(["0→1", "1→0"]);
});

test("coroutines that end have no hand-overs", () => {
  const facts = [starts(0, 1, "a()"), waits(0, 1, { kind: "promise" }), waitsForTask(0, 0, 1)];
  expect(drawn([...facts, resumes(500, 1), ends(500, 1), resumes(500, 0, by(1))])).toEqual([]);
});

test("hand-overs too close to others are left out, and their number is limited", () => {
  expect(drawn(calls(3, 2))).toEqual(["0→1", "1→0"]);
  const many = drawn(calls(5000, 20));
  expect(many.length).toBeLessThanOrEqual(120);
  expect(many.length).toBeGreaterThan(80);
});

test("tasks without a lane have no hand-overs", () => {
  expect(drawn(calls(2, 20), (task) => task === 1)).toEqual([]);
});

test("an arrow goes from bar to bar and points at the receiver", () => {
  const { lanes, arrows } = groupOf(madeUpProgram(...calls(1, 1), ended(500)));
  const [main, generator] = lanes.slice(1);
  const [there, back] = arrows;
  expect(there?.to).toBeLessThan((generator?.y ?? 0) + (generator?.height ?? 0) / 2);
  expect(there?.to).toBeGreaterThan(there?.from ?? 0);
  expect(back?.to).toBeLessThan(back?.from ?? 0);
  expect(back?.to).toBeGreaterThan(main?.y ?? 0);
});
