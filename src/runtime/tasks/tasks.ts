// Follows every task of a run: who created it, who has control, what it waits for, who woke it, how it ended.

import type { Site } from "../../protocol/javascript.ts";
import { mainTask, type TaskId, type Waker } from "../../trace/events/events.ts";
import { callLabel } from "./call-label.ts";
import { linkGenerator } from "./generators.ts";
import { Task } from "./task.ts";
import { type FactRecorder, TaskFacts } from "./task-facts.ts";
import { WaitSources } from "./wait-sources.ts";

/** What is on the way to a task from the outside: the cause of this turn of the event loop. */
export type Cause = Extract<Waker, { kind: "request" | "timer" }>;

/** The tasks of one run. */
export class Tasks {
  readonly waits = new WaitSources();
  readonly #facts: TaskFacts;
  readonly #describeError: (error: unknown) => string;
  #current: Task | undefined;
  /** The task that has just been created, or given control back to its caller, which is about to see what the call gave. */
  #justReturned: Task | undefined;
  /** The same task where it begins a `for await`: the generator that it asks then has been called by it. */
  #asking: Task | undefined;
  /** The task that has just been suspended at a `for await`, and now asks its generator for a value. */
  #iterating: Task | undefined;
  #lastEnded: TaskId | undefined;
  #cause: { readonly waker: Cause; readonly by: TaskId; readonly seq: number } | undefined;
  #count = 1;
  #lastPrompt: TaskId = mainTask;
  /** The coroutines that are not over: their promises have not settled. */
  readonly #going = new Set<TaskId>();
  /** How many tasks are suspended, and not for a caller. */
  #waiting = 0;

  constructor(recorder: FactRecorder, describeError: (error: unknown) => string) {
    this.#facts = new TaskFacts(recorder, this.waits);
    this.#describeError = describeError;
  }

  /** The task that what happens now belongs to: that in control, else that which set the timer that calls now, else main. */
  get responsible(): TaskId {
    return this.#current?.id ?? this.#cause?.by ?? mainTask;
  }

  /** True while a task is suspended for something else than a caller. */
  get isWaiting(): boolean {
    return this.#waiting > 0;
  }

  /** True for a coroutine that the trace knows and that is not over. */
  isGoing(task: TaskId): boolean {
    return this.#going.has(task);
  }

  /** The task of what was entered at the prompt last. */
  get lastPrompt(): TaskId {
    return this.#lastPrompt;
  }

  /** A turn of the event loop begins, because of a timer or a reply that `by` is responsible for. */
  causedBy(waker: Cause, by: TaskId): void {
    this.#justReturned = undefined;
    this.#iterating = undefined;
    this.#asking = undefined;
    this.#cause = { waker, by, seq: this.#facts.suspensions };
  }

  /** A turn begins that nothing known caused. */
  causedByNothing(): void {
    this.#cause = undefined;
  }

  /** @returns a task that has control at once, or one that waits to be begun */
  start(site: Site, args: readonly unknown[], isRunning: boolean): Task {
    this.#justReturned = undefined;
    const { what, place } = site;
    const taskKind = what.kind === "function" ? what.taskKind : "coroutine";
    if (taskKind !== "async generator") this.#asking = undefined;
    this.#iterating = undefined;
    const name = what.kind === "function" ? what.name : "";
    const parent = this.#current?.id ?? this.#cause?.by;
    this.#facts.expectStart();
    const task = this.#newTask(taskKind);
    // What happened before it was there did not wake it.
    task.suspendedAt = this.#facts.suspensions + 1;
    if (task.isTold) {
      const label = taskKind === "main" || taskKind === "prompt" ? "" : callLabel(name, args);
      const descent = parent === undefined || taskKind === "prompt" ? {} : { parent };
      this.#facts.tell({ kind: "task-start", task: task.id, ...descent, taskKind, name, label, place });
    }
    if (taskKind === "prompt") this.#lastPrompt = task.id;
    if (isRunning) this.#give(task);
    else this.#justReturned = task;
    return task;
  }

  suspend(task: Task, site: Site, value: unknown): void {
    this.#justReturned = undefined;
    if (task.state !== "running") return;
    task.at = site.what.kind;
    // A generator that does not await has no promise to hand out, and waits for its caller alone.
    if (task.kind !== "generator") this.#beginWait(task);
    this.#takeControl(task, "suspended");
    this.#facts.tellSuspension(task, site, value);
  }

  /** Does nothing where the task has control already. */
  wake(task: Task, thrown: boolean): void {
    this.#justReturned = undefined;
    if (task.kind !== "async generator") this.#asking = undefined;
    if (task.state === "running" || task.state === "ended") return;
    if (this.#facts.tellsResumption(task)) {
      this.#facts.tell({ kind: "task-resume", task: task.id, by: this.#waker(task), thrown });
    }
    if (this.#iterating && task.kind === "async generator") this.#iterating.asked = task;
    this.#iterating = undefined;
    this.#give(task);
  }

  end(task: Task): void {
    this.#justReturned = undefined;
    if (task.state === "ended") return;
    const how = this.#howEnded(task);
    this.#endWait(task);
    this.#handPromise(task);
    this.#takeControl(task, "ended");
    this.#lastEnded = task.id;
    if (!task.isTold) return;
    this.#going.delete(task.id);
    const error = task.error === undefined ? {} : { error: task.error };
    this.#facts.tell({ kind: "task-end", task: task.id, how, ...error });
  }

  /** A generator that has not begun was ended from outside. */
  endUnbegun(task: Task, how: "closed" | "threw", value: unknown): void {
    if (how === "threw") task.error = this.#describeError(value);
    this.end(task);
  }

  fail(task: Task, error: unknown): void {
    this.wake(task, true);
    task.error = this.#describeError(error);
  }

  /**
   * What a call gave: the promise of the coroutine that it called, where it did; the generator that it created; or an
   * array of promises, as map() gives it when it calls a coroutine for each element.
   */
  called(value: unknown): void {
    const task = this.#justReturned;
    this.#justReturned = undefined;
    this.#asking = undefined;
    const handed = this.#current?.handed ?? [];
    if (Array.isArray(value)) this.#linkAll(value, handed);
    else if (task?.state === "created") linkGenerator(value, task);
    else if (task?.isTold) this.waits.set(value, { kind: "task", task: task.id });
    if (this.#current && handed.length > 0) this.#current.handed = [];
  }

  #linkAll(promises: readonly unknown[], handed: readonly Task[]): void {
    if (promises.length !== handed.length) return;
    for (const [index, { id, isTold }] of handed.entries()) {
      if (isTold) this.waits.set(promises[index], { kind: "task", task: id });
    }
  }

  #newTask(kind: Task["kind"]): Task {
    if (kind === "main") return new Task(mainTask, kind, true);
    if (this.#facts.isThinned) return new Task(this.responsible, kind, false);
    const task = new Task(this.#count, kind, true);
    this.#count += 1;
    if (kind === "coroutine") this.#going.add(task.id);
    return task;
  }

  #give(task: Task): void {
    if (task.isWaiting) this.#endWait(task);
    if (task.handed.length > 0) task.handed = [];
    task.below = this.#current;
    task.state = "running";
    this.#current = task;
  }

  #beginWait(task: Task): void {
    if (!task.hasReturned || task.kind === "async generator") this.#handPromise(task);
    const isIterating = task.at === "for-await";
    if (isIterating) this.#beginIteration(task);
    task.isWaiting = isIterating || task.at === "await";
    if (task.isWaiting) this.#waiting += 1;
  }

  #beginIteration(task: Task): void {
    this.#asking = this.#justReturned;
    this.#iterating = task;
    task.asked = undefined;
  }

  #endWait(task: Task): void {
    if (task.isWaiting) this.#waiting -= 1;
    task.isWaiting = false;
  }

  #takeControl(task: Task, state: "suspended" | "ended"): void {
    if (task.state === "running") {
      this.#current = task.below;
      task.below = undefined;
    }
    task.state = state;
  }

  /**
   * The caller is about to get the promise of a coroutine that gives control back for the first time, or the promise of
   * what an async generator yields next.
   */
  #handPromise(task: Task): void {
    const isFirst = !task.hasReturned;
    task.hasReturned = true;
    const caller = task.below;
    if (task.kind === "coroutine" && isFirst) caller?.hand(task);
    else if (task.kind !== "async generator" || !caller) return;
    this.#justReturned = task.kind === "coroutine" ? task : (this.#asking ?? task);
  }

  #howEnded(task: Task): "returned" | "threw" | "closed" {
    if (task.error !== undefined) return "threw";
    if (task.state === "running") return task.isClosing ? "closed" : "returned";
    // A generator that is ended at a yield, or before it began, is ended from outside; one that awaits has been resumed.
    if (task.state === "created" || task.at === "yield" || task.at === "delegate") return "closed";
    this.wake(task, false);
    return "returned";
  }

  #waker(task: Task): Waker {
    const by = this.#wakingTask(task);
    if (by !== undefined) return { kind: "task", task: by };
    if (task.wait?.kind === "request") return task.wait;
    // Not a timer: that of a promise may be there in case only. And what happened before the suspension woke nobody.
    return this.#cause && this.#cause.seq >= task.suspendedAt ? this.#cause.waker : { kind: "loop" };
  }

  /** The task that calls this one, or that did what it waited for. */
  #wakingTask({ kind, at, asked, wait }: Task): TaskId | undefined {
    if (this.#current) return this.#current.id;
    if (kind === "async generator" && this.#iterating) return this.#iterating.id;
    if (at === "for-await" && asked) return asked.id;
    switch (wait?.kind) {
      case "task":
        return wait.task;
      case "lock":
        return this.waits.releaserOf(wait);
      case "group":
        return wait.of.some((each) => each.kind === "task" && each.task === this.#lastEnded)
          ? this.#lastEnded
          : undefined;
      default:
        return undefined;
    }
  }
}
