// A made-up program for tests: the sites of its functions, and the hooks that it calls.

import type { GroupMethod, Hooks, TaskHandle } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import { TaskHooks } from "../../src/runtime/tasks/task-hooks.ts";
import { Tasks } from "../../src/runtime/tasks/tasks.ts";
import { Tracer } from "../../src/runtime/tasks/tracer.ts";
import type { TraceEvent } from "../../src/trace/events/events.ts";
import { ManualClock } from "./manual-clock.ts";

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
export const [main, speak, count, awaits, yields, ticks, asks] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Returns the hooks of a compiled program, on a clock that stands still, and the facts that they record. */
export function setUp() {
  const clock = new ManualClock();
  const batches: (readonly TraceEvent[])[] = [];
  const faults: unknown[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => {
    // The test may have replaced what arrays do.
    batches[batches.length] = batch;
  });
  const tasks = new Tasks(tracer, String);
  const code = { tasks, sites, onFault: (error: unknown) => void faults.push(error) };
  const hooks = asFunctions(new TaskHooks(code, () => undefined));
  const events = () => {
    tracer.flush();
    return batches.flat();
  };
  const told = () => events().map(({ seq, t, ...fact }) => fact);
  return { clock, tracer, tasks, hooks, told, events, faults };
}

/** The hooks as functions that take and return the value, as tests write them. */
function asFunctions(hooks: Hooks) {
  return {
    enter(site: number, args: readonly unknown[]): TaskHandle {
      hooks.args = args;
      hooks.enters = site;
      return hooks.entered;
    },
    create: (site: number, args: readonly unknown[]) => hooks.create(site, args),
    mark: () => hooks.mark(),
    made: <T>(mark: number, promise: T): T => hooks.made(mark, promise),
    begin: (task: TaskHandle) => void Object.assign(task, { begins: true }),
    caught: (task: TaskHandle) => void Object.assign(task, { caught: true }),
    passed: (task: TaskHandle) => void Object.assign(task, { passed: true }),
    leave: (task: TaskHandle) => void Object.assign(task, { leaves: true }),
    fail: (task: TaskHandle, error: unknown) => void Object.assign(task, { throws: error }),
    awake: (task: TaskHandle) => task.awake(),
    resume: <T>(value: T, task: TaskHandle): T => task.resume(value),
    suspend: <T>(value: T, task: TaskHandle, site: number): T =>
      Object.assign(task, { site, suspends: value }) && value,
    suspendCall: <T>(value: T, task: TaskHandle, site: number): T =>
      Object.assign(task, { site, suspendsCall: value }) && value,
    called<T>(value: T, isIts = true): T {
      Object.assign(hooks, isIts ? { calls: value } : { chains: value });
      return value;
    },
    members: <T>(iterable: T): T => Object.assign(hooks, { members: iterable }) && iterable,
    group: <T>(method: GroupMethod, promise: T): T => Object.assign(hooks, { [method]: promise }) && promise,
  };
}
