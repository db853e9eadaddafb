// A priority queue of pending timers, in the order in which they fire.

import { KeptMap, type List, list, pop } from "../engine/kept.ts";
import type { TimerHandle, TimerUse } from "./clock.ts";

/** A timer that has not fired yet. `due` is in milliseconds since the run began. */
export interface PendingTimer {
  readonly handle: TimerHandle;
  readonly due: number;
  readonly use: TimerUse;
  readonly callback: () => void;
}

/** A binary heap: to add, remove or take one of n timers costs O(log n). */
export class TimerQueue {
  readonly #heap: List<PendingTimer> = list();
  /** The index of each timer in the heap. */
  readonly #places = new KeptMap<TimerHandle, number>();
  readonly #counts = { event: 0, signal: 0, upkeep: 0 };
  #handles = 0;

  /** Adds a timer that is due at the time `due`. */
  add(callback: () => void, due: number, use: TimerUse): TimerHandle {
    this.#handles += 1;
    this.#counts[use] += 1;
    this.#rise(this.#heap.length, { handle: this.#handles, due, use, callback });
    return this.#handles;
  }

  /** Removes a timer. Does nothing if it is no longer pending. */
  remove(handle: TimerHandle): void {
    const place = this.#places.get(handle);
    const timer = place === undefined ? undefined : this.#heap[place];
    if (place === undefined || !timer) return;
    this.#counts[timer.use] -= 1;
    this.#places.delete(handle);
    const last = pop(this.#heap);
    if (!last || last === timer) return;
    // The last timer takes the place of the removed one. It may belong further up or further down.
    this.#sink(place, last);
    this.#rise(this.#places.get(last.handle) ?? place, last);
  }

  /** The timer that fires next; `undefined` if there is none. */
  get first(): PendingTimer | undefined {
    return this.#heap[0];
  }

  /** Removes and returns the timer that fires next; `undefined` if there is none. */
  take(): PendingTimer | undefined {
    const { first } = this;
    if (first) this.remove(first.handle);
    return first;
  }

  /** Returns the number of pending timers of one use. */
  count(use: TimerUse): number {
    return this.#counts[use];
  }

  #rise(from: number, timer: PendingTimer): void {
    let place = from;
    while (place > 0) {
      const parentPlace = (place - 1) >> 1;
      const parent = this.#heap[parentPlace];
      if (!parent || isBefore(parent, timer)) break;
      this.#put(place, parent);
      place = parentPlace;
    }
    this.#put(place, timer);
  }

  #sink(from: number, timer: PendingTimer): void {
    let place = from;
    for (;;) {
      const childPlace = this.#earlierChild(place);
      const child = this.#heap[childPlace];
      if (!child || isBefore(timer, child)) break;
      this.#put(place, child);
      place = childPlace;
    }
    this.#put(place, timer);
  }

  #earlierChild(place: number): number {
    const left = this.#heap[2 * place + 1];
    const right = this.#heap[2 * place + 2];
    return left && right && isBefore(right, left) ? 2 * place + 2 : 2 * place + 1;
  }

  #put(place: number, timer: PendingTimer): void {
    this.#heap[place] = timer;
    this.#places.set(timer.handle, place);
  }
}

function isBefore(one: PendingTimer, other: PendingTimer): boolean {
  return one.due < other.due || (one.due === other.due && one.handle < other.handle);
}
