// Calls every hook once before the program does, so that engines compile it. Compiling at the first call takes far more
// of the stack than the call itself, and a program may first need a hook when hardly any stack is left.

import type { TaskHandle } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import type { RealTime } from "../clock/clock.ts";
import { hasRoom } from "../engine/room.ts";
import { TaskHooks } from "./task-hooks.ts";
import { Tasks } from "./tasks.ts";
import { type Time, Tracer } from "./tracer.ts";

const place = { file: "", line: 1, column: 1 };
const named = (taskKind: "main" | "coroutine" | "generator" | "async generator"): Site => ({
  place,
  what: { kind: "function", taskKind, name: "f" },
});
const sites: readonly Site[] = [
  named("main"),
  named("coroutine"),
  named("generator"),
  named("async generator"),
  { place, what: { kind: "await" } },
  { place, what: { kind: "yield" } },
  { place, what: { kind: "for-await" } },
];
const [main, coroutine, generator, stream, awaits, yields, asks] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Arguments of every kind. */
const args = ["a", 1, 1n, null, undefined, {}, ["b"], () => undefined];

/** Calls every hook. To be called when the worker is prepared. Nothing is recorded in the run's trace. */
export function rehearse(clock: Time, real: RealTime, describeError: (error: unknown) => string): void {
  const tracer = new Tracer(clock, real, () => undefined);
  const tasks = new Tasks(tracer, describeError);
  const hooks = new TaskHooks({ tasks, sites, onFault: () => undefined }, () => undefined);
  const top = enter(hooks, main, hooks.together(args, args));
  callCoroutines(hooks, tasks, top);
  callGenerators(hooks, top);
  hasRoom();
  // A site that does not exist makes a hook give up, as a stack overflow does.
  for (const lost of [enter(hooks, -1, args), hooks.create(-1, args)]) lost.leaves = true;
  suspend(top, -1);
  tracer.hold(() => ({ kind: "timer-fire", timer: 0 }));
  tracer.takeBack();
  top.leaves = true;
  tracer.end({ kind: "finished" });
}

function enter(hooks: TaskHooks, site: number, given: readonly unknown[]): TaskHandle {
  hooks.args = given;
  hooks.enters = site;
  return hooks.entered;
}

function suspend(task: TaskHandle, site: number, value?: unknown): void {
  task.site = site;
  task.suspends = value;
}

function callCoroutines(hooks: TaskHooks, tasks: Tasks, top: TaskHandle): void {
  for (const failure of [undefined, new RangeError("rehearsal"), "rehearsal"]) {
    const task = enter(hooks, coroutine, args);
    const mark = hooks.mark();
    tasks.waits.timerSet(0);
    suspend(task, awaits, hooks.made(mark, {}));
    hooks.calls = [{}];
    hooks.chains = {};
    hooks.call(hooks.chain({}));
    callGroups(hooks);
    top.site = awaits;
    top.suspendsCall = {};
    tasks.causedBy({ kind: "timer", timer: 0 }, 0);
    if (failure) task.caught = true;
    else task.resume(task.suspend(undefined, awaits));
    if (failure) task.throws = failure;
    else task.returns = undefined;
    top.suspendsChain = {};
    top.resumes = undefined;
  }
  // A task whose end no hook recorded.
  enter(hooks, coroutine, args);
  top.caught = true;
}

function callGroups(hooks: TaskHooks): void {
  hooks.members = [{}];
  hooks.all = {};
  hooks.allSettled = {};
  hooks.race = {};
  hooks.any = {};
}

function callGenerators(hooks: TaskHooks, top: TaskHandle): void {
  for (const site of [generator, stream]) {
    const task = hooks.create(site, args);
    hooks.calls = {};
    suspend(top, asks, {});
    task.begins = true;
    suspend(task, yields, 1);
    top.awake();
    task.passed = true;
    task.leaves = true;
  }
}
