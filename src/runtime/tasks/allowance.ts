// Limits a rate: allows a burst, then a steady rate (a token bucket).

import { min } from "../engine/kept.ts";

/**
 * A token bucket. It holds at most `capacity` permits, is full at first, and gains `perMillisecond` permits each
 * millisecond.
 */
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

  /** How many permits were missing from the full capacity when `take` was last called. */
  get taken(): number {
    return this.#capacity - this.#permits;
  }

  /** Takes `count` permits (at most the capacity). Returns false, and takes none, if there are fewer at time `now`. */
  take(now: number, count = 1): boolean {
    this.#permits = min(this.#capacity, this.#permits + (now - this.#counted) * this.#perMillisecond);
    this.#counted = now;
    if (this.#permits < count) return false;
    this.#permits -= count;
    return true;
  }
}
