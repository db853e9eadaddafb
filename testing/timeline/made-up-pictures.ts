// Lays out made-up runs for the timeline's tests.

import type { TaskLane } from "../../src/timeline/lanes/task-lane.ts";
import type { GroupLayout } from "../../src/timeline/picture/group.ts";
import { layoutTimeline, type TimelineLayout } from "../../src/timeline/picture/layout.ts";
import type { Size } from "../../src/timeline/scale/dimensions.ts";
import type { TimelineRun } from "../../src/timeline/scale/runs.ts";
import { looks } from "./made-up-runs.ts";

export const wide: Size = { width: 1180, height: 260 };

export function picture(runs: readonly TimelineRun[], now?: number, size = wide): TimelineLayout {
  return layoutTimeline(runs, now, looks, size);
}

/** The picture of a single run. */
export function groupOf(run: TimelineRun, now?: number, size = wide): GroupLayout {
  const [group] = picture([run], now, size).groups;
  if (!group) throw new Error("The picture of a run has no group.");
  return group;
}

/** The lane with this key, for example "task-1" or "prompt". */
export function taskLaneOf({ lanes }: GroupLayout, key: string): TaskLane {
  const found = lanes.filter((lane) => lane.key === key);
  const [lane] = found;
  if (found.length !== 1 || lane?.kind !== "task")
    throw new Error(`There are ${found.length} lanes "${key}".`);
  return lane;
}
