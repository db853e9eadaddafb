// The state of a run after any of its events: who has control, which tasks are alive and how, which requests are on their way.

import type { TaskId } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";
import type { RequestSpan } from "../fold/requests.ts";
import type { LiveTask } from "../fold/tasks.ts";
import type { Trace } from "../trace.ts";

export interface Moment {
  /** The newest event that the state includes; -1 before the first one. */
  readonly seq: number;
  /** That event's time, in milliseconds; 0 before the first one. */
  readonly t: number;
  /** The task that has control; undefined for the event loop, and where it is not known because the run was thinned. */
  readonly holder: TaskId | undefined;
  /** In the order in which they were created. */
  readonly live: readonly LiveTask[];
  /** Requests that were made and have not ended, in the order in which they were made. */
  readonly inFlight: readonly RequestSpan[];
}

/** The number of the last event at or before `t` milliseconds; -1 if there is none. */
export function seqAt(trace: Trace, t: number): number {
  return lastBefore(trace.events, (event) => event.t > t);
}

/** The state after the event `seq`; after the newest one where there is no such event yet. */
export function momentAt(trace: Trace, seq: number): Moment {
  const last = Math.max(-1, Math.min(seq, trace.events.length - 1));
  return {
    seq: last,
    t: trace.events[last]?.t ?? 0,
    holder: trace.holderAt(last),
    live: trace.liveAt(last),
    inFlight: trace.inFlightAt(last),
  };
}
