// Keeps the newest lane of a picture in view, unless the viewer has scrolled away from it.

import type { Trace } from "../../trace/trace.ts";
import type { TimelineFrame } from "../drawing/timeline-frame.ts";
import type { LaneExtent, TimelineLayout } from "../picture/layout.ts";
import type { View } from "../scale/view.ts";
import type { Viewing } from "./viewing.ts";

/**
 * Decides how far the lanes are scrolled. Following starts again when the viewer starts a run or enters something at
 * the prompt.
 */
export class LaneFollow {
  #trace: Trace | undefined;
  #entries = 0;
  #newest: LaneExtent | undefined;
  #following = true;

  /**
   * @param newest undefined if there is nothing to follow
   * @param top the present scroll position
   * @param room height of the area
   * @returns the wanted scroll position
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

  /** Call this when the viewer has scrolled. */
  scrolled(top: number, room: number): void {
    const newest = this.#newest;
    this.#following = !newest || Math.abs(nearestTop(newest, top, room) - top) < 1;
  }
}

/** Lays out a picture at the scroll position that keeps the newest lane in view. */
export class FollowedLayout {
  readonly #frame: TimelineFrame;
  readonly #viewing: Viewing;
  readonly #follow = new LaneFollow();
  #covered = 0;

  constructor(frame: TimelineFrame, viewing: Viewing) {
    this.#frame = frame;
    this.#viewing = viewing;
  }

  /**
   * Lays out, and lays out again if the scroll position has to change: the picture may be lower than it was, or may
   * have a newer lane.
   * @param trace of the run whose lanes are followed
   * @param room height of the area
   */
  fit(layOut: (view: View) => TimelineLayout, trace: Trace | undefined, room: number): TimelineLayout {
    const layout = layOut(this.#viewing.view);
    this.#frame.setHeights(layout.height, room);
    const { top } = this.#viewing.view;
    const wanted = this.#follow.topFor(layout.newest, trace, top, room - layout.covered);
    const inside = Math.max(0, Math.min(wanted, layout.height - room));
    const isInside = Math.abs(inside - top) < 1;
    if (!isInside) this.#viewing.scrollTo(inside);
    const fitting = isInside ? layout : layOut(this.#viewing.view);
    this.#covered = fitting.covered;
    return fitting;
  }

  /**
   * Call this when the viewer has scrolled.
   * @returns true if the picture has to be drawn again
   */
  scroll(top: number, room: number): boolean {
    if (Math.abs(top - this.#viewing.view.top) < 1) return false;
    this.#viewing.scrollTo(top);
    this.#follow.scrolled(top, room - this.#covered);
    return true;
  }
}

/** Returns the scroll position nearest to `top` at which the lane is visible in an area of height `room`. */
export function nearestTop({ top: laneTop, bottom }: LaneExtent, top: number, room: number): number {
  return Math.min(laneTop, Math.max(top, bottom - room));
}
