// Records task events in the trace. After 100,000 of them it records only how tasks end (the run is "thinned").

import type { Site } from "../../protocol/javascript.ts";
import type { TraceFact } from "../../trace/events/events.ts";
import type { Task } from "./task.ts";
import type { WaitSources } from "./wait-sources.ts";

/** The most task facts of one run before it is thinned. The program goes on, and the trace says so. */
export const mostFacts = 100_000;

/**
 * So many suspensions are recorded even if the same task resumes and nothing happens in between. Later ones are
 * recorded only if something does.
 */
const mostIdleHandOvers = 2000;

/** The part of the tracer that tasks need. */
export interface FactRecorder {
  record(fact: TraceFact): void;
  /** Records the fact that `make` returns, unless `takeBack` is called before anything else is recorded. */
  hold(make: () => TraceFact): void;
  /** Takes back the held fact. Returns true if it was not recorded yet. */
  takeBack(): boolean;
}

/** The facts of one run's tasks. */
export class TaskFacts {
  readonly #recorder: FactRecorder;
  readonly #waits: WaitSources;
  #suspensions = 0;
  #told = 0;
  #isThinned = false;
  // The newest suspension, kept without a fact: loops suspend by the million, and few of these suspensions are
  // recorded.
  #suspended: Task | undefined;
  #site: Site | undefined;
  #value: unknown;
  /** Makes the fact of the newest suspension. */
  readonly #newest = (): TraceFact => {
    const task = this.#suspended;
    const site = this.#site;
    if (!task || !site) throw new Error("Nothing has been suspended.");
    task.wait = this.#waits.describe(this.#value, site.what.kind, task.kind);
    return { kind: "task-suspend", task: task.id, place: site.place, wait: task.wait };
  };

  constructor(recorder: FactRecorder, waits: WaitSources) {
    this.#recorder = recorder;
    this.#waits = waits;
  }

  /** How many suspensions there were, recorded or not. */
  get suspensions(): number {
    return this.#suspensions;
  }

  /** True once there were too many facts. Then no new task is recorded, and of recorded tasks only their ends. */
  get isThinned(): boolean {
    return this.#isThinned;
  }

  /**
   * To be called before a task is created. Thins the run if it must: a task without a recorded start must have no
   * events.
   */
  expectStart(): void {
    if (this.#told >= mostFacts) this.#thin();
  }

  /** Records a fact. If the run is thinned, it records only ends of tasks. */
  tell(fact: TraceFact): void {
    if (this.#isThinned && fact.kind !== "task-end") return;
    if (this.#told >= mostFacts) this.#thin();
    if (!this.#isThinned || fact.kind === "task-end") this.#recorder.record(fact);
    this.#told += 1;
  }

  /**
   * Records that a task is suspended, or holds that fact.
   * @param value the value that the task hands over or awaits
   */
  tellSuspension(task: Task, site: Site, value: unknown): void {
    const isHeld = this.#suspensions >= mostIdleHandOvers;
    const isTold = task.isTold && !this.#isThinned;
    // Before the new suspension is noted: the fact held until now belongs to the suspension before it.
    if (isTold && isHeld) this.#recorder.hold(this.#newest);
    this.#suspensions += 1;
    if (!isTold) return;
    task.suspendedAt = this.#suspensions;
    this.#suspended = task;
    this.#site = site;
    this.#value = value;
    if (isHeld) return;
    this.tell(this.#newest());
    this.#value = undefined;
  }

  /**
   * Returns true if the resumption of `task` must be recorded. It need not be if nothing has happened since its
   * suspension, `mostIdleHandOvers` is exceeded, and that suspension could be taken back.
   */
  tellsResumption(task: Task): boolean {
    if (!task.isTold || this.#isThinned) return false;
    // The second condition is needed for a generator that has not begun: its `suspendedAt` equals that of the task that
    // asks for its first value.
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
