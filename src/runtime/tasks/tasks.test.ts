import { expect, test } from "vitest";
import {
  asks,
  awaits,
  count,
  main,
  setUp,
  speak,
  ticks,
  yields,
} from "../../../testing/runtime/made-up-tasks.ts";
import { generatorState } from "./generators.ts";
import type { HookedTask } from "./hooked-task.ts";

/** What the trace tells of one task, in short. */
function story(facts: ReturnType<ReturnType<typeof setUp>["told"]>, task: number): unknown[] {
  return facts.flatMap((fact): unknown[] => {
    if (!("task" in fact) || fact.task !== task) return [];
    switch (fact.kind) {
      case "task-start":
        return [[fact.label, fact.parent]];
      case "task-suspend":
        return [fact.wait];
      case "task-resume":
        return [[fact.by, fact.thrown]];
      case "task-end":
        return [fact.how];
      default:
        return [fact.kind];
    }
  });
}

test("a coroutine is its caller's child, and its promise is known as its own", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const cow = hooks.enter(speak, ["cow"]);
  const promise = {};
  hooks.suspend(promise, cow, awaits);
  hooks.suspend(hooks.called({ promise: "of the cow" }), top, awaits);
  tasks.causedByNothing();
  hooks.resume("Moo!", cow);
  hooks.leave(cow);
  hooks.resume(undefined, top);
  hooks.leave(top);
  expect(story(told(), 0)).toEqual([
    ["", undefined],
    { kind: "task", task: 1 },
    [{ kind: "task", task: 1 }, false],
    "returned",
  ]);
  expect(story(told(), 1)).toEqual([
    ['speak("cow")', 0],
    { kind: "promise" },
    [{ kind: "loop" }, false],
    "returned",
  ]);
});

test("a request, a timer and a group are told as what they are", () => {
  const { hooks, tasks, told } = setUp();
  const [reply, sleep, both] = [{}, {}, {}];
  const top = hooks.enter(main, []);
  tasks.waits.setRequest(reply, 7);
  const mark = hooks.mark();
  tasks.waits.timerSet(3);
  hooks.made(mark, sleep);
  hooks.members([reply, sleep, {}, 5]);
  hooks.group("all", both);
  for (const value of [reply, sleep, both, 5]) {
    hooks.suspend(value, top, awaits);
    hooks.resume(undefined, top);
  }
  const request = { kind: "request", request: 7 };
  const timer = { kind: "timer", timer: 3 };
  const waits = story(told(), 0).filter((each) => !Array.isArray(each));
  expect(waits).toEqual([
    request,
    timer,
    { kind: "group", until: "all", of: [request, timer, { kind: "promise" }, { kind: "turn" }] },
    { kind: "turn" },
  ]);
});

test("the promises that map() gives, calling a coroutine for each element, are known as theirs", () => {
  const { hooks, told } = setUp();
  const top = hooks.enter(main, []);
  const promises = ["cow", "pig"].map((animal) => {
    const task = hooks.enter(speak, [animal]);
    hooks.called({ promise: "of a request" });
    hooks.suspend({}, task, awaits);
    return {};
  });
  hooks.members(hooks.called(promises));
  hooks.suspend(hooks.group("all", {}), top, awaits);
  const of = [1, 2].map((task) => ({ kind: "task", task }));
  expect(story(told(), 0).at(-1)).toEqual({ kind: "group", until: "all", of });
});

test("the promise that then() makes of a coroutine's is not the coroutine's", () => {
  const { hooks, told } = setUp();
  const top = hooks.enter(main, []);
  const task = hooks.enter(speak, ["cow"]);
  hooks.suspend({}, task, awaits);
  hooks.suspend(hooks.called({}, false), top, awaits);
  expect(story(told(), 0).at(-1)).toEqual({ kind: "promise" });
});

test("a group whose last member is a coroutine is woken by that one's end", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const cow = hooks.enter(speak, ["cow"]);
  hooks.suspend({}, cow, awaits);
  hooks.members([hooks.called({})]);
  hooks.suspend(hooks.group("all", {}), top, awaits);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.resume(undefined, cow);
  hooks.leave(cow);
  hooks.resume(undefined, top);
  expect(story(told(), 0).at(-1)).toEqual([{ kind: "task", task: 1 }, false]);
});

test("a for await and its generator wake each other, whatever caused an earlier turn", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  hooks.suspend(1, top, awaits);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.resume(1, top);
  const generator = hooks.create(ticks, []);
  hooks.suspend({}, top, asks);
  hooks.begin(generator);
  hooks.suspend(1, generator, yields);
  hooks.awake(top);
  expect(story(told(), 1).at(1)).toEqual([{ kind: "task", task: 0 }, false]);
  expect(story(told(), 0).at(-1)).toEqual([{ kind: "task", task: 1 }, false]);
});

test("it is known whether anybody waits for something else than a caller", () => {
  const { hooks, tasks } = setUp();
  const top = hooks.enter(main, []);
  const it = hooks.create(count, []);
  hooks.begin(it);
  hooks.suspend(1, it, yields);
  expect(tasks.isWaiting).toBe(false);
  hooks.suspend({}, top, awaits);
  expect(tasks.isWaiting).toBe(true);
  hooks.fail(top, new Error("moo"));
  expect(tasks.isWaiting).toBe(false);
});

test("a promise whose construction set two timers waits for none of them in particular", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const mark = hooks.mark();
  tasks.waits.timerSet(0);
  tasks.waits.timerSet(1);
  hooks.suspend(hooks.made(mark, {}), top, awaits);
  expect(story(told(), 0).at(-1)).toEqual({ kind: "promise" });
});

test("a generator gets control from whoever calls next(), and gives it back at each yield", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const it = hooks.create(count, [3]);
  expect(tasks.responsible).toBe(0);
  hooks.begin(it);
  expect(tasks.responsible).toBe(1);
  hooks.suspend(3, it, yields);
  expect(tasks.responsible).toBe(0);
  hooks.resume(undefined, it);
  hooks.leave(it);
  hooks.leave(top);
  const byMain = [{ kind: "task", task: 0 }, false];
  expect(story(told(), 1)).toEqual([["count(3)", 0], byMain, { kind: "caller" }, byMain, "returned"]);
});

test("the state of a generator is known from the call that gave it, also where it ends before it begins", () => {
  const { hooks, tasks, told } = setUp();
  hooks.enter(main, []);
  const generator = {};
  const task = hooks.create(count, [3]);
  hooks.called(generator);
  expect(generatorState(generator)).toBe("not started");
  hooks.begin(task);
  hooks.suspend(3, task, yields);
  expect(generatorState(generator)).toBe("suspended");
  const other = {};
  const unbegun = hooks.create(count, [3]) as HookedTask;
  hooks.called(other);
  tasks.endUnbegun(unbegun, "threw", new Error("moo"));
  expect(generatorState(other)).toBe("finished");
  expect(story(told(), 2)).toEqual([["count(3)", 0], "threw"]);
});

test("a generator that is ended at a yield was closed, one that let an error out threw it", () => {
  const { hooks, told } = setUp();
  hooks.enter(main, []);
  const closed = hooks.create(count, []);
  hooks.begin(closed);
  hooks.suspend(1, closed, yields);
  hooks.leave(closed);

  const tidy = hooks.create(count, []);
  hooks.begin(tidy);
  hooks.suspend(1, tidy, yields);
  hooks.passed(tidy);
  hooks.leave(tidy);

  const thrown = hooks.create(count, []);
  hooks.begin(thrown);
  hooks.suspend(1, thrown, yields);
  hooks.fail(thrown, new Error("moo"));
  hooks.leave(thrown);
  expect([1, 2, 3].map((task) => story(told(), task).at(-1))).toEqual(["closed", "closed", "threw"]);
  expect(told().find((fact) => fact.kind === "task-end" && fact.task === 3)).toMatchObject({
    error: "Error: moo",
  });
});

test("a rejection that is caught resumes the task with an error, and does not end it", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  hooks.suspend({}, top, awaits);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.caught(top);
  hooks.leave(top);
  expect(story(told(), 0).slice(-2)).toEqual([[{ kind: "timer", timer: 4 }, true], "returned"]);
});

test("what happened before a task was suspended did not wake it", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  hooks.suspend(1, top, awaits);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  const cow = hooks.enter(speak, ["cow"]);
  hooks.suspend({}, cow, awaits);
  hooks.resume(1, cow);
  expect(story(told(), 1).at(-1)).toEqual([{ kind: "loop" }, false]);
});

test("a timer that has not called back woke nobody, whatever set it", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const mark = hooks.mark();
  tasks.waits.timerSet(3);
  hooks.suspend(hooks.made(mark, {}), top, awaits);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.resume(1, top);
  expect(story(told(), 0).slice(-2)).toEqual([
    { kind: "timer", timer: 3 },
    [{ kind: "timer", timer: 4 }, false],
  ]);
});

test("a coroutine that begins with a for await hands over its own promise, not that of the generator", () => {
  const { hooks, told } = setUp();
  const top = hooks.enter(main, []);
  const cow = hooks.enter(speak, ["cow"]);
  const it = hooks.create(ticks, []);
  hooks.suspend({}, cow, asks);
  hooks.begin(it);
  hooks.suspend(1, it, yields);
  hooks.suspend(hooks.called({ promise: "of the cow" }), top, awaits);
  expect(story(told(), 0).at(-1)).toEqual({ kind: "task", task: 1 });
});
