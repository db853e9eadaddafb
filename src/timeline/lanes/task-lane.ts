// Geometry of a task's lane: bar, marks and words. Pure; slide units.

import type { TaskId } from "../../trace/events/events.ts";
import type { TaskSpan } from "../../trace/fold/tasks.ts";
import { barWords, type LaneWords, neverSpot, wordSizeIn } from "../bars/bar-words.ts";
import { type EndMark, markRight } from "../bars/end-mark.ts";
import { withTurnsOf } from "../bars/folded-turns.ts";
import { distinctStretches, type TaskParts, taskParts } from "../bars/task-parts.ts";
import { barHeight, type LaneBase, type TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel, lowestLaneWithWords } from "../scale/lane-label.ts";
import { laneClass, lookInThread } from "../scale/looks.ts";
import { taskMarks } from "./task-marks.ts";
import { taskTitle } from "./task-words.ts";

export interface TaskLane extends LaneBase, LaneWords {
  readonly kind: "task";
  readonly parts: TaskParts;
  /** Where the open end of the last part is; undefined if the task has ended. */
  readonly openAt: number | undefined;
  readonly marks: readonly EndMark[];
}

/** @param hidden the tasks that are folded into the lane: it shows when they have control, too */
export function taskLane(
  span: TaskSpan,
  spot: LaneSpot,
  around: TaskSurroundings,
  hidden: ReadonlySet<TaskId> = new Set(),
): TaskLane {
  const { frame, looks, stuck } = around;
  const thread = span.worker === undefined ? undefined : around.trace.threadOf(span.worker);
  const look = lookInThread(span, thread, looks);
  const distinct = distinctStretches(span, frame);
  const own = taskParts(span, distinct, around.trace, frame);
  const parts = hidden.size === 0 ? own : withTurnsOf(own, span, hidden, around);
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
