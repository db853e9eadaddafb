// The asynchronous waits of a run with a seed (Atomics.waitAsync), in the run's part of the shared memory.

import { mostAsyncWaits, sharedMemory } from "../../protocol/threads.ts";
import type { Cell, WorkerId } from "../../trace/events/events.ts";

// Kept, because the program may replace them.
const { add, load, store } = Atomics;
const { places } = sharedMemory;

/** What has become of a wait. Its place may be used again while it is free. */
const states = { free: 0, waiting: 1, notified: 2 } as const;

const tooMany = `At most ${mostAsyncWaits} asynchronous waits (Atomics.waitAsync) may go on at once in threads in turns.`;

/** Every method is called by the thread that has control. A wait is known by its place, from 0. */
export class AsyncWaits {
  readonly #places: Int32Array<SharedArrayBuffer>;
  readonly #isAlive: (thread: WorkerId) => boolean;

  /** @param isAlive tells whether a thread still runs: one that has ended leaves its waits behind */
  constructor(part: Int32Array<SharedArrayBuffer>, isAlive: (thread: WorkerId) => boolean) {
    this.#places = part;
    this.#isAlive = isAlive;
  }

  /**
   * Begins a wait of a thread for a cell.
   * @param since the number of the wait: those with the smallest one are notified first
   * @throws an Error with a sentence if there are too many
   */
  begin(thread: WorkerId, { memory, byte }: Cell, since: number): number {
    const wait = this.#find(
      (each) => this.#at(places.asyncStates, each) === states.free || this.#isLeft(each),
    );
    if (wait === undefined) throw new Error(tooMany);
    store(this.#places, places.asyncThreads + wait, thread);
    store(this.#places, places.asyncMemory + wait, memory);
    store(this.#places, places.asyncByte + wait, byte);
    store(this.#places, places.asyncSince + wait, since);
    store(this.#places, places.asyncStates + wait, states.waiting);
    return wait;
  }

  /** Ends a wait that nobody has notified. Returns false if somebody has. */
  giveUp(wait: number): boolean {
    if (this.#at(places.asyncStates, wait) !== states.waiting) return false;
    store(this.#places, places.asyncStates + wait, states.free);
    return true;
  }

  /** Returns the wait for a cell that has begun first, of the threads that still run. */
  first({ memory, byte }: Cell): number | undefined {
    return this.#find(
      (wait) =>
        this.#at(places.asyncStates, wait) === states.waiting &&
        this.#at(places.asyncMemory, wait) === memory &&
        this.#at(places.asyncByte, wait) === byte &&
        !this.#isLeft(wait),
    );
  }

  /** The number that the wait was begun with. */
  since(wait: number): number {
    return this.#at(places.asyncSince, wait);
  }

  notify(wait: number): void {
    store(this.#places, places.asyncStates + wait, states.notified);
    this.countAwaited(this.#at(places.asyncThreads, wait), 1);
  }

  /** So many waits of the thread will end, or (if negative) have ended. The run is not over before. */
  countAwaited(thread: WorkerId, change: number): void {
    add(this.#places, places.awaited + thread, change);
  }

  /** True if a wait of the thread has been notified and not been taken. */
  hasNotified(thread: WorkerId): boolean {
    // Most threads have none: then this costs next to nothing.
    return this.#at(places.awaited, thread) > 0 && this.#notified(thread) !== undefined;
  }

  /** Ends the first wait of the thread that has been notified, and returns it. */
  take(thread: WorkerId): number | undefined {
    const wait = this.#notified(thread);
    if (wait !== undefined) store(this.#places, places.asyncStates + wait, states.free);
    return wait;
  }

  #notified(thread: WorkerId): number | undefined {
    return this.#find(
      (wait) =>
        this.#at(places.asyncStates, wait) === states.notified &&
        this.#at(places.asyncThreads, wait) === thread,
    );
  }

  #isLeft(wait: number): boolean {
    return !this.#isAlive(this.#at(places.asyncThreads, wait));
  }

  /** Returns the wait that has begun first, of those that fit. */
  #find(fits: (wait: number) => boolean): number | undefined {
    let first: number | undefined;
    for (let wait = 0; wait < mostAsyncWaits; wait += 1)
      if (fits(wait) && (first === undefined || this.since(wait) < this.since(first))) first = wait;
    return first;
  }

  #at(place: number, wait: number): number {
    return load(this.#places, place + wait);
  }
}
