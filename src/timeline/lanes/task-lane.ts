// Geometry of a task's lane: bar, marks and words. Pure; slide units.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import { barHeight, type LaneBase, type TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel, lowestLaneWithWords, type TextSpot } from "../scale/lane-label.ts";
import { laneClass } from "../scale/looks.ts";
import { barWords, neverSpot, wordSizeIn } from "./bar-words.ts";
import { type EndMark, markRight } from "./end-mark.ts";
import { taskMarks } from "./task-marks.ts";
import { distinctStretches, type TaskParts, taskParts } from "./task-parts.ts";
import { taskTitle } from "./task-words.ts";

export interface TaskLane extends LaneBase {
  readonly kind: "task";
  readonly parts: TaskParts;
  /** Where the open end of the last part is; undefined if the task has ended. */
  readonly openAt: number | undefined;
  /** Words inside the bar: what the task waits for, and "ready". */
  readonly words: readonly TextSpot[];
  readonly wordSize: number;
  /** Set if the task is stuck for ever. */
  readonly never: TextSpot | undefined;
  readonly marks: readonly EndMark[];
}

export function taskLane(span: TaskSpan, spot: LaneSpot, around: TaskSurroundings): TaskLane {
  const { frame, looks, stuck } = around;
  const look = looks.task(span);
  const distinct = distinctStretches(span, frame);
  const parts = taskParts(span, distinct, around.trace, frame);
  const bar = barHeight(spot.height);
  const wordSize = wordSizeIn(bar);
  const never = stuck.has(span) && wordSize !== undefined ? neverSpot(frame) : undefined;
  const marks = taskMarks(span, distinct, spot.height, around);
  const last = marks.at(-1);
  return {
    kind: "task",
    key: `task-${span.task}`,
    look: { ...look, className: laneClass(look, span) },
    title: () => taskTitle(span, look, around),
    y: spot.y,
    height: spot.height,
    barHeight: bar,
    ...laneLabel(look, spot, frame, span.kind === "main" ? lowestLaneWithWords.slim : undefined),
    parts,
    openAt: span.end === undefined ? frame.untilX : undefined,
    words: wordSize === undefined ? [] : barWords(parts, never, marks, wordSize, around),
    wordSize: wordSize ?? 0,
    never,
    marks,
    right: last && span.end !== undefined ? markRight(last) : frame.untilX,
  };
}
