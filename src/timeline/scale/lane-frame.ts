// The fields that all lanes share, and the facts about the picture that lanes need.

import type { AxisPlace } from "./axis-map.ts";
import type { KnownRun } from "./known-run.ts";
import type { LabelColumn, LaneLabel } from "./lane-label.ts";
import type { LaneLook, Looks } from "./looks.ts";

/** The fields that all lanes share, except notes. */
export interface LaneBase extends LaneLabel {
  /** Unique within the run and stable from frame to frame. */
  readonly key: string;
  readonly look: LaneLook;
  /** Returns the tooltip. */
  readonly title: () => string;
  readonly y: number;
  readonly height: number;
  readonly barHeight: number;
  /** Right end of the lane's drawing. */
  readonly right: number;
}

/** The facts about the picture that a lane needs. */
export interface LaneFrame extends LabelColumn {
  readonly x: AxisPlace;
  /** The last known time of the run. */
  readonly untilX: number;
  /** Position of the run's end line. */
  readonly endX: number;
  /** Right end of the axis. */
  readonly plotRight: number;
}

/** The facts that all lanes of a run share. */
export interface TaskSurroundings extends KnownRun {
  readonly looks: Looks;
  readonly frame: LaneFrame;
}

/** Returns where something ends. If it goes on, that is the last known time of the run. */
export function endIn({ x, untilX }: LaneFrame, t: number | undefined, seq: number | undefined): number {
  return t === undefined ? untilX : x(t, seq);
}

/** Returns the height of a lane's bar. */
export function barHeight(laneHeight: number): number {
  return Math.max(Math.min(6, laneHeight - 1.5), Math.round(laneHeight * 0.72));
}
