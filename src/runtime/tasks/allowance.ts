// Lets things happen in a burst, and at a steady rate after it.

import { min } from "../engine/kept.ts";

/** Keeps at most `capacity` permits, all of them at first, and earns `perMillisecond` of them. */
export class Allowance {
  readonly #capacity: number;
  readonly #perMillisecond: number;
  #permits: number;
  #counted = 0;

  constructor(capacity: number, perMillisecond: number) {
    this.#capacity = capacity;
    this.#perMillisecond = perMillisecond;
    this.#permits = capacity;
  }

  /** How many had been taken, and not been earned again, when some were last asked for. */
  get taken(): number {
    return this.#capacity - this.#permits;
  }

  /** Takes `count` permits, at most the capacity; false when there are not so many at time `now`. */
  take(now: number, count = 1): boolean {
    this.#permits = min(this.#capacity, this.#permits + (now - this.#counted) * this.#perMillisecond);
    this.#counted = now;
    if (this.#permits < count) return false;
    this.#permits -= count;
    return true;
  }
}
