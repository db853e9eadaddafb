// Tracks who has control of the program's threads: for each thread a stack of tasks on top of its event loop. Each was
// called by the one below.

import type { TaskId, WorkerId } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";
import type { ControlSpan } from "./tasks.ts";

/** The control of one thread. */
interface Thread {
  readonly stack: TaskId[];
  readonly spans: ControlSpan[];
}

export class Control {
  /** The spans of all threads, in the order of their beginnings. Those of one thread never overlap. */
  readonly spans: ControlSpan[] = [];
  readonly #threads = new Map<WorkerId | undefined, Thread>();

  /** The spans of one thread, in order. */
  spansOf(worker: WorkerId | undefined): readonly ControlSpan[] {
    return this.#thread(worker).spans;
  }

  /** Returns the task that has control in a thread now; `undefined` for its event loop. */
  holderOf(worker: WorkerId | undefined): TaskId | undefined {
    return this.#thread(worker).stack.at(-1);
  }

  /** Gives control to the task. It gives control back later to the task that has it now in the same thread. */
  give(task: TaskId, worker: WorkerId | undefined, seq: number, t: number): void {
    const thread = this.#thread(worker);
    thread.stack.push(task);
    this.#change(thread, seq, t);
  }

  /** The task gives control back. Does nothing if it has no control. */
  takeBack(task: TaskId, worker: WorkerId | undefined, seq: number, t: number): void {
    const thread = this.#thread(worker);
    const at = thread.stack.lastIndexOf(task);
    if (at === -1) return;
    thread.stack.splice(at, 1);
    if (at === thread.stack.length) this.#change(thread, seq, t);
  }

  /** Takes control from all tasks, or from those of one thread. */
  clear(seq: number, t: number, worker?: WorkerId): void {
    for (const [owner, thread] of this.#threads) {
      if (thread.stack.length === 0 || (worker !== undefined && owner !== worker)) continue;
      thread.stack.length = 0;
      this.#change(thread, seq, t);
    }
  }

  /**
   * Returns the task that has control after the event `seq`: the one that got it last, if several threads run;
   * `undefined` for the event loop.
   */
  holderAt(seq: number): TaskId | undefined {
    let newest: ControlSpan | undefined;
    for (const span of this.#at(seq)) if (span.seq >= (newest?.seq ?? 0)) newest = span;
    return newest?.task;
  }

  /** Returns the tasks that have control after the event `seq`: at most one for each thread. */
  holdersAt(seq: number): ReadonlySet<TaskId> {
    return new Set(this.#at(seq).map(({ task }) => task));
  }

  #at(seq: number): ControlSpan[] {
    return [...this.#threads.values()].flatMap(({ spans }) => {
      const span = spans[lastBefore(spans, (other) => other.seq > seq)];
      return span && (span.endSeq ?? Number.POSITIVE_INFINITY) > seq ? [span] : [];
    });
  }

  #thread(worker: WorkerId | undefined): Thread {
    const thread = this.#threads.get(worker) ?? { stack: [], spans: [] };
    this.#threads.set(worker, thread);
    return thread;
  }

  #change({ stack, spans }: Thread, seq: number, t: number): void {
    const last = spans.at(-1);
    if (last && last.to === undefined) {
      last.to = t;
      last.endSeq = seq;
    }
    const task = stack.at(-1);
    if (task === undefined) return;
    const span: ControlSpan = { seq, from: t, to: undefined, endSeq: undefined, task };
    spans.push(span);
    this.spans.push(span);
  }
}
