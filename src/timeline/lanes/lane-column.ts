// Where the lanes of a run stand, one below the other, without walking through all of them. Pure; slide units.

import { lastBefore } from "../../trace/events/lists.ts";

/** A lane that is not as high as most. */
export interface OddLane {
  readonly index: number;
  readonly height: number;
}

/** Lanes of one height, but for a few. */
export class LaneColumn {
  readonly count: number;
  readonly #height: number;
  readonly #odd: readonly OddLane[];
  /** For each odd lane its upper edge. */
  readonly #tops: readonly number[];

  /** @param odd in the order of their numbers */
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

  /** Upper edge of a lane, from the upper edge of the first; of the number after the last: the lower edge of all. */
  topOf(index: number): number {
    const last = this.#lastOdd(index - 1);
    const odd = this.#odd[last];
    if (!odd) return index * this.#height;
    return (this.#tops[last] ?? 0) + odd.height + (index - odd.index - 1) * this.#height;
  }

  /** The lanes that reach into the height from `top` to `bottom`: the first, and the one after the last. */
  within(top: number, bottom: number): { readonly first: number; readonly end: number } {
    const first = this.#at(top);
    return { first, end: Math.max(first, Math.min(this.count, this.#at(bottom) + 1)) };
  }

  /** The lane at a height; the first or the last where there is none. */
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
