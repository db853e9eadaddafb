// Maps each generator to its task and gives its state, which JavaScript itself does not expose.

import { define } from "../engine/define.ts";
import { apply, KeptWeakMap } from "../engine/kept.ts";
import type { Task } from "./task.ts";

/** "running" includes an async generator that awaits: it has been called and has not answered. */
export type GeneratorState = "not started" | "running" | "suspended" | "finished";

type EngineMethod = (this: unknown, value: unknown) => unknown;

const prototypes: readonly Record<"throw" | "return", EngineMethod>[] = [
  Object.getPrototypeOf(function* () {}).prototype,
  Object.getPrototypeOf(async function* () {}).prototype,
];

const tasks = new KeptWeakMap<object, Task>();

/** Notes that the call that created `task` returned `generator`. Does nothing if `generator` is no object. */
export function linkGenerator(generator: unknown, task: Task): void {
  if (typeof generator === "object" && generator !== null) tasks.set(generator, task);
}

/** Returns the state of a generator, or `undefined` for any other object or if its creation was not observed. */
export function generatorState(object: object): GeneratorState | undefined {
  const task = tasks.get(object);
  if (!task) return undefined;
  const { state, isWaiting } = task;
  switch (state) {
    case "created":
      return "not started";
    case "running":
      return "running";
    case "suspended":
      return isWaiting ? "running" : "suspended";
    case "ended":
      return "finished";
    default:
      return state satisfies never;
  }
}

/**
 * Watches `return()` and `throw()` of generators. They end a generator that has not begun without running any of its
 * code, so no hook is called. The program sees no difference: they return and throw what the engine's methods do, in
 * the same turn.
 */
export function watchUnbegun(onEnd: (task: Task, how: "closed" | "threw", value: unknown) => void): void {
  for (const prototype of prototypes) {
    for (const name of ["return", "throw"] as const) {
      const engine = prototype[name];
      // A method, unlike a function, is no constructor and has no prototype, like the engine's own methods.
      const { method } = {
        method(this: unknown, value: unknown) {
          const task = tasks.get(this as object);
          const isUnbegun = task?.state === "created";
          try {
            return apply(engine, this, [value]);
          } finally {
            if (task && isUnbegun) onEnd(task, name === "throw" ? "threw" : "closed", value);
          }
        },
      };
      Object.defineProperty(method, "name", { value: name, configurable: true });
      define(prototype, name, method);
    }
  }
}
