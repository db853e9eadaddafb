// Keeps the newest lane of a picture in view unless the viewer has scrolled away from it.

import type { Trace } from "../trace/trace.ts";
import type { LaneExtent } from "./layout.ts";

/** Follows the newest lane in `area`. What the viewer begins is followed again: a run, or an entry at the prompt. */
export class LaneFollow {
  readonly #area: HTMLElement;
  #trace: Trace | undefined;
  #entries = 0;
  #newest: LaneExtent | undefined;
  #following = true;
  #top = 0;

  constructor(area: HTMLElement) {
    this.#area = area;
    area.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /**
   * Call after the picture was drawn.
   * @param newest undefined where there is nothing to follow
   * @param room height of the area
   */
  keep(newest: LaneExtent | undefined, trace: Trace | undefined, room: number): void {
    if (trace !== this.#trace) this.#scrollTo(0);
    const entries = trace?.prompts.length ?? 0;
    if (trace !== this.#trace || entries > this.#entries) this.#following = true;
    this.#trace = trace;
    this.#entries = entries;
    this.#newest = newest;
    if (newest && this.#following) this.#scrollTo(nearestTop(newest, this.#top, room));
  }

  #scrollTo(top: number): void {
    if (Math.abs(top - this.#top) < 1) return;
    this.#area.scrollTop = top;
    this.#top = this.#area.scrollTop;
  }

  // What it scrolled itself is heard, too.
  #scrolled(): void {
    const { scrollTop, clientHeight } = this.#area;
    if (Math.abs(scrollTop - this.#top) < 1) return;
    this.#top = scrollTop;
    const newest = this.#newest;
    this.#following = !newest || Math.abs(nearestTop(newest, scrollTop, clientHeight) - scrollTop) < 1;
  }
}

/** The scroll position nearest to `top` at which the lane is seen in a height of `room`. */
export function nearestTop({ top: laneTop, bottom }: LaneExtent, top: number, room: number): number {
  return Math.min(laneTop, Math.max(top, bottom - room));
}
