// Links the value of a call to the task that the call started: a coroutine to its promise, a generator's task to it.

import { element, isArray, type List } from "../engine/kept.ts";
import { isProxy } from "../engine/proxies.ts";
import { linkGenerator } from "./generators.ts";
import type { Task } from "./task.ts";
import type { WaitSources } from "./wait-sources.ts";

/** The results of calls that their callers are about to get. */
export class CallResults {
  readonly #waits: WaitSources;
  /**
   * The task that has just been created, or has given control back to its caller. The caller is about to get the
   * call's value.
   */
  justReturned: Task | undefined;
  /**
   * The value of `justReturned`, if that task begins a `for await`. It calls its generator before its caller sees
   * the call's value.
   */
  #asking: Task | undefined;

  constructor(waits: WaitSources) {
    this.#waits = waits;
  }

  /** Something else has happened since a task gave control back: the next value is not its. */
  forget(): void {
    this.justReturned = undefined;
  }

  /** The same, if another task than the generator that a `for await` asks has got control. */
  forgetAsking(kind: Task["kind"]): void {
    if (kind !== "async generator") this.#asking = undefined;
  }

  forgetAll(): void {
    this.justReturned = undefined;
    this.#asking = undefined;
  }

  /** The task that has just returned begins a `for await`. */
  beginsIteration(): void {
    this.#asking = this.justReturned;
  }

  /**
   * Notes the task whose promise the caller is about to get: the promise of a coroutine that gives control back for
   * the first time, or the promise of what an async generator yields next.
   */
  handPromise(task: Task): void {
    const isFirst = !task.hasReturned;
    task.hasReturned = true;
    const caller = task.below;
    if (task.kind === "coroutine" && isFirst) caller?.hand(task);
    else if (task.kind !== "async generator" || !caller) return;
    this.justReturned = task.kind === "coroutine" ? task : (this.#asking ?? task);
  }

  /**
   * Links the value of a call. It is the promise of the coroutine that was called, the generator that was created, or an
   * array of promises, for example from `map()` with a coroutine as callback.
   */
  link(value: unknown, caller: Task | undefined): void {
    const task = this.justReturned;
    this.forgetAll();
    const first = caller?.firstHanded;
    if (!task && !first) return;
    const handed = caller?.handed;
    caller?.forgetHanded();
    if (!isProxy(value) && isArray(value)) this.#linkAll(value, first, handed);
    else if (task?.state === "created") linkGenerator(value, task);
    else if (task) this.#linkPromise(value, task);
  }

  #linkAll(promises: readonly unknown[], first: Task | undefined, handed: List<Task> | undefined): void {
    if (promises.length !== (handed?.length ?? (first ? 1 : 0))) return;
    for (let index = 0; index < promises.length; index += 1) {
      const task = handed ? handed[index] : first;
      if (task) this.#linkPromise(element(promises, index), task);
    }
  }

  #linkPromise(promise: unknown, { isTold, id }: Task): void {
    if (isTold) this.#waits.set(promise, { kind: "task", task: id });
  }
}
