// Which cells the threads of a run hold as locks, in the run's part of the shared memory: another thread may release them.

import { mostHeld, mostThreads, sharedMemory } from "../../protocol/threads.ts";
import type { Cell, WorkerId } from "../../trace/events/events.ts";
import { min } from "../engine/kept.ts";

// Kept, because the program may replace them.
const { add, load, store, compareExchange } = Atomics;
const { places } = sharedMemory;

/** Where the shared memory says that a thread holds a lock. */
type HeldAt = number;

/** The locks that the threads of one run hold and the trace has. */
export class SharedLocks {
  readonly #places: Int32Array<SharedArrayBuffer>;

  constructor(part: Int32Array<SharedArrayBuffer>) {
    this.#places = part;
  }

  /** True if any thread holds a lock. */
  get areHeld(): boolean {
    return load(this.#places, places.held) > 0;
  }

  /** A thread has taken a lock. Returns `undefined` if it holds so many that another thread does not see this one. */
  keep(thread: WorkerId, { memory, byte }: Cell): HeldAt | undefined {
    for (let index = 0; index < mostHeld; index += 1) {
      const at = thread * mostHeld + index;
      if (load(this.#places, places.locks + at) !== 0) continue;
      store(this.#places, places.lockBytes + at, byte);
      store(this.#places, places.locks + at, memory + 1);
      add(this.#places, places.held, 1);
      return at;
    }
    return undefined;
  }

  /** True if nobody has released the lock of the cell that was kept there. */
  isKept(at: HeldAt, { memory, byte }: Cell): boolean {
    return (
      load(this.#places, places.locks + at) === memory + 1 &&
      load(this.#places, places.lockBytes + at) === byte
    );
  }

  /** Returns true if nobody has released the lock yet. From then on it counts as released. */
  release(at: HeldAt, cell: Cell): boolean {
    const { memory } = cell;
    if (!this.isKept(at, cell)) return false;
    if (compareExchange(this.#places, places.locks + at, memory + 1, 0) !== memory + 1) return false;
    add(this.#places, places.held, -1);
    return true;
  }

  /** The same for the lock of a cell, whoever holds it. */
  releaseCell(cell: Cell): boolean {
    const last = min(load(this.#places, places.threads), mostThreads);
    for (let at = 0; at < (last + 1) * mostHeld; at += 1) if (this.release(at, cell)) return true;
    return false;
  }
}
