// The spans of a run's threads, of their waits and messages, and of the locks they hold. Times are milliseconds since
// the run began. Beside each time stands the number of its event: `seq` for the beginning, `endSeq` for the end.

import type { Cell, MessageId, Place, TaskId, ThreadEnd, WaitEnd, WorkerId } from "../events/events.ts";
import type { Stretch } from "./tasks.ts";

/** A span of time. It may never end. */
export interface OpenSpan {
  readonly seq: number;
  readonly from: number;
  to: number | undefined;
  endSeq: number | undefined;
}

/** One thread, from `new Worker` to its end. Thread 0 runs the program's top level. */
export interface ThreadSpan {
  readonly worker: WorkerId;
  /** Its name for viewers: unique in the run. "the program" for thread 0. */
  readonly name: string;
  /** The file whose top level it runs. */
  readonly file: string;
  /** The thread that started it; undefined for thread 0, and if it is unknown. */
  readonly parent: WorkerId | undefined;
  /** Where it was started. */
  readonly place: Place | undefined;
  readonly seq: number;
  readonly start: number;
  /** The task of its top level; undefined until it begins. */
  top: TaskId | undefined;
  end: number | undefined;
  endSeq: number | undefined;
  /** How it ended. Undefined for thread 0, which ends with the run. */
  how: ThreadEnd | undefined;
  /** The thread that terminated it. */
  by: WorkerId | undefined;
  /** Its first error that nobody caught. */
  failure: Failure | undefined;
  /** They never overlap. */
  readonly blocks: BlockSpan[];
  /** The handlers of its messages. They never overlap. */
  readonly handlings: HandlingSpan[];
  /** What it did, in order. They never overlap. In the gaps it had nothing to do. */
  readonly pieces: ThreadPiece[];
}

/** An error that nobody caught, and when. */
export interface Failure {
  readonly headline: string;
  readonly seq: number;
  readonly t: number;
}

/** A span of time in which a thread did one thing. */
export interface ThreadPiece extends OpenSpan {
  readonly does: ThreadDeed;
}

export type ThreadDeed =
  /** A task had control. */
  | { readonly kind: "running"; readonly task: TaskId }
  /** The handlers of a message had control. */
  | { readonly kind: "handling"; readonly message: MessageId }
  | { readonly kind: "blocked"; readonly block: BlockSpan }
  /** Its top level was suspended, and nothing else had control. */
  | { readonly kind: "waiting"; readonly stretch: Stretch };

/** A thread was blocked in Atomics.wait. */
export interface BlockSpan extends OpenSpan {
  readonly worker: WorkerId;
  readonly task: TaskId;
  readonly on: Cell;
  /** Milliseconds; undefined if it waits without a limit. */
  readonly limit: number | undefined;
  /** The call of Atomics.wait. */
  readonly place: Place | undefined;
  /** The line that uses the lock, if the lock is in a file of its own. */
  readonly caller: Place | undefined;
  /** Undefined while it is blocked, and if its thread ended meanwhile. */
  how: WaitEnd | undefined;
  /** The thread that woke it. */
  by: WorkerId | undefined;
}

/** The handlers of a message had control. */
export interface HandlingSpan extends OpenSpan {
  readonly message: MessageId;
}

export interface MessageSpan {
  readonly message: MessageId;
  readonly from: WorkerId;
  /** The receiver; undefined while it is unknown. */
  to: WorkerId | undefined;
  readonly task: TaskId;
  readonly place: Place | undefined;
  readonly seq: number;
  readonly sent: number;
  taken: number | undefined;
  takenSeq: number | undefined;
}

/** A cell of shared memory that threads use as a lock. */
export interface Lock {
  readonly on: Cell;
  /** Its name for viewers, for example "the lock" or "lock 2": unique in the run. */
  readonly name: string;
  /** They never overlap. */
  readonly holds: HoldSpan[];
}

/** A thread held a lock. */
export interface HoldSpan extends OpenSpan {
  readonly worker: WorkerId;
  readonly task: TaskId;
  /** Where it took the lock. */
  readonly place: Place | undefined;
  readonly caller: Place | undefined;
}
