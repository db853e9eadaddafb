// Folds the events of locks into spans: who held each lock, and when.

import type { Cell, EventOf } from "../events/events.ts";
import { lastBefore } from "../events/lists.ts";
import type { HoldSpan, Lock } from "./thread-spans.ts";

/** The locks of a run. */
export class LockFold {
  /** In the order in which they were first taken. */
  readonly all: Lock[] = [];
  readonly #byCell = new Map<string, Lock>();

  /** Returns the lock of a cell; `undefined` if nobody has taken one there. */
  of(on: Cell): Lock | undefined {
    return this.#byCell.get(keyOf(on));
  }

  take({ worker, task, on, place, caller, seq, t }: EventOf<"lock-taken">): void {
    const lock = this.of(on) ?? this.#add(on);
    release(lock.holds.at(-1), seq, t);
    lock.holds.push({ seq, from: t, to: undefined, endSeq: undefined, worker, task, place, caller });
  }

  /** A lock may be released by another thread than its holder. */
  release({ on, seq, t }: EventOf<"lock-released">): void {
    release(this.of(on)?.holds.at(-1), seq, t);
  }

  #add(on: Cell): Lock {
    const number = this.all.length + 1;
    const name = number === 1 ? "the lock" : `lock ${number}`;
    const lock = { on, name, holds: [] };
    this.all.push(lock);
    this.#byCell.set(keyOf(on), lock);
    return lock;
  }
}

/** Returns who holds the lock after the event `seq`; `undefined` if nobody does. */
export function holdAt({ holds }: Lock, seq: number): HoldSpan | undefined {
  const last = holds[lastBefore(holds, (hold) => hold.seq > seq)];
  return last && (last.endSeq ?? Number.POSITIVE_INFINITY) > seq ? last : undefined;
}

function keyOf({ memory, byte }: Cell): string {
  return `${memory}:${byte}`;
}

function release(hold: HoldSpan | undefined, seq: number, t: number): void {
  if (hold && hold.to === undefined) Object.assign(hold, { to: t, endSeq: seq });
}
