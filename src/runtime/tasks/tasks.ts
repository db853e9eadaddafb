// Follows every task of a run: its parent, who has control, what it waits for, what resumed it, how it ended.

import type { Site } from "../../protocol/javascript.ts";
import { mainTask, type TaskId, type Wait, type Waker } from "../../trace/events/events.ts";
import { element, isArray, KeptSet, type List } from "../engine/kept.ts";
import { isProxy } from "../engine/proxies.ts";
import { claimRoom, hasRoom, isOverflow } from "../engine/room.ts";
import { callLabel } from "./call-label.ts";
import { linkGenerator } from "./generators.ts";
import { Task } from "./task.ts";
import { type FactRecorder, TaskFacts } from "./task-facts.ts";
import { WaitSources } from "./wait-sources.ts";

/** The cause of the present turn of the event loop: a timer that fired or a reply that arrived. */
export type Cause = Extract<Waker, { kind: "request" | "timer" }>;

/** Above this call depth a task must find room on the stack for its hooks before it gets control. */
const deep = 16;

/** The error of a task that ended by stack overflow where no hook could record it: the engine's own message. */
const overflow = "RangeError: Maximum call stack size exceeded";

/**
 * The tasks of one run.
 *
 * The stack may overflow anywhere in a hook. So each hook first records its fact, which takes most of the stack and
 * either succeeds or throws. Only then it changes its state, which takes little. What a hook could not record shows
 * at the next hook.
 */
export class Tasks {
  readonly waits = new WaitSources();
  readonly #facts: TaskFacts;
  readonly #describeError: (error: unknown) => string;
  #current: Task | undefined;
  /**
   * The task that has just been created, or has given control back to its caller. The caller is about to get the
   * call's value.
   */
  #justReturned: Task | undefined;
  /**
   * The value of `#justReturned`, if that task begins a `for await`. It calls its generator before its caller sees
   * the call's value.
   */
  #asking: Task | undefined;
  /** The task that has just been suspended at a `for await`, and now asks its generator for a value. */
  #iterating: Task | undefined;
  #lastEnded: TaskId | undefined;
  #cause: { readonly waker: Cause; readonly by: TaskId; readonly seq: number } | undefined;
  #count = 1;
  #lastPrompt: TaskId = mainTask;
  /** The coroutines whose promises have not settled. */
  readonly #going = new KeptSet<TaskId>();
  /** How many tasks are suspended and wait for something other than a caller. */
  #waiting = 0;

  constructor(recorder: FactRecorder, describeError: (error: unknown) => string) {
    this.#facts = new TaskFacts(recorder, this.waits);
    this.#describeError = describeError;
  }

  /**
   * The task that is responsible for what happens now: the one that has control, else the one that set the timer (or
   * caused the reply) of this turn, else main.
   */
  get responsible(): TaskId {
    return this.#current?.id ?? this.#cause?.by ?? mainTask;
  }

  /** True while a task is suspended and waits for something other than a caller. */
  get isWaiting(): boolean {
    return this.#waiting > 0;
  }

  /** True if `task` is a coroutine that the trace has and that has not ended. */
  isGoing(task: TaskId): boolean {
    return this.#going.has(task);
  }

  /** The task of the newest input at the prompt. */
  get lastPrompt(): TaskId {
    return this.#lastPrompt;
  }

  /** Begins a turn of the event loop that a timer or a reply caused. `by` is the task responsible for that cause. */
  causedBy(waker: Cause, by: TaskId): void {
    this.#loseAbove(undefined);
    this.#justReturned = undefined;
    this.#iterating = undefined;
    this.#asking = undefined;
    this.#cause = { waker, by, seq: this.#facts.suspensions };
  }

  /** Begins a turn of the event loop without a known cause. */
  causedByNothing(): void {
    this.#loseAbove(undefined);
    this.#cause = undefined;
  }

  /**
   * Starts a task. Throws the engine's error, and changes nothing, if the stack has no room for the task's hooks. The
   * trace then has no events of this task.
   * @returns a task that has control at once (`isRunning`), or one that waits to be begun
   */
  start(site: Site, args: readonly unknown[], isRunning: boolean): Task {
    this.#justReturned = undefined;
    if (this.#isDeep) claimRoom();
    const { what, place } = site;
    const taskKind = what.kind === "function" ? what.taskKind : "coroutine";
    if (taskKind !== "async generator") this.#asking = undefined;
    this.#iterating = undefined;
    const name = what.kind === "function" ? what.name : "";
    const parent = this.#current?.id ?? this.#cause?.by;
    this.#facts.expectStart();
    const task = this.#newTask(taskKind);
    // A cause that is older than the task did not wake it.
    task.suspendedAt = this.#facts.suspensions + 1;
    if (task.isTold) {
      const label = taskKind === "main" || taskKind === "prompt" ? "" : callLabel(name, args);
      const descent = parent === undefined || taskKind === "prompt" ? {} : { parent };
      this.#facts.tell({ kind: "task-start", task: task.id, ...descent, taskKind, name, label, place });
    }
    if (task.isTold) this.#isKnown(task);
    if (isRunning) this.#give(task);
    else this.#justReturned = task;
    return task;
  }

  suspend(task: Task, site: Site, value: unknown): void {
    this.#justReturned = undefined;
    if (task.state !== "running") return;
    if (task !== this.#current) this.#loseAbove(task);
    this.#facts.tellSuspension(task, site, value);
    task.at = site.what.kind;
    // A synchronous generator has no promise to hand out, and waits for its caller only.
    if (task.kind !== "generator") this.#beginWait(task);
    this.#takeControl(task, "suspended");
  }

  /** Begins a generator. Throws as `start` does. */
  begin(task: Task): void {
    if (this.#isDeep) claimRoom();
    this.wake(task, false);
  }

  /**
   * Gives a task control. Does nothing if it has control already, or if the stack has no room to record the
   * resumption.
   */
  wake(task: Task, thrown: boolean): void {
    this.#justReturned = undefined;
    if (task.kind !== "async generator") this.#asking = undefined;
    if (task.state === "running") {
      if (task !== this.#current) this.#loseAbove(task);
      return;
    }
    if (task.state === "ended" || !this.#mayWake(task)) return;
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
    if (task.state === "running" && task !== this.#current) this.#loseAbove(task);
    if (task.state !== "running" && this.#isDeep && !hasRoom()) return;
    const how = this.#howEnded(task);
    const error = task.error === undefined ? {} : { error: task.error };
    if (task.isTold) this.#facts.tell({ kind: "task-end", task: task.id, how, ...error });
    this.#endWait(task);
    this.#handPromise(task);
    this.#takeControl(task, "ended");
    this.#lastEnded = task.id;
    if (task.isTold) this.#going.delete(task.id);
  }

  /** Ends a generator that was ended by `return()` or `throw()` before it began. */
  endUnbegun(task: Task, how: "closed" | "threw", value: unknown): void {
    if (how === "threw") task.error = this.#describe(value);
    this.end(task);
  }

  /** The task has control in a catch block. */
  caught(task: Task): void {
    this.wake(task, true);
    task.isClosing = false;
  }

  /** The task has control in a finally block. If it came there from a yield, it is being closed. */
  passed(task: Task): void {
    if (task.state !== "suspended") return;
    task.isClosing = task.at === "yield" || task.at === "delegate";
    this.wake(task, !task.isClosing);
  }

  fail(task: Task, error: unknown): void {
    this.wake(task, true);
    if (task.state === "running") task.error = this.#describe(error);
  }

  #describe(error: unknown): string {
    try {
      return this.#describeError(error);
    } catch (failure) {
      if (!isOverflow(failure)) throw failure;
      // Describing the thrown value may take more of the stack than is left.
      return overflow;
    }
  }

  /**
   * Links the value of a call to its task. The value is the promise of the coroutine that was called, the generator
   * that was created, or an array of promises, for example from `map()` with a coroutine as callback.
   */
  called(value: unknown): void {
    const task = this.#justReturned;
    this.#justReturned = undefined;
    this.#asking = undefined;
    const handed = this.#current?.handed;
    if (!task && !handed) return;
    if (this.#current) this.#current.handed = undefined;
    if (!isProxy(value) && isArray(value)) this.#linkAll(value, handed);
    else if (task?.state === "created") linkGenerator(value, task);
    else if (task?.isTold) this.waits.set(value, { kind: "task", task: task.id });
  }

  #linkAll(promises: readonly unknown[], handed: List<Task> | undefined): void {
    if (!handed || promises.length !== handed.length) return;
    for (let index = 0; index < handed.length; index += 1) {
      const task = handed[index];
      if (task?.isTold) this.waits.set(element(promises, index), { kind: "task", task: task.id });
    }
  }

  get #isDeep(): boolean {
    return this.#current !== undefined && this.#current.depth >= deep;
  }

  /**
   * True if the task can get control now. A task that awaits is resumed by the event loop, which runs nothing while
   * another task has control: any task that seems to have control then has been lost.
   */
  #mayWake(task: Task): boolean {
    const isByLoop = task.isWaiting && task.kind !== "async generator";
    if (isByLoop) this.#loseAbove(undefined);
    return isByLoop || !this.#isDeep || hasRoom();
  }

  /**
   * Ends every task that has control above `task` (or above the event loop): it has ended without a hook to record
   * it.
   */
  #loseAbove(task: Task | undefined): void {
    while (this.#current && this.#current !== task) {
      this.#current.error ??= overflow;
      this.end(this.#current);
    }
  }

  #newTask(kind: Task["kind"]): Task {
    if (kind === "main") return new Task(mainTask, kind, true);
    if (this.#facts.isThinned) return new Task(this.responsible, kind, false);
    return new Task(this.#count, kind, true);
  }

  /** Notes a task whose start has been recorded. */
  #isKnown({ id, kind }: Task): void {
    if (kind !== "main") this.#count = id + 1;
    if (kind === "prompt") this.#lastPrompt = id;
    if (kind === "coroutine") this.#going.add(id);
  }

  #give(task: Task): void {
    if (task.isWaiting) this.#endWait(task);
    task.handed = undefined;
    task.below = this.#current;
    task.depth = this.#current ? this.#current.depth + 1 : 0;
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
   * Notes the task whose promise the caller is about to get: the promise of a coroutine that gives control back for
   * the first time, or the promise of what an async generator yields next.
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
    // A generator suspended at a yield, or not begun, is ended from outside. One that awaits has been resumed.
    if (task.state === "created" || task.at === "yield" || task.at === "delegate") return "closed";
    this.wake(task, false);
    return "returned";
  }

  #waker(task: Task): Waker {
    const by = this.#wakingTask(task);
    if (by !== undefined) return { kind: "task", task: by };
    if (task.wait?.kind === "request") return task.wait;
    // Not `task.wait` if that is a timer: a promise's timer may be only a timeout. A cause older than the suspension
    // woke nobody.
    return this.#cause && this.#cause.seq >= task.suspendedAt ? this.#cause.waker : { kind: "loop" };
  }

  /** Returns the task that calls this one or did what it waited for, or `undefined` if no task did. */
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
        return this.#hasLastEnded(wait.of) ? this.#lastEnded : undefined;
      default:
        return undefined;
    }
  }

  #hasLastEnded(waits: readonly Wait[]): boolean {
    for (let index = 0; index < waits.length; index += 1) {
      const wait = waits[index];
      if (wait?.kind === "task" && wait.task === this.#lastEnded) return true;
    }
    return false;
  }
}
