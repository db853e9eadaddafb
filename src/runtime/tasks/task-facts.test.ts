// Tests of what is told of programs with more hand-overs than a trace can hold.

import { expect, test } from "vitest";
import { awaits, count, main, setUp, speak, yields } from "../../../testing/runtime/made-up-tasks.ts";
import type { TaskHandle } from "../../protocol/hooks.ts";
import { foldEvents } from "../../trace/trace.ts";
import { mostFacts } from "./task-facts.ts";

test("a program with more hand-overs than a trace tells goes on, and the trace says so", () => {
  const { hooks, told } = setUp();
  hooks.enter(main, []);
  for (let n = 0; n < mostFacts; n += 1) hooks.leave(hooks.enter(speak, [n]));
  const facts = told();
  expect(facts.filter(({ kind }) => kind === "thinned")).toHaveLength(1);
  expect(facts.length).toBeLessThan(mostFacts + 10);
});

test.each([0, 1])("a trace that is thinned after %i facts more can be folded", (more) => {
  const { hooks, told } = setUp();
  const top = hooks.enter(main, []);
  for (let n = 0; n < more; n += 1) hooks.create(count, []);
  for (let n = 0; n < mostFacts; n += 1) hooks.leave(hooks.enter(speak, [n]));
  hooks.leave(top);
  expect(() => foldEvents(told().map((fact, seq) => ({ seq, t: 0, ...fact })))).not.toThrow();
});

test("hand-overs between which nothing happens are told for a while, then only where something does", () => {
  const { hooks, tracer, told } = setUp();
  hooks.enter(main, []);
  const it = hooks.create(count, []);
  hooks.begin(it);
  for (let n = 0; n < 10_000; n += 1) {
    hooks.suspend(n, it, yields);
    hooks.resume(undefined, it);
  }
  const quiet = told().length;
  hooks.suspend(0, it, yields);
  tracer.record({ kind: "output", task: 0, level: "log", text: "x" });
  hooks.resume(undefined, it);
  expect(quiet).toBeLessThan(5000);
  expect(
    told()
      .slice(-3)
      .map(({ kind }) => kind),
  ).toEqual(["task-suspend", "output", "task-resume"]);
});

test("two tasks that are suspended in turn, however often, are told apart", () => {
  const { hooks, tasks, events } = setUp();
  const top = hooks.enter(main, []);
  const pair = ["cow", "pig"].map((animal) => {
    const task = hooks.enter(speak, [animal]);
    hooks.suspend(1, task, awaits);
    return task;
  });
  hooks.suspend({}, top, awaits);
  tasks.causedByNothing();
  for (let turn = 0; turn < 5000; turn += 1) {
    for (const task of pair) {
      hooks.resume(1, task);
      hooks.suspend(turn % 7 === 0 ? {} : 1, task, awaits);
    }
  }
  const trace = foldEvents(events());
  expect(trace.tasks.map(({ stretches }) => stretches.at(-1)?.state)).toEqual([
    "suspended",
    "suspended",
    "suspended",
  ]);
});

test("a task that the trace does not know any more gives control back as any other", () => {
  const { hooks, tasks } = setUp();
  const top = hooks.enter(main, []);
  const handles: TaskHandle[] = [];
  for (let n = 0; n <= mostFacts; n += 1) handles.push(hooks.enter(speak, []));
  expect(tasks.responsible).toBeGreaterThan(0);
  for (const handle of handles.reverse()) hooks.leave(handle);
  expect(tasks.responsible).toBe(0);
  hooks.leave(top);
});
