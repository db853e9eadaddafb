// What the parts of a thread know of it: its place in the run, and how what it does is recorded.

import type { Place, TaskId, TraceFact, WorkerId } from "../../trace/events/events.ts";
import type { CallPlace } from "../realm/call-places.ts";
import type { SharedRun } from "../shared-memory/shared-run.ts";

/** How the facts of a thread are recorded. */
export interface ThreadRecorder {
  readonly record: (fact: TraceFact) => void;
  /** Reserves the place of the next fact in the order of events. */
  readonly reserve: () => void;
  /** Gives the reserved place back, because there is no such fact. */
  readonly giveBack: () => void;
  /** Sends the events so far. */
  readonly flush: () => void;
  /** The task that is responsible for what happens now. */
  readonly task: () => TaskId;
  /** Where the program has called us. @param called see CallPlaces */
  readonly whereabouts: (called?: object) => CallPlace;
}

/** A worker as a thread of a run with threads. */
export interface ThreadSelf extends ThreadRecorder {
  readonly shared: SharedRun;
  readonly thread: WorkerId;
  /** Says that this thread has something to do from now on. */
  readonly stir: () => void;
}

/**
 * The task and the place of a fact that the program causes now.
 * @param called the function of ours that the program has called, if that is known
 */
export function causeOf(
  { task, whereabouts }: ThreadRecorder,
  called?: object,
): {
  readonly task: TaskId;
  readonly place?: Place;
} {
  const { place } = whereabouts(called);
  return place ? { task: task(), place } : { task: task() };
}

/** The same, with the place that called a helper of the program, for example its lock. */
export function causeInHelper({ task, whereabouts }: ThreadRecorder): CallPlace & { readonly task: TaskId } {
  return { task: task(), ...whereabouts() };
}
