// Sees locks in what a thread does with shared memory: the runtime knows no class of the program.

import type { Cell } from "../../trace/events/events.ts";
import { KeptMap } from "../engine/kept.ts";
import type { LockingOptions } from "./atomics.ts";
import type { Memories } from "./memories.ts";
import { causeInHelper, type ThreadSelf } from "./thread-self.ts";

/** The value of a cell whose lock nobody holds. */
const free = 0;

interface Held {
  readonly on: Cell;
  /** True if the trace has it. */
  isTold: boolean;
  /** Where the other threads see it; `undefined` if they do not. */
  at: number | undefined;
}

/**
 * The locks that one thread holds. A thread takes a lock by changing a cell from 0 with compareExchange or exchange. A
 * lock is released when the cell gets 0 again, by whatever method of Atomics, and by whatever thread.
 */
export class Locks implements Pick<LockingOptions, "willChange" | "hasChanged"> {
  readonly #self: ThreadSelf;
  readonly #memories: Memories;
  readonly #held = new KeptMap<number, Held>();

  constructor(self: ThreadSelf, memories: Memories) {
    this.#self = self;
    this.#memories = memories;
  }

  /** True if a thread of the run may hold a lock. */
  readonly mayBeHeld = (): boolean => this.#held.size > 0 || this.#self.shared.locks.areHeld;

  readonly hasChanged = (array: unknown, index: unknown, from: unknown, to: unknown): void => {
    if (from !== free || to === free) return;
    const on = this.#memories.cellOf(array, index);
    if (!on || this.#stillHolds(this.#held.get(keyOf(on)))) return;
    const held: Held = { on, isTold: false, at: undefined };
    this.#held.set(keyOf(on), held);
    if (this.#self.shared.tellsFact()) this.#tell(held, causeInHelper(this.#self));
  };

  /** Records a release before it happens: who takes the lock next comes later in the order of events. */
  readonly willChange = (array: unknown, index: unknown, value: unknown): void => {
    if (value !== free) return;
    const on = this.#memories.cellOf(array, index);
    if (!on || !this.#release(on)) return;
    const { thread, record } = this.#self;
    record({ kind: "lock-released", worker: thread, on, ...causeInHelper(this.#self) });
  };

  /** Returns true if the release is to be recorded. */
  #release(on: Cell): boolean {
    const { locks } = this.#self.shared;
    const own = this.#held.get(keyOf(on));
    this.#held.delete(keyOf(on));
    if (!own || !this.#stillHolds(own)) return locks.releaseCell(on);
    return own.isTold && (own.at === undefined || locks.release(own.at, on));
  }

  /** False if another thread has released it. */
  #stillHolds(held: Held | undefined): boolean {
    if (!held) return false;
    return held.at === undefined || this.#self.shared.locks.isKept(held.at, held.on);
  }

  /** Records the held locks that the trace does not have, as it has so many: this thread may keep them for ever. */
  tellHeld(): void {
    const { task } = this.#self;
    this.#held.forEach((held) => {
      if (!held.isTold) this.#tell(held, { task: task() });
    });
  }

  /** Another thread sees the lock only once it has been recorded: its release comes later in the order of events. */
  #tell(held: Held, cause: ReturnType<typeof causeInHelper>): void {
    const { thread, record, shared } = this.#self;
    record({ kind: "lock-taken", worker: thread, on: held.on, ...cause });
    held.isTold = true;
    held.at = shared.locks.keep(thread, held.on);
  }
}

/** Buffers have fewer bytes than this. */
const most = 2 ** 40;

function keyOf({ memory, byte }: Cell): number {
  return memory * most + byte;
}
