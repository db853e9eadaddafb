// Tests of which lanes a run has, and in which order.

import { expect, test } from "vitest";
import {
  concurrentProgram,
  ended,
  ends,
  entered,
  madeUpProgram,
  madeUpRun,
  sequentialProgram,
  start,
  starts,
  type TimedFact,
  waits,
  waitsForRequest,
} from "../../../testing/timeline/made-up-runs.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { keyOf } from "./lane-items.ts";
import { laneItems } from "./lane-tree.ts";

function names({ trace }: TimelineRun): string[] {
  return laneItems(trace).map((item) => {
    if (item.kind === "loop") return "loop";
    if (item.kind === "note") return item.text;
    if (item.kind === "prompt") return `prompt: ${item.spans.map(({ label }) => label).join("; ")}`;
    if (item.kind === "thread") return item.thread.name;
    if (item.kind === "lock") return item.lock.name;
    if (item.kind === "timers") return `${"-".repeat(item.depth)}timers`;
    const name = item.kind === "request" ? `request ${item.span.request}` : item.span.label || item.span.kind;
    return `${"-".repeat(item.depth)}${name}`;
  });
}

const generator = (t: number, task: number, label: string, parent: number) =>
  starts(t, task, label, { parent, kind: "generator" });

test("each task is above the tasks that it created, in the order of creation", () => {
  const facts = [generator(0, 1, "a()", 0), generator(0, 2, "b()", 0), generator(1, 3, "a1()", 1)];
  expect(names(madeUpProgram(...facts, generator(2, 4, "a2()", 1)))).toEqual([
    "loop",
    "main",
    "-a()",
    "--a1()",
    "--a2()",
    "-b()",
  ]);
});

test("the prompt's lane comes last, followed by the tasks that entries created", () => {
  const entry = entered(5, 0, 1, "go()", starts(5, 2, "go()", { parent: 1 }), ends(6, 2));
  const later = madeUpProgram(ends(1, 0), ended(1), ...entry, generator(7, 3, "late()", 0));
  expect(names(later)).toEqual(["loop", "main", "-late()", "prompt: go()", "-go()"]);
});

test("all entries share one lane, and the tasks they create follow in the order of creation", () => {
  const first = entered(5, 0, 1, "await a()", starts(5, 2, "a()", { parent: 1 }));
  const second = entered(6, 1, 3, "b()", starts(6, 4, "b()", { parent: 3 }));
  const late = starts(7, 5, "a2()", { parent: 1 });
  expect(names(madeUpProgram(ends(1, 0), ended(1), ...first, ...second, late))).toEqual([
    "loop",
    "main",
    "prompt: await a(); b()",
    "-a()",
    "-b()",
    "-a2()",
  ]);
});

test("twenty entries are one lane, followed by the lanes of their requests", () => {
  const entries = Array.from({ length: 20 }, (_, index) => entered(index + 2, index, index + 1, `${index}`));
  const all = names(madeUpProgram(ends(1, 0), ended(1), ...entries.flat(), start(30, 0, "cow", 7)));
  expect(all).toHaveLength(4);
  expect(all.at(-1)).toBe("-request 0");
});

test("a coroutine's lane also shows the request that it waits for", () => {
  expect(names(concurrentProgram(["cow", "pig"]))).toEqual([
    "loop",
    "main",
    '-speak("cow")',
    '-speak("pig")',
  ]);
  expect(names(sequentialProgram(["cow", "pig"]))).toEqual(names(concurrentProgram(["cow", "pig"])));
});

test("requests that a coroutine makes together have lanes below its own", () => {
  const of = [0, 1].map((request) => ({ kind: "request", request }) as const);
  const both = [
    start(0, 0, "cow", 1),
    start(0, 1, "pig", 1),
    waits(0, 1, { kind: "group", until: "all", of }),
  ];
  expect(names(madeUpProgram(starts(0, 1, "both()"), ...both))).toEqual([
    "loop",
    "main",
    "-both()",
    "--request 0",
    "--request 1",
  ]);
});

test("a moment between a request and the wait for it, on a slow machine, makes no lane", () => {
  const facts = [starts(0, 1, "slow()"), start(0, 0, "cow", 1), waitsForRequest(60, 1, 0)];
  expect(names(madeUpProgram(...facts))).toEqual(["loop", "main", "-slow()"]);
});

test("a request that is waited for only later keeps its lane", () => {
  const facts = [starts(0, 1, "late()"), start(0, 0, "cow", 1), waitsForRequest(500, 1, 0)];
  expect(names(madeUpProgram(...facts))).toEqual(["loop", "main", "-late()", "--request 0"]);
});

test("the program's own requests always have lanes", () => {
  expect(names(madeUpProgram(start(0, 0, "cow"), waitsForRequest(0, 0, 0)))).toEqual([
    "loop",
    "main",
    "-request 0",
  ]);
});

test("a trace without tasks has only lanes of requests", () => {
  expect(names(madeUpRun("a", [start(0, 0, "cow"), start(1, 1, "pig")]))).toEqual(["request 0", "request 1"]);
});

test("hundreds of tasks and requests all have lanes", () => {
  const tasks = Array.from({ length: 300 }, (_, index) => generator(0, index + 1, "a()", 0));
  const all = names(madeUpProgram(...tasks, ...[0, 1, 2].map((id) => start(1, id, "cow"))));
  expect(all).toHaveLength(305);
  expect(all.slice(0, 6)).toEqual(["loop", "main", "-request 0", "-request 1", "-request 2", "-a()"]);
});

test("a chain of tasks may be longer than the call stack", () => {
  const chain = Array.from({ length: 30_000 }, (_, index) => generator(0, index + 1, "a()", index));
  expect(laneItems(madeUpProgram(...chain).trace)).toHaveLength(30_002);
});

test("a folded lane hides the lanes below it, and counts them", () => {
  const { trace } = madeUpProgram(
    starts(0, 1, "a()"),
    starts(0, 2, "b()", { parent: 1 }),
    starts(0, 3, "c()"),
  );
  const items = laneItems(trace, new Set(["task-1"]));
  expect(items.map(keyOf)).toEqual(["loop", "task-0", "task-1", "task-3"]);
  expect(items[2]).toMatchObject({ isFolded: true, below: 1 });
  expect(laneItems(trace, new Set(["task-0"])).map(keyOf)).toEqual(["loop", "task-0"]);
});

test("timers that no task waits for share a lane below the task that set them", () => {
  const set = (timer: number, repeats = false): TimedFact => ({
    t: 0,
    kind: "timer-start",
    timer,
    task: 1,
    delay: 100,
    repeats,
  });
  const fire = (timer: number): TimedFact => ({ t: 100, kind: "timer-fire", timer });
  const facts = [starts(0, 1, "tick()"), set(0), set(1), set(2), waits(0, 1, { kind: "timer", timer: 1 })];
  const items = laneItems(madeUpProgram(...facts, fire(0), fire(1), fire(2)).trace);
  expect(items.at(-1)).toMatchObject({ kind: "timers", depth: 2, spans: [{ timer: 0 }, { timer: 2 }] });
});

test("a program that only set a timer has a lane for it, and no note about requests", () => {
  const timer: TimedFact[] = [
    { t: 0, kind: "timer-start", timer: 0, task: 0, delay: 500, repeats: false },
    { t: 500, kind: "timer-fire", timer: 0 },
  ];
  const kinds = (facts: readonly TimedFact[]) =>
    laneItems(madeUpProgram(...facts).trace).map(({ kind }) => kind);
  expect(kinds([...timer, ended(500)])).toEqual(["loop", "task", "timers"]);
  expect(kinds([ended(500)])).toEqual(["loop", "task", "note"]);
});
