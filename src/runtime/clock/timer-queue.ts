// Pending timers in the order in which they call back: cheap however many there are.

import type { TimerHandle, TimerUse } from "./clock.ts";

export interface PendingTimer {
  readonly handle: TimerHandle;
  readonly due: number;
  readonly use: TimerUse;
  readonly callback: () => void;
}

/** A binary heap: setting, clearing and taking a timer costs the logarithm of their number. */
export class TimerQueue {
  readonly #heap: PendingTimer[] = [];
  /** Where in the heap a timer stands. */
  readonly #places = new Map<TimerHandle, number>();
  readonly #counts = { event: 0, signal: 0, upkeep: 0 };
  #handles = 0;

  add(callback: () => void, due: number, use: TimerUse): TimerHandle {
    this.#handles += 1;
    this.#counts[use] += 1;
    this.#rise(this.#heap.length, { handle: this.#handles, due, use, callback });
    return this.#handles;
  }

  /** Does nothing where the timer is not pending any more. */
  remove(handle: TimerHandle): void {
    const place = this.#places.get(handle);
    const timer = place === undefined ? undefined : this.#heap[place];
    if (place === undefined || !timer) return;
    this.#counts[timer.use] -= 1;
    this.#places.delete(handle);
    const last = this.#heap.pop();
    if (!last || last === timer) return;
    // It may belong further up or further down than the one that it replaces.
    this.#sink(place, last);
    this.#rise(this.#places.get(last.handle) ?? place, last);
  }

  /** The next to call back. */
  get first(): PendingTimer | undefined {
    return this.#heap[0];
  }

  /** Removes the next to call back. */
  take(): PendingTimer | undefined {
    const { first } = this;
    if (first) this.remove(first.handle);
    return first;
  }

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
    const [left, right] = [this.#heap[2 * place + 1], this.#heap[2 * place + 2]];
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
