// Tells what gave a task control again: its caller, the task, request or lock that it waited for, a timer, or the loop.

import type { TaskId, Wait, Waker } from "../../trace/events/events.ts";
import type { Task } from "./task.ts";
import type { WaitSources } from "./wait-sources.ts";

/** The cause of the present turn of the event loop: a timer that fired or a reply that arrived. */
export type Cause = Extract<Waker, { kind: "request" | "timer" }>;

/** What has happened lately that may wake a task. */
export class Wakers {
  /** The cause of the present turn, the task responsible for it, and the number of suspensions before it. */
  cause: { readonly waker: Cause; readonly by: TaskId; readonly seq: number } | undefined;
  /** The task that has just been suspended at a `for await`, and now asks its generator for a value. */
  iterating: Task | undefined;
  lastEnded: TaskId | undefined;
  readonly #waits: WaitSources;

  constructor(waits: WaitSources) {
    this.#waits = waits;
  }

  /** @param caller the task that has control and calls this one, if there is one */
  wakerOf(task: Task, caller: Task | undefined): Waker {
    const by = this.#wakingTask(task, caller);
    if (by !== undefined) return { kind: "task", task: by };
    if (task.wait?.kind === "request") return task.wait;
    // Not `task.wait` if that is a timer: a promise's timer may be only a timeout. A cause older than the suspension
    // woke nobody.
    return this.cause && this.cause.seq >= task.suspendedAt ? this.cause.waker : { kind: "loop" };
  }

  /** Returns the task that calls this one or did what it waited for, or `undefined` if no task did. */
  #wakingTask({ kind, at, asked, wait }: Task, caller: Task | undefined): TaskId | undefined {
    if (caller) return caller.id;
    if (kind === "async generator" && this.iterating) return this.iterating.id;
    if (at === "for-await" && asked) return asked.id;
    switch (wait?.kind) {
      case "task":
        return wait.task;
      case "lock":
        return this.#waits.releaserOf(wait);
      case "group":
        return this.#hasLastEnded(wait.of) ? this.lastEnded : undefined;
      default:
        return undefined;
    }
  }

  #hasLastEnded(waits: readonly Wait[]): boolean {
    for (let index = 0; index < waits.length; index += 1) {
      const wait = waits[index];
      if (wait?.kind === "task" && wait.task === this.lastEnded) return true;
    }
    return false;
  }
}
