// The hooks as instrumented code calls them: tells the tasks what happens at which site, and gives every value back.

import type { GroupMethod, Hooks } from "../../protocol/hooks.ts";
import type { Site } from "../../protocol/javascript.ts";
import { UsedResources } from "../modules/resources.ts";
import type { Task } from "./task.ts";
import type { Tasks } from "./tasks.ts";

/** The hooks of one piece of code, whose sites are counted within it. */
export class TaskHooks implements Hooks {
  readonly key = Symbol("created");
  readonly scope: Hooks["scope"];
  readonly #tasks: Tasks;
  readonly #sites: readonly Site[];

  /** @param scope takes the evaluator that gives the prompt access to the code's scope */
  constructor(tasks: Tasks, sites: readonly Site[], scope: Hooks["scope"]) {
    this.#tasks = tasks;
    this.#sites = sites;
    this.scope = scope;
  }

  enter(site: number, args: readonly unknown[]): Task {
    return this.#tasks.start(this.#site(site), args, true);
  }

  create(site: number, args: readonly unknown[]): Task {
    return this.#tasks.start(this.#site(site), args, false);
  }

  begin(task: Task): void {
    this.#tasks.wake(task, false);
  }

  leave(task: Task): void {
    this.#tasks.end(task);
  }

  fail(task: Task, error: unknown): unknown {
    this.#tasks.fail(task, error);
    return error;
  }

  suspend<T>(task: Task, site: number, value: T): T {
    this.#tasks.suspend(task, this.#site(site), value);
    return value;
  }

  resume<T>(task: Task, value: T): T {
    this.#tasks.wake(task, false);
    return value;
  }

  caught(task: Task): void {
    this.#tasks.wake(task, true);
    task.isClosing = false;
  }

  passed(task: Task): void {
    if (task.state !== "suspended") return;
    task.isClosing = task.at === "yield" || task.at === "delegate";
    this.#tasks.wake(task, !task.isClosing);
  }

  awake(task: Task): void {
    this.#tasks.wake(task, false);
  }

  called<T>(value: T, isIts = true): T {
    this.#tasks.called(isIts ? value : undefined);
    return value;
  }

  mark(): number {
    return this.#tasks.waits.mark();
  }

  made<T>(mark: number, promise: T): T {
    this.#tasks.waits.made(mark, promise);
    return promise;
  }

  members<T>(iterable: T): T {
    this.#tasks.waits.members(iterable);
    return iterable;
  }

  group<T>(method: GroupMethod, promise: T): T {
    this.#tasks.waits.group(method, promise);
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
