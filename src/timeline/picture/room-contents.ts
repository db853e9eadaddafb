// Calculates what the runs of a picture need space for: lanes, labels and rows below. Pure; slide units.

import type { LaneItem } from "../lanes/lane-items.ts";
import type { LaneList } from "../lanes/lane-list.ts";
import { lockLook } from "../lanes/lock-lane.ts";
import { timersLook } from "../lanes/timers-lane.ts";
import type { Contents, LaneCounts } from "../scale/dimensions.ts";
import { characterWidth, drawingWidth, indentation, labelWidth, longestLabel } from "../scale/lane-label.ts";
import { type Looks, promptLook } from "../scale/looks.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { totalTextWidth } from "./end-line.ts";

interface RunLanes {
  readonly run: TimelineRun;
  readonly lanes: LaneList;
}

/** The most labels per run that are measured. Measuring all labels in every frame would cost too much. */
const mostLabels = 200;

/** @param end end of the axis, in milliseconds */
export function roomContents(runs: readonly RunLanes[], looks: Looks, end: number): Contents {
  const items = runs.flatMap(({ lanes }) => lanes.items.slice(0, mostLabels));
  const traces = runs.map(({ run }) => run.trace);
  return {
    runs: runs.length,
    lanes: runs.map(({ lanes }) => lanes.counts).reduce(addCounts, { loop: 0, main: 0, full: 0 }),
    labelWidth: items.reduce((most, item) => Math.max(most, widthOf(item, looks)), 0),
    totalWidth: totalTextWidth(looks.times.text(end)),
    longestHeading: Math.max(0, ...runs.map(({ run }) => run.label.length)),
    hasFlight: traces.some(({ requests }) => requests.length > 0),
    hasBounds: traces.some(({ requests, timers }) => requests.length + timers.length > 1),
  };
}

// For a call about an animal, the longest possible name is reserved, so that the column does not move when a later call
// has a longer name.
function widthOf(item: LaneItem, looks: Looks): number {
  switch (item.kind) {
    case "request":
      return labelWidth(looks.request(item.span), item.depth);
    case "task": {
      const look = looks.task(item.span);
      if (!look.symbol) return labelWidth(look, item.depth);
      return indentation(item.depth) + drawingWidth + longestLabel * characterWidth;
    }
    case "prompt":
      return labelWidth(promptLook, item.depth);
    case "thread":
      return labelWidth(looks.thread(item.thread), item.depth);
    case "lock":
      return labelWidth(lockLook(item.lock), item.depth);
    case "timers":
      return labelWidth(timersLook(item, looks), item.depth);
    case "loop":
    case "note":
      return 0;
    default:
      return item satisfies never;
  }
}

function addCounts(one: LaneCounts, other: LaneCounts): LaneCounts {
  return { loop: one.loop + other.loop, main: one.main + other.main, full: one.full + other.full };
}
