// The whole picture as numbers: runs, current time and room in; axis, groups and lanes out. Pure; slide units.

import type { RequestSpan } from "../trace/trace.ts";
import { type Contents, dimensions, type Size } from "./dimensions.ts";
import { type GroupLayout, groupLayout, type Picture } from "./group.ts";
import type { LaneLook } from "./lanes.ts";
import { anyRunning, drawnRequests, laneCount, raceRatio, runEnd, type TimelineRun } from "./runs.ts";
import { axisEnd, axisTicks } from "./scale.ts";

export interface TimelineLayout {
  readonly width: number;
  /** Height of everything under the axis; it may be more than there is room for. */
  readonly height: number;
  readonly axisHeight: number;
  readonly plot: { readonly left: number; readonly right: number };
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly groups: readonly GroupLayout[];
}

const tickSpacing = 84;
const mostTicks = 8;

/** @param now current time in milliseconds while something runs, else undefined. */
export function layoutTimeline(
  runs: readonly TimelineRun[],
  now: number | undefined,
  look: (request: RequestSpan) => LaneLook,
  size: Size,
): TimelineLayout {
  const room = dimensions(size, contentsOf(runs, look));
  const longest = Math.max(0, ...runs.map((run) => runEnd(run, now)));
  const last = axisEnd(longest, anyRunning(runs, now));
  const plotWidth = room.plotRight - room.plotLeft;
  const x = (t: number) => room.plotLeft + (Math.min(t, last) / last) * plotWidth;
  const groups = stackGroups(runs, now, { look, x, room, width: size.width });
  return {
    width: size.width,
    height: (groups.at(-1)?.bottom ?? 0) + room.padding,
    axisHeight: room.axisHeight,
    plot: { left: room.plotLeft, right: room.plotRight },
    ticks: axisTicks(last, Math.min(mostTicks, plotWidth / tickSpacing)).map(({ t, text }) => ({
      x: x(t),
      text,
    })),
    groups,
  };
}

function stackGroups(runs: readonly TimelineRun[], now: number | undefined, picture: Picture): GroupLayout[] {
  const ratio = raceRatio(runs);
  const groups: GroupLayout[] = [];
  let y = picture.room.padding;
  for (const run of runs) {
    const ratioText = ratio?.faster === run ? ratio.text : undefined;
    const group = groupLayout(run, runEnd(run, now), ratioText, y, picture);
    groups.push(group);
    y = group.bottom + picture.room.gap;
  }
  return groups;
}

function contentsOf(runs: readonly TimelineRun[], look: Picture["look"]): Contents {
  const labels = runs.flatMap((run) => drawnRequests(run).map((request) => look(request).label.length));
  return {
    runs: runs.length,
    lanes: runs.reduce((sum, run) => sum + laneCount(run), 0),
    longestLabel: Math.max(0, ...labels),
    longestHeading: Math.max(0, ...runs.map((run) => run.label.length)),
  };
}
