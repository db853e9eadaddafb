// Keeps the newest lane of a picture in view unless the viewer has scrolled away from it.

import type { Trace } from "../../trace/trace.ts";
import type { TimelineFrame } from "../drawing/timeline-frame.ts";
import type { LaneExtent, TimelineLayout } from "../picture/layout.ts";
import type { View } from "../scale/view.ts";
import type { Viewing } from "./viewing.ts";

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

/** Lays a picture out as far scrolled as it has to be. */
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
   * The picture may have become lower than it was scrolled, and there may be a newer lane to be seen.
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
   * The viewer has scrolled.
   * @returns whether that makes another picture
   */
  scroll(top: number, room: number): boolean {
    if (Math.abs(top - this.#viewing.view.top) < 1) return false;
    this.#viewing.scrollTo(top);
    this.#follow.scrolled(top, room - this.#covered);
    return true;
  }
}

/** The scroll position nearest to `top` at which the lane is seen in a height of `room`. */
export function nearestTop({ top: laneTop, bottom }: LaneExtent, top: number, room: number): number {
  return Math.min(laneTop, Math.max(top, bottom - room));
}
