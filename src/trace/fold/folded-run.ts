// What the folds know of a run together: all that words are made of.

import type { RunOutcome } from "../events/events.ts";
import type { FlightStep, RequestSpan } from "./requests.ts";
import type { LiveTask, TaskSpan, TimerSpan } from "./tasks.ts";

/** The state of a run at its newest event. `Trace` is one; words need no more of it than this. */
export interface FoldedRun {
  /** Name of the file whose top level runs; "" until the run has begun. */
  readonly entry: string;
  /** Each at the index that is its number, as are timers and requests. */
  readonly tasks: readonly TaskSpan[];
  readonly timers: readonly TimerSpan[];
  readonly requests: readonly RequestSpan[];
  /** How many requests are on their way, in the order of time. */
  readonly flight: readonly FlightStep[];
  readonly outcome: RunOutcome | undefined;
  /** Time of the newest event in milliseconds. */
  readonly duration: number;
  /** When the program ended, in milliseconds; undefined while it goes on. */
  readonly total: number | undefined;
  /** The event that the program ended with; undefined while it goes on. */
  readonly endSeq: number | undefined;
  /** Since when hand-overs of control are no longer told, in milliseconds; undefined while all are. */
  readonly thinnedAt: number | undefined;
  /** The tasks that have begun and not ended after the event `seq`. */
  liveAt(seq: number): readonly LiveTask[];
}
