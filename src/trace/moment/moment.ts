// The state of a run after any of its events: who has control, which tasks live and in what state, which requests are
// in flight.

import type { TaskId } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";
import type { RequestSpan } from "../fold/requests.ts";
import type { LiveTask } from "../fold/tasks.ts";
import type { BlockSpan } from "../fold/thread-spans.ts";
import type { Trace } from "../trace.ts";
import { threadStateAt } from "./thread-moment.ts";

export interface Moment {
  /** The newest event that the state includes; -1 before the first event. */
  readonly seq: number;
  /** Time of that event in milliseconds; 0 before the first event. */
  readonly t: number;
  /** The task that has control. Undefined for the event loop, and if it is not known because the run was thinned. */
  readonly holder: TaskId | undefined;
  /** All tasks that have control: at most one for each thread. */
  readonly holders: ReadonlySet<TaskId>;
  /** The threads that are blocked in Atomics.wait, with their waits. */
  readonly blocked: readonly BlockSpan[];
  /** In the order of creation. */
  readonly live: readonly LiveTask[];
  /** Requests that were made and have not ended, in the order in which they were made. */
  readonly inFlight: readonly RequestSpan[];
}

/** Returns the number of the last event at or before `t` milliseconds; -1 if there is none. */
export function seqAt(trace: Trace, t: number): number {
  return lastBefore(trace.events, (event) => event.t > t);
}

/** Returns the state after the event `seq`, or after the newest event if there is no event `seq` yet. */
export function momentAt(trace: Trace, seq: number): Moment {
  const last = Math.max(-1, Math.min(seq, trace.events.length - 1));
  return {
    seq: last,
    t: trace.events[last]?.t ?? 0,
    holder: trace.holderAt(last),
    holders: trace.holdersAt(last),
    blocked: trace.threads.flatMap((thread) => {
      const state = threadStateAt(thread, trace, last);
      return state.kind === "blocked" ? [state.block] : [];
    }),
    live: trace.liveAt(last),
    inFlight: trace.inFlightAt(last),
  };
}
