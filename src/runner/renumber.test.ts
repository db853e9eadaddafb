// Tests that the tasks, requests and timers of several threads get the numbers of one run.

import { expect, test } from "vitest";
import type { SentEvent } from "../protocol/protocol.ts";
import type { TraceFact, WorkerId } from "../trace/events/events.ts";
import { Numbers } from "./renumber.ts";

const place = { file: "cow.ts", line: 1, column: 1 };

function renumbered(...facts: readonly (readonly [thread: WorkerId, fact: TraceFact])[]) {
  const numbers = new Numbers();
  numbers.begin();
  return facts.map(([thread, fact], seq) => {
    const event: SentEvent = { seq, t: 0, ...fact };
    return numbers.renumber(event, thread, thread === 0 ? "" : "pig");
  });
}

function start(task: number, taskKind: "main" | "coroutine", parent?: number): TraceFact {
  const descent = parent === undefined ? {} : { parent };
  return { kind: "task-start", task, taskKind, name: "", label: "", place, ...descent };
}

test("tasks count in the order of their beginnings, and a thread's top level has the thread's name", () => {
  const events = renumbered(
    [0, start(0, "main")],
    [1, start(0, "main")],
    [0, start(1, "coroutine", 0)],
    [1, start(1, "coroutine", 0)],
    [1, { kind: "task-end", task: 1, how: "returned" }],
  );
  expect(events).toMatchObject([
    { task: 0, name: "" },
    { task: 1, name: "pig" },
    { task: 2, parent: 0 },
    { task: 3, parent: 1 },
    { task: 3 },
  ]);
});

test("waits and wakers have the numbers of the run, in groups too", () => {
  const timer = { kind: "timer-start", timer: 0, task: 0, delay: 5, repeats: false } as const;
  const request = { kind: "request-start", request: 0, task: 0, method: "GET", url: "/cow" } as const;
  const of = [
    { kind: "timer", timer: 0 },
    { kind: "request", request: 0 },
  ] as const;
  const events = renumbered(
    [0, start(0, "main")],
    [1, start(0, "main")],
    [0, timer],
    [0, request],
    [1, timer],
    [1, request],
    [1, { kind: "task-suspend", task: 0, place, wait: { kind: "group", until: "all", of } }],
    [1, { kind: "task-resume", task: 0, by: { kind: "timer", timer: 0 }, thrown: false }],
  );
  expect(events.slice(-2)).toMatchObject([
    { task: 1, wait: { of: [{ timer: 1 }, { request: 1 }] } },
    { task: 1, by: { timer: 1 } },
  ]);
});

test("what the first thread does alone has the run's numbers, and goes on having them", () => {
  const numbers = new Numbers();
  const renumber = (fact: TraceFact, thread: WorkerId) =>
    numbers.renumber({ seq: 0, t: 0, ...fact }, thread, "pig");
  const alone = { seq: 0, t: 0, ...start(0, "main") };
  expect(numbers.renumber(alone, 0, "")).toBe(alone);
  renumber(start(1, "coroutine", 0), 0);
  numbers.begin();
  expect(renumber(start(0, "main"), 1)).toMatchObject({ task: 2, name: "pig" });
  expect(renumber(start(2, "coroutine", 1), 0)).toMatchObject({ task: 3, parent: 1 });
  expect(renumber({ kind: "task-end", task: 1, how: "returned" }, 0)).toMatchObject({ task: 1 });
});

test("what a thread does between the call of terminate() and its end is not told", () => {
  const end = { kind: "thread-end", worker: 1, how: "terminated", by: 0 } as const;
  const output = { kind: "output", task: 0, level: "log", text: "Moo!\n" } as const;
  const events = renumbered([0, start(0, "main")], [1, start(0, "main")], [0, end], [1, output], [0, output]);
  expect(events.slice(2)).toMatchObject([{ kind: "thread-end" }, undefined, { kind: "output", task: 0 }]);
});

test("a run is thinned once, whichever thread does too much", () => {
  const thinned = { kind: "thinned" } as const;
  expect(renumbered([1, thinned], [0, thinned]).map((event) => event?.kind)).toEqual(["thinned", undefined]);
});
