// What lanes have in common, and what they need to know of the picture that they are part of.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
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
  readonly x: (t: number) => number;
  /** From where on something is seen of the axis, in milliseconds. */
  readonly from: number;
  /** Up to where the run is known, in milliseconds. */
  readonly until: number;
  /** Where the run's end line stands. */
  readonly endX: number;
  /** Where the axis ends. */
  readonly plotRight: number;
}

/** What the lanes of a run's tasks have in common. */
export interface TaskSurroundings {
  readonly trace: Trace;
  readonly looks: Looks;
  readonly frame: LaneFrame;
  /** The run as it was, for words: what is drawn may have been moved, so that its order can be seen. */
  readonly told: ToldRun;
}

/** What words tell of a run. */
export interface ToldRun {
  readonly trace: Trace;
  /** Up to where the run is known, in milliseconds. */
  readonly until: number;
  /** The tasks that can never go on. */
  readonly stuck: ReadonlySet<TaskSpan>;
  readonly times: Times;
}

/** How high the bar of a lane is. */
export function barHeight(laneHeight: number): number {
  return Math.max(Math.min(6, laneHeight - 1.5), Math.round(laneHeight * 0.72));
}
