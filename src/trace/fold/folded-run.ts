// What the folds together know of a run. Words for viewers are made from this.

import type { Cell, MessageId, RunOutcome, WorkerId } from "../events/events.ts";
import type { FlightStep, RequestSpan } from "./requests.ts";
import type { LiveTask, TaskSpan, TimerSpan } from "./tasks.ts";
import type { Lock, MessageSpan, ThreadSpan } from "./thread-spans.ts";

/** The state of a run at its newest event. `Trace` implements it. Words need nothing else. */
export interface FoldedRun {
  /** Name of the file whose top level runs; "" before the run begins. */
  readonly entry: string;
  /** A task's number is its index. The same holds for timers and requests. */
  readonly tasks: readonly TaskSpan[];
  readonly timers: readonly TimerSpan[];
  readonly requests: readonly RequestSpan[];
  /** How many requests are in flight, ordered by time. */
  readonly flight: readonly FlightStep[];
  /** In the order in which they were started, the program's own first. Empty for a program without threads. */
  readonly threads: readonly ThreadSpan[];
  /** The seed of the threads' turns; undefined if threads are real, and for a program without threads. */
  readonly turns: number | undefined;
  readonly outcome: RunOutcome | undefined;
  /** Time of the newest event in milliseconds. */
  readonly duration: number;
  /** When the program ended, in milliseconds; undefined while it runs. */
  readonly total: number | undefined;
  /** Number of the event that ended the program; undefined while it runs. */
  readonly endSeq: number | undefined;
  /**
   * When the run was thinned (hand-overs of control are no longer recorded), in milliseconds; undefined if it was
   * not.
   */
  readonly thinnedAt: number | undefined;
  /** Returns the tasks that have begun and not ended after the event `seq`. */
  liveAt(seq: number): readonly LiveTask[];
  /** Returns the thread that a task or an event names; `undefined` for a program without threads. */
  threadOf(worker: WorkerId | undefined): ThreadSpan | undefined;
  /** Returns the message with this number; `undefined` if its sending was not told. */
  messageOf(message: MessageId): MessageSpan | undefined;
  /** Returns the lock of a cell of shared memory; `undefined` if nobody has taken one there. */
  lockOf(on: Cell): Lock | undefined;
}
