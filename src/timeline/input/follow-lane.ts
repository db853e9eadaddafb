// Keeps the newest lane of a picture in view unless the viewer has scrolled away from it.

import type { Trace } from "../../trace/trace.ts";
import type { LaneExtent } from "../picture/layout.ts";

/** Decides how far the lanes are scrolled. What the viewer begins is followed again: a run, or an entry at the prompt. */
export class LaneFollow {
  #trace: Trace | undefined;
  #entries = 0;
  #newest: LaneExtent | undefined;
  #following = true;

  /**
   * @param newest undefined where there is nothing to follow
   * @param top how far the lanes are scrolled
   * @param room height of the area
   * @returns how far they should be
   */
  topFor(newest: LaneExtent | undefined, trace: Trace | undefined, top: number, room: number): number {
    const isOther = trace !== this.#trace;
    const entries = trace?.prompts.length ?? 0;
    if (isOther || entries > this.#entries) this.#following = true;
    this.#trace = trace;
    this.#entries = entries;
    this.#newest = newest;
    const from = isOther ? 0 : top;
    return newest && this.#following ? nearestTop(newest, from, room) : from;
  }

  /** The viewer has scrolled. */
  scrolled(top: number, room: number): void {
    const newest = this.#newest;
    this.#following = !newest || Math.abs(nearestTop(newest, top, room) - top) < 1;
  }
}

/** The scroll position nearest to `top` at which the lane is seen in a height of `room`. */
export function nearestTop({ top: laneTop, bottom }: LaneExtent, top: number, room: number): number {
  return Math.min(laneTop, Math.max(top, bottom - room));
}
