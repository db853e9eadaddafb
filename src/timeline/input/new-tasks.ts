// Finds the lanes of tasks that no picture has shown yet.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import { taskKey } from "../lanes/lane-items.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { foldKey } from "../scale/view.ts";

export class NewTasks {
  /** How many tasks of a run have been looked at. */
  readonly #counts = new WeakMap<Trace, number>();
  readonly #known = new Set<string>();

  /**
   * Returns the keys of lanes, see `foldKey`, that were never returned before: of tasks for which `wanted` is true. Looks
   * at each task of a run once. The task of a later run has the key of its forerunner.
   */
  keysIn(runs: readonly TimelineRun[], wanted: (task: TaskSpan) => boolean): string[] {
    const keys = runs.flatMap((run) => this.#newIn(run).filter(wanted).map(keyIn(run)));
    const fresh = keys.filter((key) => !this.#known.has(key));
    for (const key of fresh) this.#known.add(key);
    return fresh;
  }

  #newIn({ trace }: TimelineRun): TaskSpan[] {
    const { tasks } = trace;
    const from = this.#counts.get(trace) ?? 0;
    if (from === tasks.length) return [];
    this.#counts.set(trace, tasks.length);
    return tasks.slice(from);
  }
}

function keyIn({ label }: TimelineRun): (task: TaskSpan) => string {
  return ({ task }) => foldKey(label, taskKey(task));
}
