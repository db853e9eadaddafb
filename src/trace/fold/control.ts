// Tracks who has control of the program's thread: a stack of tasks on top of the event loop. Each was called by the
// one below.

import type { TaskId } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";
import type { ControlSpan } from "./tasks.ts";

export class Control {
  readonly spans: ControlSpan[] = [];
  readonly #stack: TaskId[] = [];

  /** Gives control to the task. It gives control back later to the task that has it now. */
  give(task: TaskId, seq: number, t: number): void {
    this.#stack.push(task);
    this.#change(seq, t);
  }

  /** The task gives control back. Does nothing if it has no control. */
  takeBack(task: TaskId, seq: number, t: number): void {
    const at = this.#stack.lastIndexOf(task);
    if (at === -1) return;
    this.#stack.splice(at, 1);
    if (at === this.#stack.length) this.#change(seq, t);
  }

  /** Takes control from all tasks. */
  clear(seq: number, t: number): void {
    if (this.#stack.length === 0) return;
    this.#stack.length = 0;
    this.#change(seq, t);
  }

  /** Returns the task that has control after the event `seq`; `undefined` for the event loop. */
  holderAt(seq: number): TaskId | undefined {
    const span = this.spans[lastBefore(this.spans, (other) => other.seq > seq)];
    return span && (span.endSeq ?? Number.POSITIVE_INFINITY) > seq ? span.task : undefined;
  }

  #change(seq: number, t: number): void {
    const last = this.spans.at(-1);
    if (last && last.to === undefined) {
      last.to = t;
      last.endSeq = seq;
    }
    const task = this.#stack.at(-1);
    if (task !== undefined) this.spans.push({ seq, from: t, to: undefined, endSeq: undefined, task });
  }
}
