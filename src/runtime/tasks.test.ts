import { expect, test } from "vitest";
import type { TraceEvent } from "../trace/events.ts";
import { foldEvents } from "../trace/trace.ts";
import { generatorState } from "./generators.ts";
import type { Hooks, TaskHandle } from "./hooks.ts";
import { ManualClock } from "./manual-clock.ts";
import type { Site } from "./protocol.ts";
import type { Task } from "./task.ts";
import { mostFacts } from "./task-facts.ts";
import { TaskHooks } from "./task-hooks.ts";
import { Tasks } from "./tasks.ts";
import { Tracer } from "./tracer.ts";

const place = { file: "a.ts", line: 1, column: 1 };
const site = (what: Site["what"]): Site => ({ place, what });
const functionSite = (taskKind: "main" | "coroutine" | "generator" | "async generator", name: string) =>
  site({ kind: "function", taskKind, name });

const sites = [
  functionSite("main", ""),
  functionSite("coroutine", "speak"),
  functionSite("generator", "count"),
  site({ kind: "await" }),
  site({ kind: "yield" }),
  functionSite("async generator", "ticks"),
  site({ kind: "for-await" }),
] as const;
const [main, speak, count, awaits, yields, ticks, asks] = [0, 1, 2, 3, 4, 5, 6] as const;

function setUp() {
  const clock = new ManualClock();
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => events.push(...batch));
  const tasks = new Tasks(tracer, String);
  const hooks: Hooks = new TaskHooks(tasks, sites, () => undefined);
  const told = () => {
    tracer.flush();
    return events.map(({ seq, t, ...fact }) => fact);
  };
  const all = () => {
    tracer.flush();
    return events;
  };
  return { clock, tracer, tasks, hooks, told, events: all };
}

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
  hooks.suspend(cow, awaits, promise);
  hooks.suspend(top, awaits, hooks.called({ promise: "of the cow" }));
  tasks.causedByNothing();
  hooks.resume(cow, "Moo!");
  hooks.leave(cow);
  hooks.resume(top, undefined);
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
    hooks.suspend(top, awaits, value);
    hooks.resume(top, undefined);
  }
  const request = { kind: "request", request: 7 };
  const timer = { kind: "timer", timer: 3 };
  const waits = story(told(), 0).filter((each) => !Array.isArray(each));
  expect(waits).toEqual([
    request,
    timer,
    { kind: "group", method: "all", of: [request, timer, { kind: "promise" }, { kind: "turn" }] },
    { kind: "turn" },
  ]);
});

test("the promises that map() gives, calling a coroutine for each element, are known as theirs", () => {
  const { hooks, told } = setUp();
  const top = hooks.enter(main, []);
  const promises = ["cow", "pig"].map((animal) => {
    const task = hooks.enter(speak, [animal]);
    hooks.called({ promise: "of a request" });
    hooks.suspend(task, awaits, {});
    return {};
  });
  hooks.members(hooks.called(promises));
  hooks.suspend(top, awaits, hooks.group("all", {}));
  const of = [1, 2].map((task) => ({ kind: "task", task }));
  expect(story(told(), 0).at(-1)).toEqual({ kind: "group", method: "all", of });
});

test("the promise that then() makes of a coroutine's is not the coroutine's", () => {
  const { hooks, told } = setUp();
  const top = hooks.enter(main, []);
  const task = hooks.enter(speak, ["cow"]);
  hooks.suspend(task, awaits, {});
  hooks.suspend(top, awaits, hooks.called({}, false));
  expect(story(told(), 0).at(-1)).toEqual({ kind: "promise" });
});

test("a group whose last member is a coroutine is woken by that one's end", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const cow = hooks.enter(speak, ["cow"]);
  hooks.suspend(cow, awaits, {});
  hooks.members([hooks.called({})]);
  hooks.suspend(top, awaits, hooks.group("all", {}));
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.resume(cow, undefined);
  hooks.leave(cow);
  hooks.resume(top, undefined);
  expect(story(told(), 0).at(-1)).toEqual([{ kind: "task", task: 1 }, false]);
});

test("a for await and its generator wake each other, whatever caused an earlier turn", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  const generator = hooks.create(ticks, []);
  hooks.suspend(top, asks, {});
  hooks.begin(generator);
  hooks.suspend(generator, yields, 1);
  hooks.awake(top);
  expect(story(told(), 1).at(1)).toEqual([{ kind: "task", task: 0 }, false]);
  expect(story(told(), 0).at(-1)).toEqual([{ kind: "task", task: 1 }, false]);
});

test("it is known whether anybody waits for something else than a caller", () => {
  const { hooks, tasks } = setUp();
  const top = hooks.enter(main, []);
  const it = hooks.create(count, []);
  hooks.begin(it);
  hooks.suspend(it, yields, 1);
  expect(tasks.isWaiting).toBe(false);
  hooks.suspend(top, awaits, {});
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
  hooks.suspend(top, awaits, hooks.made(mark, {}));
  expect(story(told(), 0).at(-1)).toEqual({ kind: "promise" });
});

test("a generator gets control from whoever calls next(), and gives it back at each yield", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const it = hooks.create(count, [3]);
  expect(tasks.responsible).toBe(0);
  hooks.begin(it);
  expect(tasks.responsible).toBe(1);
  hooks.suspend(it, yields, 3);
  expect(tasks.responsible).toBe(0);
  hooks.resume(it, undefined);
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
  hooks.suspend(task, yields, 3);
  expect(generatorState(generator)).toBe("suspended");
  const other = {};
  const unbegun = hooks.create(count, [3]);
  hooks.called(other);
  tasks.endUnbegun(unbegun as Task, "threw", new Error("moo"));
  expect(generatorState(other)).toBe("finished");
  expect(story(told(), 2)).toEqual([["count(3)", 0], "threw"]);
});

test("a generator that is ended at a yield was closed, one that let an error out threw it", () => {
  const { hooks, told } = setUp();
  hooks.enter(main, []);
  const closed = hooks.create(count, []);
  hooks.begin(closed);
  hooks.suspend(closed, yields, 1);
  hooks.leave(closed);

  const tidy = hooks.create(count, []);
  hooks.begin(tidy);
  hooks.suspend(tidy, yields, 1);
  hooks.passed(tidy);
  hooks.leave(tidy);

  const thrown = hooks.create(count, []);
  hooks.begin(thrown);
  hooks.suspend(thrown, yields, 1);
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
  hooks.suspend(top, awaits, {});
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.caught(top);
  hooks.leave(top);
  expect(story(told(), 0).slice(-2)).toEqual([[{ kind: "timer", timer: 4 }, true], "returned"]);
});

test("what happened before a task was suspended did not wake it", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  hooks.suspend(top, awaits, 1);
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  const cow = hooks.enter(speak, ["cow"]);
  hooks.suspend(cow, awaits, {});
  hooks.resume(cow, 1);
  expect(story(told(), 1).at(-1)).toEqual([{ kind: "loop" }, false]);
});

test("a timer that has not called back woke nobody, whatever set it", () => {
  const { hooks, tasks, told } = setUp();
  const top = hooks.enter(main, []);
  const mark = hooks.mark();
  tasks.waits.timerSet(3);
  hooks.suspend(top, awaits, hooks.made(mark, {}));
  tasks.causedBy({ kind: "timer", timer: 4 }, 0);
  hooks.resume(top, 1);
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
  hooks.suspend(cow, asks, {});
  hooks.begin(it);
  hooks.suspend(it, yields, 1);
  hooks.suspend(top, awaits, hooks.called({ promise: "of the cow" }));
  expect(story(told(), 0).at(-1)).toEqual({ kind: "task", task: 1 });
});

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
    hooks.suspend(it, yields, n);
    hooks.resume(it, undefined);
  }
  const quiet = told().length;
  hooks.suspend(it, yields, 0);
  tracer.record({ kind: "output", task: 0, level: "log", text: "x" });
  hooks.resume(it, undefined);
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
    hooks.suspend(task, awaits, 1);
    return task;
  });
  hooks.suspend(top, awaits, {});
  tasks.causedByNothing();
  for (let turn = 0; turn < 5000; turn += 1) {
    for (const task of pair) hooks.resume(task, 1);
    for (const task of pair) hooks.suspend(task, awaits, turn % 7 === 0 ? {} : 1);
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
