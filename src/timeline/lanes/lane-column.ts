// Calculates the positions of a run's lanes, one below the other, without a walk through all of them. Pure; slide
// units.

import { lastBefore } from "../../trace/events/lists.ts";

/** A lane whose height differs from most. */
export interface OddLane {
  readonly index: number;
  readonly height: number;
}

/** A column of lanes that all have one height, except for a few. */
export class LaneColumn {
  readonly count: number;
  readonly #height: number;
  readonly #odd: readonly OddLane[];
  /** Top of each odd lane. */
  readonly #tops: readonly number[];

  /** @param odd in the order of their indexes */
  constructor(count: number, height: number, odd: readonly OddLane[]) {
    this.count = count;
    this.#height = height;
    this.#odd = odd;
    let shift = 0;
    this.#tops = odd.map(({ index, height: own }) => {
      const top = index * height + shift;
      shift += own - height;
      return top;
    });
  }

  get height(): number {
    return this.topOf(this.count);
  }

  heightOf(index: number): number {
    const odd = this.#odd[this.#lastOdd(index)];
    return odd?.index === index ? odd.height : this.#height;
  }

  /**
   * Returns the top of a lane, measured from the top of the first lane. `topOf(count)` is the bottom of the last lane.
   */
  topOf(index: number): number {
    const last = this.#lastOdd(index - 1);
    const odd = this.#odd[last];
    if (!odd) return index * this.#height;
    return (this.#tops[last] ?? 0) + odd.height + (index - odd.index - 1) * this.#height;
  }

  /**
   * Returns the lanes that are at least partly between `top` and `bottom`: the index of the first, and the index after
   * the last.
   */
  within(top: number, bottom: number): { readonly first: number; readonly end: number } {
    const first = this.#at(top);
    return { first, end: Math.max(first, Math.min(this.count, this.#at(bottom) + 1)) };
  }

  /** Returns the index of the lane at a height; the nearest one if there is none. */
  #at(y: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.topOf(middle + 1) > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #lastOdd(index: number): number {
    return lastBefore(this.#odd, (odd) => odd.index > index);
  }
}
