// The facts about threads: their beginnings and ends, messages, waits in Atomics.wait, and locks. Every fact names its
// worker; 0 is the thread that runs the program's top level.

import type { Cell, MessageId, Place, TaskId, WorkerId } from "./ids.ts";

/**
 * How a thread ended.
 * - "ended": it had nothing left to do when the run ended.
 * - "closed": it called close().
 * - "terminated": another thread called terminate().
 * - "failed": its top level threw, or its file could not be run.
 */
export type ThreadEnd = "ended" | "closed" | "terminated" | "failed";

/** What Atomics.wait returned. "not-equal": the cell had another value, so the thread was not blocked. */
export type WaitEnd = "ok" | "timed-out" | "not-equal";

/** Where a thread waits for a lock, or takes or releases it. Each place is absent if it is unknown. */
interface Whereabouts {
  /** The call of Atomics. */
  readonly place?: Place;
  /**
   * The nearest call on the stack that is in another file than `place`: for a lock in a file of its own, the line that
   * uses the lock.
   */
  readonly caller?: Place;
}

/**
 * The order of events respects cause: "message-sent" is recorded before the message can be taken, "block" before the
 * thread can be woken, "lock-taken" after the cell has changed, and "lock-released" before it changes.
 */
export type ThreadFact =
  /**
   * A thread called `new Worker`. Recorded by that thread, before the new thread does anything. The new thread begins
   * with the `task-start` of its top level.
   */
  | {
      readonly kind: "thread-start";
      /** The new thread: 1 or more. */
      readonly worker: WorkerId;
      readonly parent: WorkerId;
      /** The task that called `new Worker`. */
      readonly task: TaskId;
      /** The name that the program gave it, or "". */
      readonly name: string;
      /** The file whose top level it runs. */
      readonly file: string;
      /** Where `new Worker` was called. Absent if unknown. */
      readonly place?: Place;
    }
  /** At most once for each thread. Nothing of the thread happens afterwards. Thread 0 ends with the run. */
  | {
      readonly kind: "thread-end";
      readonly worker: WorkerId;
      readonly how: ThreadEnd;
      /** The thread that called terminate(). */
      readonly by?: WorkerId;
    }
  | {
      readonly kind: "message-sent";
      readonly message: MessageId;
      /** The sender. */
      readonly worker: WorkerId;
      /** The task that called postMessage. */
      readonly task: TaskId;
      /** The receiver. Absent if it is sent through a MessagePort: then the taker is known only when it is taken. */
      readonly to?: WorkerId;
      readonly place?: Place;
    }
  /** The handlers of a message are called next. A message may never be taken. */
  | { readonly kind: "message-taken"; readonly message: MessageId; readonly worker: WorkerId }
  /** The handlers have returned. */
  | { readonly kind: "message-handled"; readonly message: MessageId; readonly worker: WorkerId }
  /** A thread called Atomics.wait, and does nothing until the `wake`. */
  | ({
      readonly kind: "block";
      readonly worker: WorkerId;
      /** The task that called it. */
      readonly task: TaskId;
      readonly on: Cell;
      /** Milliseconds until it times out. Absent if it waits without a limit. */
      readonly limit?: number;
    } & Whereabouts)
  /** Atomics.wait returned. */
  | {
      readonly kind: "wake";
      readonly worker: WorkerId;
      readonly how: WaitEnd;
      /** The thread that called Atomics.notify. Absent if unknown. */
      readonly by?: WorkerId;
    }
  /**
   * A thread took a lock: it changed the cell from 0 with Atomics.compareExchange or `exchange`. Counters are not locks.
   */
  | ({
      readonly kind: "lock-taken";
      readonly worker: WorkerId;
      readonly task: TaskId;
      readonly on: Cell;
    } & Whereabouts)
  /** The thread that held the lock made the cell 0 again. */
  | ({
      readonly kind: "lock-released";
      readonly worker: WorkerId;
      readonly task: TaskId;
      readonly on: Cell;
    } & Whereabouts);
