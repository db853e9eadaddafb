// What lanes have in common, and what they need to know of the picture that they are part of.

import type { AxisPlace } from "./axis-map.ts";
import type { KnownRun } from "./known-run.ts";
import type { LabelColumn, LaneLabel } from "./lane-label.ts";
import type { LaneLook, Looks } from "./looks.ts";

/** What all lanes that show something over time have in common. */
export interface LaneBase extends LaneLabel {
  /** Unique within the run and stable from frame to frame. */
  readonly key: string;
  readonly look: LaneLook;
  /** The tooltip. */
  readonly title: () => string;
  readonly y: number;
  readonly height: number;
  readonly barHeight: number;
  /** Where the lane's drawing ends on the right. */
  readonly right: number;
}

/** What a lane needs to know of the picture that it is part of. */
export interface LaneFrame extends LabelColumn {
  readonly x: AxisPlace;
  /** Up to where the run is known. */
  readonly untilX: number;
  /** Where the run's end line stands. */
  readonly endX: number;
  /** Where the axis ends. */
  readonly plotRight: number;
}

/** What the lanes of a run's tasks have in common. */
export interface TaskSurroundings extends KnownRun {
  readonly looks: Looks;
  readonly frame: LaneFrame;
}

/** Where something ends; what goes on does so up to where the run is known. */
export function endIn({ x, untilX }: LaneFrame, t: number | undefined, seq: number | undefined): number {
  return t === undefined ? untilX : x(t, seq);
}

/** How high the bar of a lane is. */
export function barHeight(laneHeight: number): number {
  return Math.max(Math.min(6, laneHeight - 1.5), Math.round(laneHeight * 0.72));
}
