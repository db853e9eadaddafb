// Follows every task of a run: its parent, who has control, what it waits for, what resumed it, how it ended.

import type { Site } from "../../protocol/javascript.ts";
import { mainTask, type TaskId } from "../../trace/events/events.ts";
import { KeptSet } from "../engine/kept.ts";
import { claimRoom, hasRoom, isOverflow } from "../engine/room.ts";
import { callLabel } from "./call-label.ts";
import { CallResults } from "./call-results.ts";
import { type Follower, type HookedCode, HookedTask } from "./hooked-task.ts";
import type { Task } from "./task.ts";
import { type FactRecorder, TaskFacts } from "./task-facts.ts";
import { WaitSources } from "./wait-sources.ts";
import { type Cause, Wakers } from "./wakers.ts";

/** Above this call depth a task must find room on the stack for its hooks before it gets control. */
const deep = 16;

/** The error of a task that ended by stack overflow where no hook could record it: the engine's own message. */
const overflow = "RangeError: Maximum call stack size exceeded";

/**
 * The tasks of one run.
 *
 * The stack may overflow at any call in a hook, however little the called function does: an engine may have thrown away
 * its code, and compiling needs far more of the stack than running. So each hook first makes all its calls. The last
 * one records its fact, and either succeeds or throws. Only then the hook changes its state, by assignments and methods
 * of the engine. What a hook could not record shows at the next hook.
 */
export class Tasks implements Follower {
  readonly waits = new WaitSources();
  readonly #facts: TaskFacts;
  readonly #results = new CallResults(this.waits);
  readonly #wakers = new Wakers(this.waits);
  readonly #describeError: (error: unknown) => string;
  #current: Task | undefined;
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
    return this.#current?.id ?? this.#wakers.cause?.by ?? mainTask;
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
    this.#results.forgetAll();
    this.#wakers.iterating = undefined;
    this.#wakers.cause = { waker, by, seq: this.#facts.suspensions };
  }

  /** Begins a turn of the event loop without a known cause. */
  causedByNothing(): void {
    this.#loseAbove(undefined);
    this.#wakers.cause = undefined;
  }

  /**
   * Starts a task. Throws the engine's error, and changes nothing, if the stack has no room for the task's hooks. The
   * trace then has no events of this task.
   * @returns a task that has control at once (`isRunning`), or one that waits to be begun
   */
  start(site: Site, args: readonly unknown[], isRunning: boolean, code: HookedCode): HookedTask {
    this.#results.forget();
    if (this.#isDeep) claimRoom();
    const { what, place } = site;
    const taskKind = what.kind === "function" ? what.taskKind : "coroutine";
    this.#results.forgetAsking(taskKind);
    this.#wakers.iterating = undefined;
    const name = what.kind === "function" ? what.name : "";
    const parent = this.#current?.id ?? this.#wakers.cause?.by;
    this.#facts.expectStart();
    const task = this.#newTask(taskKind, code);
    // A cause that is older than the task did not wake it.
    task.suspendedAt = this.#facts.suspensions + 1;
    if (task.isTold) {
      const label = taskKind === "main" || taskKind === "prompt" ? "" : callLabel(name, args);
      const descent = parent === undefined || taskKind === "prompt" ? {} : { parent };
      this.#facts.tell({ kind: "task-start", task: task.id, ...descent, taskKind, name, label, place });
    }
    // No call of ours from here on.
    if (task.isTold && taskKind !== "main") this.#count = task.id + 1;
    if (task.isTold && taskKind === "prompt") this.#lastPrompt = task.id;
    if (isRunning) {
      task.below = this.#current;
      task.depth = this.#current ? this.#current.depth + 1 : 0;
      task.state = "running";
      this.#current = task;
    } else this.#results.justReturned = task;
    if (task.isTold && taskKind === "coroutine") this.#going.add(task.id);
    return task;
  }

  /** The task that has control is about to give it up at a site, where it awaits or yields `value`. */
  suspend(task: Task, site: Site, value: unknown): void {
    this.#results.forget();
    if (task.state !== "running") return;
    if (task !== this.#current) this.#loseAbove(task);
    const at = site.what.kind;
    // A synchronous generator has no promise to hand out, and waits for its caller only.
    if (task.kind !== "generator") this.#handOut(task, at);
    this.#facts.tellSuspension(task, site, value);
    // No call of ours from here on.
    task.at = at;
    if (task.kind !== "generator" && (at === "await" || at === "for-await")) {
      task.isWaiting = true;
      this.#waiting += 1;
    }
    this.#current = task.below;
    task.below = undefined;
    task.state = "suspended";
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
    this.#results.forget();
    this.#results.forgetAsking(task.kind);
    if (task.state === "running") {
      if (task !== this.#current) this.#loseAbove(task);
      return;
    }
    if (task.state === "ended" || !this.#mayWake(task)) return;
    if (this.#facts.tellsResumption(task)) {
      this.#facts.tell({
        kind: "task-resume",
        task: task.id,
        by: this.#wakers.wakerOf(task, this.#current),
        thrown,
      });
    }
    // No call of ours from here on.
    if (this.#wakers.iterating && task.kind === "async generator") this.#wakers.iterating.asked = task;
    this.#wakers.iterating = undefined;
    if (task.isWaiting) this.#waiting -= 1;
    task.isWaiting = false;
    task.firstHanded = undefined;
    task.handed = undefined;
    task.below = this.#current;
    task.depth = this.#current ? this.#current.depth + 1 : 0;
    task.state = "running";
    this.#current = task;
  }

  /** Ends a task. Its state tells how it ended (see `#howEnded`). Does nothing if it has ended already. */
  end(task: Task): void {
    this.#results.forget();
    if (task.state === "ended") return;
    if (task.state === "running" && task !== this.#current) this.#loseAbove(task);
    if (task.state !== "running" && this.#isDeep && !hasRoom()) return;
    const how = this.#howEnded(task);
    const error = task.error === undefined ? {} : { error: task.error };
    this.#results.handPromise(task);
    if (task.isTold) this.#facts.tell({ kind: "task-end", task: task.id, how, ...error });
    // No call of ours from here on.
    if (task.isWaiting) this.#waiting -= 1;
    task.isWaiting = false;
    if (task.state === "running") {
      this.#current = task.below;
      task.below = undefined;
    }
    task.state = "ended";
    this.#wakers.lastEnded = task.id;
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

  /** The task is about to end by throwing `error`. */
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

  /** The task that has control is about to get the value of a call. */
  called(value: unknown): void {
    this.#results.link(value, this.#current);
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

  #newTask(kind: Task["kind"], code: HookedCode): HookedTask {
    if (kind === "main") return new HookedTask(mainTask, kind, true, code);
    if (this.#facts.isThinned) return new HookedTask(this.responsible, kind, false, code);
    return new HookedTask(this.#count, kind, true, code);
  }

  /** Notes what the caller of a task that is about to be suspended gets, and whom a `for await` asks. */
  #handOut(task: Task, at: Task["at"]): void {
    if (!task.hasReturned || task.kind === "async generator") this.#results.handPromise(task);
    if (at !== "for-await") return;
    this.#results.beginsIteration();
    this.#wakers.iterating = task;
    task.asked = undefined;
  }

  #howEnded(task: Task): "returned" | "threw" | "closed" {
    if (task.error !== undefined) return "threw";
    if (task.state === "running") return task.isClosing ? "closed" : "returned";
    // A generator suspended at a yield, or not begun, is ended from outside. One that awaits has been resumed.
    if (task.state === "created" || task.at === "yield" || task.at === "delegate") return "closed";
    this.wake(task, false);
    return "returned";
  }
}
