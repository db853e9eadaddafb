// Follows every task of a run: who created it, who has control, what it waits for, who woke it, how it ended.

import { mainTask, type TaskId, type TraceFact, type Waker } from "../trace/events.ts";
import { callLabel } from "./call-label.ts";
import type { Hooks } from "./hooks.ts";
import type { Site } from "./protocol.ts";
import { Task } from "./task.ts";
import { WaitSources } from "./wait-sources.ts";

/** Facts of tasks that one run tells at most: a program with more goes on, and its trace says so. */
export const mostFacts = 100_000;

/** So many hand-overs are told even where nothing happens between them; later ones only where something does. */
const mostIdleHandOvers = 2000;

/** The part of the tracer that tasks need. */
export interface FactRecorder {
  record(fact: TraceFact): void;
  /** Records a fact unless it is taken back before anything else is recorded. */
  hold(fact: TraceFact): void;
  /** True where the fact held last could be taken back. */
  takeBack(): boolean;
}

/** What is on the way to a task from the outside: the cause of this turn of the event loop. */
export type Cause = Extract<Waker, { kind: "request" | "timer" }>;

/** The tasks of one run. */
export class Tasks {
  readonly waits = new WaitSources();
  readonly #recorder: FactRecorder;
  readonly #describeError: (error: unknown) => string;
  #current: Task | undefined;
  /** The task that has just given control back to its caller, which is about to see what the call gave. */
  #justReturned: Task | undefined;
  /** The same task where it begins a `for await`: the generator that it asks then has been called by it. */
  #asking: Task | undefined;
  #cause: { readonly waker: Cause; readonly by: TaskId; readonly seq: number } | undefined;
  #suspensions = 0;
  #facts = 0;
  #isThinned = false;
  #count = 1;
  #lastPrompt: TaskId = mainTask;
  /** How many tasks are suspended, and not for a caller. */
  #waiting = 0;

  constructor(recorder: FactRecorder, describeError: (error: unknown) => string) {
    this.#recorder = recorder;
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

  /** The task of what was entered at the prompt last. */
  get lastPrompt(): TaskId {
    return this.#lastPrompt;
  }

  /** A turn of the event loop begins, because of a timer or a reply that `by` is responsible for. */
  causedBy(waker: Cause, by: TaskId): void {
    this.#justReturned = undefined;
    this.#asking = undefined;
    this.#cause = { waker, by, seq: this.#suspensions };
  }

  /** A turn begins that nothing known caused. */
  causedByNothing(): void {
    this.#cause = undefined;
  }

  /** The hooks for code with the given sites. */
  hooks(sites: readonly Site[], scope: (evaluate: (code: string) => unknown) => void): Hooks {
    return new TaskHooks(this, sites, scope);
  }

  /** @returns a task that has control at once, or one that waits to be begun */
  start(site: Site, args: readonly unknown[], isRunning: boolean): Task {
    this.#justReturned = undefined;
    const { what, place } = site;
    const taskKind = what.kind === "function" ? what.taskKind : "coroutine";
    if (taskKind !== "async generator") this.#asking = undefined;
    const name = what.kind === "function" ? what.name : "";
    const parent = this.#current?.id ?? (this.#cause ? this.#cause.by : undefined);
    // A task whose start is not told must not be told of at all.
    if (this.#facts >= mostFacts) this.#thin();
    const task = this.#newTask(taskKind);
    // What happened before it was there did not wake it.
    task.suspendedAt = this.#suspensions + 1;
    if (task.isTold) {
      const label = taskKind === "main" || taskKind === "prompt" ? "" : callLabel(name, args);
      const descent = parent === undefined || taskKind === "prompt" ? {} : { parent };
      this.#tell({ kind: "task-start", task: task.id, ...descent, taskKind, name, label, place });
    }
    if (taskKind === "prompt") this.#lastPrompt = task.id;
    if (isRunning) this.#give(task);
    return task;
  }

  suspend(task: Task, site: Site, value: unknown): void {
    this.#justReturned = undefined;
    if (task.state !== "running") return;
    this.#handPromise(task);
    this.#takeControl(task, "suspended");
    task.at = site.what.kind;
    this.#beginWait(task);
    this.#asking = task.at === "for-await" ? this.#justReturned : undefined;
    this.#suspensions += 1;
    if (!task.isTold || this.#isThinned) return;
    const wait = this.waits.describe(value, site.what.kind, task.kind);
    task.suspendedAt = this.#suspensions;
    task.wait = wait;
    const fact = { kind: "task-suspend", task: task.id, place: site.place, wait } as const;
    if (this.#suspensions > mostIdleHandOvers) this.#recorder.hold(fact);
    else this.#tell(fact);
  }

  /** Does nothing where the task has control already. */
  wake(task: Task, thrown: boolean): void {
    this.#justReturned = undefined;
    if (task.kind !== "async generator") this.#asking = undefined;
    if (task.state === "running" || task.state === "ended") return;
    if (task.isTold && !this.#isThinned) this.#tellResumption(task, thrown);
    this.#give(task);
  }

  end(task: Task): void {
    this.#justReturned = undefined;
    if (task.state === "ended") return;
    const how = this.#howEnded(task);
    this.#endWait(task);
    this.#handPromise(task);
    this.#takeControl(task, "ended");
    if (!task.isTold) return;
    const error = task.error === undefined ? {} : { error: task.error };
    this.#tell({ kind: "task-end", task: task.id, how, ...error });
  }

  fail(task: Task, error: unknown): void {
    this.wake(task, true);
    task.error = this.#describeError(error);
  }

  /**
   * What a call gave: the promise of the coroutine that it called, where it did; or an array of such promises, as map()
   * gives it when it calls a coroutine for each element.
   */
  called(value: unknown): void {
    const task = this.#justReturned;
    this.#justReturned = undefined;
    this.#asking = undefined;
    const handed = this.#current?.handed ?? [];
    if (Array.isArray(value)) this.#linkAll(value, handed);
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
    if (this.#isThinned) return new Task(this.responsible, kind, false);
    const task = new Task(this.#count, kind, true);
    this.#count += 1;
    return task;
  }

  #give(task: Task): void {
    this.#endWait(task);
    if (task.handed.length > 0) task.handed = [];
    task.below = this.#current;
    task.state = "running";
    this.#current = task;
  }

  #beginWait(task: Task): void {
    task.isWaiting = task.at === "await" || task.at === "for-await";
    if (task.isWaiting) this.#waiting += 1;
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

  #tellResumption(task: Task, thrown: boolean): void {
    const isIdle = this.#suspensions > mostIdleHandOvers && task.suspendedAt === this.#suspensions;
    if (isIdle && this.#recorder.takeBack()) return;
    this.#tell({ kind: "task-resume", task: task.id, by: this.#waker(task), thrown });
  }

  #waker(task: Task): Waker {
    if (this.#current) return { kind: "task", task: this.#current.id };
    const { wait } = task;
    if (wait?.kind === "task" || wait?.kind === "request") return wait;
    // A timer that it seems to wait for may have been there in case only.
    // What happened before it was suspended did not wake it.
    const isLater = this.#cause !== undefined && this.#cause.seq >= task.suspendedAt;
    return isLater && this.#cause ? this.#cause.waker : { kind: "loop" };
  }

  #tell(fact: TraceFact): void {
    if (this.#isThinned && fact.kind !== "task-end") return;
    this.#facts += 1;
    if (this.#facts > mostFacts) this.#thin();
    if (!this.#isThinned || fact.kind === "task-end") this.#recorder.record(fact);
  }

  #thin(): void {
    if (this.#isThinned) return;
    this.#isThinned = true;
    this.#recorder.record({ kind: "thinned" });
  }
}

/** The hooks as instrumented code calls them. */
class TaskHooks implements Hooks {
  readonly key = Symbol("created");
  readonly scope: Hooks["scope"];
  readonly #tasks: Tasks;
  readonly #sites: readonly Site[];

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

  group<T>(method: "all" | "allSettled" | "race" | "any", promise: T): T {
    this.#tasks.waits.group(method, promise);
    return promise;
  }

  #site(index: number): Site {
    const site = this.#sites[index];
    if (!site) throw new RangeError(`The compiler told of no site ${index}.`);
    return site;
  }
}
