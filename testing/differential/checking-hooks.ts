// Hooks that only keep the contract of their types, and complain if they are called in the wrong order.

import type { Hooks, TaskHandle } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import { UsedResources } from "../../src/runtime/modules/resources.ts";

class Task implements TaskHandle {
  state: "created" | "running" | "suspended" | "ended" = "created";
}

/** @param complain called with each mistake of the instrumented program */
export function checkingHooks(sites: readonly Site[], complain: (text: string) => void): Hooks {
  const check = (task: TaskHandle, hook: string): Task => {
    if (!(task instanceof Task)) throw new TypeError(`${hook}() was called without a task.`);
    if (task.state === "ended") complain(`${hook}() was called for a task that has ended.`);
    return task;
  };
  const checkSite = (site: number, isFunction: boolean) => {
    if ((sites[site]?.what.kind === "function") !== isFunction) complain(`Site ${site} is of another kind.`);
  };
  const wake = (task: TaskHandle, hook: string) => {
    check(task, hook).state = "running";
  };
  const suspend = <T>(value: T, task: TaskHandle, site: number): T => {
    checkSite(site, false);
    check(task, "suspend").state = "suspended";
    return value;
  };
  return {
    key: Symbol("created"),
    enter: (site) => {
      checkSite(site, true);
      const task = new Task();
      task.state = "running";
      return task;
    },
    create: (site) => {
      checkSite(site, true);
      return new Task();
    },
    begin: (task) => {
      if (check(task, "begin").state !== "created") complain("A task has begun twice.");
      wake(task, "begin");
    },
    leave: (task) => {
      check(task, "leave").state = "ended";
    },
    fail: (task, error) => {
      check(task, "fail");
      return error;
    },
    together: (first, rest) => [...first, ...rest],
    suspend,
    suspendCall: suspend,
    resume: (value, task) => {
      if (check(task, "resume").state !== "suspended") complain("A task was resumed that was not suspended.");
      wake(task, "resume");
      return value;
    },
    caught: (task) => wake(task, "caught"),
    passed: (task) => wake(task, "passed"),
    awake: (task) => {
      wake(task, "awake");
      return [];
    },
    called: (value) => value,
    mark: () => 0,
    made: (_, promise) => promise,
    members: (iterable) => iterable,
    group: (_, promise) => promise,
    resources: () => new UsedResources(),
    scope: (evaluate) => {
      if (evaluate("typeof __hooks") !== "object") complain("The prompt does not get the program's scope.");
    },
  };
}
