// The hooks that instrumented code calls: each tells `Tasks` what happens at which site.

import type { GroupMethod, Hooks, TaskHandle } from "../../protocol/hooks.ts";
import { type List, list } from "../engine/kept.ts";
import { UsedResources } from "../modules/resources.ts";
import { giveUp, type HookedCode, LostTask, siteAt } from "./hooked-task.ts";
import type { Tasks } from "./tasks.ts";

/**
 * The hooks of one piece of code. Site numbers count within that piece.
 *
 * The stack may overflow in any hook. No hook throws after a call, or the program would lose the promise that the
 * call returned. What a hook could not record shows at the next hook (see Tasks).
 */
export class TaskHooks implements Hooks {
  readonly key = Symbol("created");
  readonly scope: Hooks["scope"];
  readonly lost = new LostTask();
  args: readonly unknown[] = [];
  entered: TaskHandle = this.lost;
  readonly #code: HookedCode;
  readonly #tasks: Tasks;

  /** @param scope receives the evaluator that gives the prompt access to the code's scope */
  constructor(code: HookedCode & { readonly tasks: Tasks }, scope: Hooks["scope"]) {
    this.#code = code;
    this.#tasks = code.tasks;
    this.scope = scope;
  }

  set enters(site: number) {
    this.entered = this.#start(site, this.args, true);
  }

  create(site: number, args: readonly unknown[]): TaskHandle {
    return this.#start(site, args, false);
  }

  together(first: readonly unknown[], rest: readonly unknown[]): readonly unknown[] {
    const all: List<unknown> = list();
    for (let index = 0; index < first.length; index += 1) all[all.length] = first[index];
    for (let index = 0; index < rest.length; index += 1) all[all.length] = rest[index];
    return all as readonly unknown[];
  }

  set calls(value: unknown) {
    try {
      this.#tasks.called(value);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }

  set chains(_: unknown) {
    this.calls = undefined;
  }

  call<T>(value: T): T {
    this.calls = value;
    return value;
  }

  chain<T>(value: T): T {
    this.calls = undefined;
    return value;
  }

  mark(): number {
    return this.#tasks.waits.mark();
  }

  made<T>(mark: number, promise: T): T {
    try {
      this.#tasks.waits.made(mark, promise);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
    return promise;
  }

  set members(iterable: unknown) {
    this.#tasks.waits.members(iterable);
  }

  set all(promise: unknown) {
    this.#group("all", promise);
  }

  set allSettled(promise: unknown) {
    this.#group("allSettled", promise);
  }

  set race(promise: unknown) {
    this.#group("race", promise);
  }

  set any(promise: unknown) {
    this.#group("any", promise);
  }

  resources(): UsedResources {
    return new UsedResources();
  }

  #start(site: number, args: readonly unknown[], isRunning: boolean): TaskHandle {
    try {
      return this.#tasks.start(siteAt(site, this.#code.sites), args, isRunning, this.#code);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
      return this.lost;
    }
  }

  #group(method: GroupMethod, promise: unknown): void {
    try {
      this.#tasks.waits.group(method, promise);
    } catch (error) {
      try {
        giveUp(error, this.#code);
      } catch {
        // As full as before.
      }
    }
  }
}
