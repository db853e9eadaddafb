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
}

/**
 * The locks that one thread holds. A thread takes a lock by changing a cell from 0 with compareExchange or exchange, and
 * releases it by making the cell 0 again, by whatever method of Atomics.
 */
export class Locks implements Pick<LockingOptions, "willChange" | "hasChanged"> {
  readonly #self: ThreadSelf;
  readonly #memories: Memories;
  readonly #held = new KeptMap<number, Held>();

  constructor(self: ThreadSelf, memories: Memories) {
    this.#self = self;
    this.#memories = memories;
  }

  /** True if this thread holds a lock. */
  readonly holdsAny = (): boolean => this.#held.size > 0;

  readonly hasChanged = (array: unknown, index: unknown, from: unknown, to: unknown): void => {
    if (from !== free || to === free) return;
    const on = this.#memories.cellOf(array, index);
    if (!on || this.#held.has(keyOf(on))) return;
    const isTold = this.#self.shared.tellsFact();
    this.#held.set(keyOf(on), { on, isTold });
    if (isTold)
      this.#self.record({ kind: "lock-taken", worker: this.#self.thread, on, ...causeInHelper(this.#self) });
  };

  /** Records a release before it happens: who takes the lock next comes later in the order of events. */
  readonly willChange = (array: unknown, index: unknown, value: unknown): void => {
    if (value !== free) return;
    const cell = this.#memories.cellOf(array, index);
    const held = cell && this.#held.get(keyOf(cell));
    if (!held) return;
    this.#held.delete(keyOf(held.on));
    if (!held.isTold) return;
    const { thread, record } = this.#self;
    record({ kind: "lock-released", worker: thread, on: held.on, ...causeInHelper(this.#self) });
  };

  /** Records the held locks that the trace does not have, as it has so many: this thread may keep them for ever. */
  tellHeld(): void {
    const { thread, record, task } = this.#self;
    this.#held.forEach((held) => {
      if (!held.isTold) record({ kind: "lock-taken", worker: thread, task: task(), on: held.on });
      held.isTold = true;
    });
  }
}

/** Buffers have fewer bytes than this. */
const most = 2 ** 40;

function keyOf({ memory, byte }: Cell): number {
  return memory * most + byte;
}
