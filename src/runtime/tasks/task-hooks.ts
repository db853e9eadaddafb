// The hooks that instrumented code calls: each tells `Tasks` what happens at which site and returns its value
// unchanged.

import type { GroupMethod, Hooks } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import { type List, list, nothing } from "../engine/kept.ts";
import { UsedResources } from "../modules/resources.ts";
import type { Task } from "./task.ts";
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
  readonly #tasks: Tasks;
  readonly #sites: readonly Site[];

  /** @param scope receives the evaluator that gives the prompt access to the code's scope */
  constructor(tasks: Tasks, sites: readonly Site[], scope: Hooks["scope"]) {
    this.#tasks = tasks;
    this.#sites = sites;
    this.scope = scope;
  }

  enter(site: number, args: readonly unknown[]): Task {
    try {
      return this.#tasks.start(this.#site(site), args, true);
    } catch {
      return this.#tasks.lost;
    }
  }

  create(site: number, args: readonly unknown[]): Task {
    try {
      return this.#tasks.start(this.#site(site), args, false);
    } catch {
      return this.#tasks.lost;
    }
  }

  together(first: readonly unknown[], rest: readonly unknown[]): readonly unknown[] {
    const all: List<unknown> = list();
    for (let index = 0; index < first.length; index += 1) all[all.length] = first[index];
    for (let index = 0; index < rest.length; index += 1) all[all.length] = rest[index];
    return all as readonly unknown[];
  }

  begin(task: Task): void {
    try {
      this.#tasks.begin(task);
    } catch {}
  }

  leave(task: Task): void {
    try {
      this.#tasks.end(task);
    } catch {}
  }

  fail(task: Task, error: unknown): unknown {
    try {
      this.#tasks.fail(task, error);
    } catch {}
    return error;
  }

  suspend<T>(value: T, task: Task, site: number): T {
    try {
      this.#tasks.suspend(task, this.#site(site), value);
    } catch {}
    return value;
  }

  suspendCall<T>(value: T, task: Task, site: number, isIts = true): T {
    try {
      this.#tasks.called(isIts ? value : undefined);
      this.#tasks.suspend(task, this.#site(site), value);
    } catch {}
    return value;
  }

  resume<T>(value: T, task: Task): T {
    try {
      this.#tasks.wake(task, false);
    } catch {}
    return value;
  }

  caught(task: Task): void {
    try {
      this.#tasks.wake(task, true);
      task.isClosing = false;
    } catch {}
  }

  passed(task: Task): void {
    if (task.state !== "suspended") return;
    try {
      task.isClosing = task.at === "yield" || task.at === "delegate";
      this.#tasks.wake(task, !task.isClosing);
    } catch {}
  }

  awake(task: Task): Iterable<never> {
    try {
      this.#tasks.wake(task, false);
    } catch {}
    return nothing;
  }

  called<T>(value: T, isIts = true): T {
    try {
      this.#tasks.called(isIts ? value : undefined);
    } catch {}
    return value;
  }

  mark(): number {
    return this.#tasks.waits.mark();
  }

  made<T>(mark: number, promise: T): T {
    try {
      this.#tasks.waits.made(mark, promise);
    } catch {}
    return promise;
  }

  members<T>(iterable: T): T {
    this.#tasks.waits.members(iterable);
    return iterable;
  }

  group<T>(method: GroupMethod, promise: T): T {
    try {
      this.#tasks.waits.group(method, promise);
    } catch {}
    return promise;
  }

  resources(): UsedResources {
    return new UsedResources();
  }

  #site(index: number): Site {
    const site = this.#sites[index];
    if (!site) throw new RangeError(`The compiler told of no site ${index}.`);
    return site;
  }
}
