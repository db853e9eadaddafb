// Calls every hook once before the program does, so that engines compile it. Compiling at the first call takes far more
// of the stack than the call itself, and a program may first need a hook when hardly any stack is left.

import type { Site } from "../../protocol/javascript.ts";
import type { RealTime } from "../clock/clock.ts";
import { claimLittleRoom, hasRoom } from "../engine/room.ts";
import type { Task } from "./task.ts";
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
  const hooks = new TaskHooks(tasks, sites, () => undefined);
  const top = hooks.enter(main, hooks.together(args, args));
  callCoroutines(hooks, tasks, top);
  callGenerators(hooks, top);
  hasRoom();
  claimLittleRoom();
  // A site that does not exist makes a hook give up, as a stack overflow does.
  for (const lost of [hooks.enter(-1, args), hooks.create(-1, args)]) hooks.leave(lost);
  tracer.hold(() => ({ kind: "timer-fire", timer: 0 }));
  tracer.takeBack();
  hooks.leave(top);
  tracer.end({ kind: "finished" });
}

function callCoroutines(hooks: TaskHooks, tasks: Tasks, top: Task): void {
  for (const failure of [undefined, new RangeError("rehearsal"), "rehearsal"]) {
    const task = hooks.enter(coroutine, args);
    const timers = hooks.mark();
    tasks.waits.timerSet(0);
    hooks.suspend(hooks.made(timers, {}), task, awaits);
    hooks.members(hooks.called([{}]));
    hooks.suspendCall(hooks.group("all", {}), top, awaits);
    tasks.causedBy({ kind: "timer", timer: 0 }, 0);
    if (failure) hooks.caught(task);
    else hooks.resume(undefined, task);
    if (failure) hooks.fail(task, failure);
    hooks.leave(task);
    hooks.resume(undefined, top);
  }
  // A task whose end no hook recorded.
  hooks.enter(coroutine, args);
  hooks.caught(top);
}

function callGenerators(hooks: TaskHooks, top: Task): void {
  for (const site of [generator, stream]) {
    const task = hooks.create(site, args);
    hooks.called({});
    hooks.suspend({}, top, asks);
    hooks.begin(task);
    hooks.suspend(1, task, yields);
    hooks.awake(top);
    hooks.passed(task);
    hooks.leave(task);
  }
}
