// A thread's waits for cells of shared memory: records them, and tells the other threads that it is blocked.

import type { Cell } from "../../trace/events/events.ts";
import { apply, EnginePromise, toNumber } from "../engine/kept.ts";
import type { WaitAsyncResult, WaitGiven, WaitResult } from "./atomics.ts";
import type { Locks } from "./locks.ts";
import type { Memories } from "./memories.ts";
import { causeInHelper, type ThreadSelf } from "./thread-self.ts";
import type { ThreadTurns } from "./thread-turns.ts";

// Kept, because the program may replace them.
const { load, wait: engineWait } = Atomics;
const { then } = Promise.prototype;
const Integers = Int32Array;

/** What this file needs of a thread's turns. */
type Turns = Pick<ThreadTurns, "time" | "block" | "waitAsync">;

/** The waits of one thread. */
export class ThreadWaits {
  readonly #self: ThreadSelf;
  readonly #memories: Memories;
  readonly #locks: Locks;
  readonly #turns: Turns | undefined;

  /** @param turns only for a run with a seed: then waits are not the engine's, but turns of others */
  constructor(self: ThreadSelf, memories: Memories, locks: Locks, turns?: Turns) {
    this.#turns = turns;
    this.#self = self;
    this.#memories = memories;
    this.#locks = locks;
  }

  /** Calls `wait`, which may block the thread. See WaitingOptions. */
  around(given: WaitGiven, limit: number | undefined, wait: () => WaitResult): WaitResult {
    const [array, index, value] = given;
    const on = this.#memories.cellOf(array, index);
    if (!on) return wait();
    // Nothing happens then, and nothing is to be told.
    if (array instanceof Integers && typeof value === "number" && load(array, index) !== (value | 0))
      return "not-equal";
    const turns = this.#turns;
    return this.#wait(on, limit, turns ? () => waitInTurns(turns, on, given, limit) : wait);
  }

  #wait(on: Cell, limit: number | undefined, wait: () => WaitResult): WaitResult {
    const { shared, thread, record, flush, stir } = this.#self;
    this.#locks.tellHeld();
    const isTold = shared.tellsFact();
    const limited = limit === undefined ? {} : { limit };
    if (isTold) record({ kind: "block", worker: thread, on, ...limited, ...causeInHelper(this.#self) });
    stir();
    flush();
    shared.block(thread, on, limit === undefined);
    let how: WaitResult | undefined;
    try {
      how = wait();
    } finally {
      const by = shared.unblock(thread);
      if (how === "ok" && !this.#turns) shared.countWoken(-1);
      const waker = how === "ok" && by !== undefined ? { by } : {};
      if (isTold) record({ kind: "wake", worker: thread, how: how ?? "not-equal", ...waker });
    }
    return how;
  }

  /** Calls `wait`, which begins an asynchronous wait. In a run with a seed, the wait is not the engine's. */
  aroundAsync(
    given: WaitGiven,
    limit: number | undefined,
    wait: (limit: number | undefined) => WaitAsyncResult,
  ): WaitAsyncResult {
    const turns = this.#turns;
    if (!turns) return wait(limit);
    // The engine looks at the cell, and refuses what is none.
    const now = wait(0);
    const on = this.#memories.cellOf(given[0], given[1]);
    if (now.async || now.value === "not-equal" || limit === 0 || !on) return now;
    const value = new EnginePromise<string>((resolve) => {
      turns.waitAsync(on, limit, resolve);
    });
    return { async: true, value };
  }

  /** An asynchronous wait has begun. Returns the cell that it is for. */
  begins([array, index]: WaitGiven, promise: Promise<string>): Cell | undefined {
    const { shared } = this.#self;
    // In turns, those that are notified are counted in another way (thread-turns.ts).
    if (!this.#turns) void apply(then, promise, [(how: string) => how === "ok" && shared.countWoken(-1)]);
    return this.#memories.cellOf(array, index);
  }

  /** Calls `notify`, and tells those that wait for the cell who has woken them. */
  readonly aroundNotify = (array: unknown, index: unknown, count: unknown, notify: () => number): number => {
    const { shared, thread, flush } = this.#self;
    const cell = this.#memories.cellOf(array, index);
    if (cell) shared.notifies(thread, cell);
    if (cell && this.#turns)
      return shared.turns.wake(cell, count === undefined ? Number.POSITIVE_INFINITY : toNumber(count));
    const woken = notify();
    if (woken === 0) return woken;
    shared.countWoken(woken);
    flush();
    return woken;
  };
}

/**
 * Waits while other threads have their turns. Where the wait was recorded, another thread may have had its turn, changed
 * the cell and notified nobody. So the engine looks at the cell once more, without waiting.
 */
function waitInTurns(turns: Turns, on: Cell, given: WaitGiven, limit = Number.NaN): WaitResult {
  const [array, index, value] = given;
  if (engineWait(array, index, value, 0) === "not-equal") return "not-equal";
  return turns.block(on, turns.time() + limit) ? "ok" : "timed-out";
}
