// What the trace is told of tasks: all of it, until that is so much that only what matters is told.

import type { Site } from "../../protocol/javascript.ts";
import type { TraceFact } from "../../trace/events/events.ts";
import type { Task } from "./task.ts";
import type { WaitSources } from "./wait-sources.ts";

/** Facts of tasks that one run tells at most: a program with more goes on, and its trace says so. */
export const mostFacts = 100_000;

/** So many hand-overs are told even where nothing happens between them; later ones only where something does. */
const mostIdleHandOvers = 2000;

/** The part of the tracer that tasks need. */
export interface FactRecorder {
  record(fact: TraceFact): void;
  /** Records the fact that `make` gives, unless it is taken back before anything else is recorded. */
  hold(make: () => TraceFact): void;
  /** True where the fact held last could be taken back. */
  takeBack(): boolean;
}

/** The facts of one run's tasks. */
export class TaskFacts {
  readonly #recorder: FactRecorder;
  readonly #waits: WaitSources;
  #suspensions = 0;
  #told = 0;
  #isThinned = false;
  // The newest suspension. Loops suspend by the million, and few of these are told.
  #suspended: Task | undefined;
  #site: Site | undefined;
  #value: unknown;
  /** The fact of the newest suspension. */
  readonly #newest = (): TraceFact => {
    const task = this.#suspended;
    const site = this.#site;
    if (!task || !site) throw new Error("Nothing has been suspended.");
    task.wait = this.#waits.describe(this.#value, site.what.kind, task.kind);
    this.#value = undefined;
    return { kind: "task-suspend", task: task.id, place: site.place, wait: task.wait };
  };

  constructor(recorder: FactRecorder, waits: WaitSources) {
    this.#recorder = recorder;
    this.#waits = waits;
  }

  /** How many suspensions there were, told or not. */
  get suspensions(): number {
    return this.#suspensions;
  }

  /** True once there were too many facts: then no more tasks are told of, and of those that are, only how they end. */
  get isThinned(): boolean {
    return this.#isThinned;
  }

  /** To be called before a task is made: one whose start is not told must not be told of at all. */
  expectStart(): void {
    if (this.#told >= mostFacts) this.#thin();
  }

  tell(fact: TraceFact): void {
    if (this.#isThinned && fact.kind !== "task-end") return;
    if (this.#told >= mostFacts) this.#thin();
    if (!this.#isThinned || fact.kind === "task-end") this.#recorder.record(fact);
    this.#told += 1;
  }

  /** @param value what the task hands over or waits for */
  tellSuspension(task: Task, site: Site, value: unknown): void {
    const isHeld = this.#suspensions >= mostIdleHandOvers;
    const isTold = task.isTold && !this.#isThinned;
    // Before it is noted: what is held until now is the suspension before it.
    if (isTold && isHeld) this.#recorder.hold(this.#newest);
    this.#suspensions += 1;
    if (!isTold) return;
    task.suspendedAt = this.#suspensions;
    this.#suspended = task;
    this.#site = site;
    this.#value = value;
    if (!isHeld) this.tell(this.#newest());
  }

  /** Whether it is told that the task goes on: not where nothing has happened since it was suspended, often enough. */
  tellsResumption(task: Task): boolean {
    if (!task.isTold || this.#isThinned) return false;
    // A generator that has not begun says the same of when it was suspended as what asks for its first value.
    const isNewest = task === this.#suspended && task.suspendedAt === this.#suspensions;
    const isIdle = isNewest && this.#suspensions > mostIdleHandOvers;
    if (!isIdle || !this.#recorder.takeBack()) return true;
    this.#value = undefined;
    return false;
  }

  #thin(): void {
    if (this.#isThinned) return;
    this.#recorder.record({ kind: "thinned" });
    this.#isThinned = true;
  }
}
