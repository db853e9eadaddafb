// The whole picture as numbers: runs, current time and room in; axis, groups and lanes out. Pure; slide units.

import { type Contents, dimensions, type LaneCounts, labelText, type Size } from "./dimensions.ts";
import { type GroupContents, type GroupLayout, groupLayout, type Picture } from "./group.ts";
import { beginningOf, countLanes, type LaneItem, laneItems } from "./lane-items.ts";
import { drawingWidth, indentation, labelWidth, longestLabel } from "./lane-label.ts";
import type { Lane } from "./lanes.ts";
import { type Looks, promptLook } from "./looks.ts";
import { anyRunning, raceRatio, runReach, type TimelineRun } from "./runs.ts";
import { axisEnd, axisTicks } from "./scale.ts";
import { type Axis, spread } from "./spread.ts";

export interface TimelineLayout {
  readonly width: number;
  /** Height of everything under the axis; it may be more than there is room for. */
  readonly height: number;
  readonly axisHeight: number;
  readonly plot: { readonly left: number; readonly right: number };
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly groups: readonly GroupLayout[];
  /** The lane of what began last; undefined in a race, which is seen as a whole. */
  readonly newest: LaneExtent | undefined;
}

/** Where a lane is, from the top of the picture. */
export interface LaneExtent {
  readonly top: number;
  readonly bottom: number;
}

const tickSpacing = 84;
const mostTicks = 8;
const closestTicks = 60;
/** Milliseconds: most of what is entered at the prompt takes no longer. */
const shortestEntry = 20;

/** @param now current time in milliseconds while something runs, else undefined. */
export function layoutTimeline(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  size: Size,
): TimelineLayout {
  const ratio = raceRatio(runs);
  const contents = runs.map((run) => ({
    told: { run, now },
    drawn: { run, now },
    items: laneItems(run.trace),
    ratio: ratio?.faster === run ? ratio.text : undefined,
  }));
  const room = dimensions(size, contentsOf(contents, looks, size));
  const longest = Math.max(0, ...runs.map((run) => runReach(run, now)));
  const shortest = runs.every(({ trace }) => trace.outcome) ? shortestEntry : undefined;
  const last = axisEnd(longest, anyRunning(runs, now), shortest);
  const plotWidth = room.plotRight - room.plotLeft;
  const x = (t: number) => room.plotLeft + (Math.min(t, last) / last) * plotWidth;
  const { drawn, place } = drawnContents(contents, { end: last, width: plotWidth });
  const groups = stackGroups(drawn, { looks, x, room, width: size.width });
  const height = (groups.at(-1)?.bottom ?? 0) + room.padding;
  return {
    width: size.width,
    height,
    axisHeight: room.axisHeight,
    plot: { left: room.plotLeft, right: room.plotRight },
    ticks: placedTicks(last, plotWidth / tickSpacing, (t) => x(place(t))),
    groups,
    newest:
      drawn.length === 1 ? newestLane(drawn[0]?.items ?? [], groups[0]?.lanes ?? [], height) : undefined,
  };
}

/** The runs as they are drawn: in a race all are on one axis, so that none of them can be moved. */
function drawnContents(
  contents: readonly GroupContents[],
  axis: Axis,
): { readonly drawn: readonly GroupContents[]; readonly place: (t: number) => number } {
  const [one, other] = contents;
  const moved = one && !other ? spread(one.told.run.trace, axis) : undefined;
  if (!one || !moved) return { drawn: contents, place: (t) => t };
  const { trace, place } = moved;
  const { run, now } = one.told;
  const drawn = { run: { ...run, trace }, now: now === undefined ? undefined : place(now) };
  return { drawn: [{ ...one, drawn, items: laneItems(trace) }], place };
}

// Where time is moved, ticks are not at equal distances: the closest two must have room.
function placedTicks(end: number, wanted: number, x: (t: number) => number): TimelineLayout["ticks"] {
  const count = Math.max(1, Math.min(mostTicks, Math.floor(wanted)));
  const ticks = axisTicks(end, count).map(({ t, text }) => ({ x: x(t), text }));
  const isCrowded = ticks.some(
    (tick, index) => tick.x - (ticks[index - 1]?.x ?? -closestTicks) < closestTicks,
  );
  return isCrowded && count > 1 ? placedTicks(end, count - 1, x) : ticks;
}

function newestLane(
  items: readonly LaneItem[],
  lanes: readonly Lane[],
  height: number,
): LaneExtent | undefined {
  const beginnings = items.map((item) => beginningOf(item) ?? Number.NEGATIVE_INFINITY);
  const newest = Math.max(...beginnings);
  const index = beginnings.lastIndexOf(newest);
  const lane = lanes[index];
  if (!lane || !Number.isFinite(newest)) return undefined;
  // Below the last lane there is what was printed.
  const isLast = index === lanes.length - 1;
  return { top: lane.y, bottom: isLast ? height : lane.y + lane.height };
}

function stackGroups(contents: readonly GroupContents[], picture: Picture): GroupLayout[] {
  const groups: GroupLayout[] = [];
  let y = picture.room.padding;
  for (const one of contents) {
    const group = groupLayout(one, y, picture);
    groups.push(group);
    y = group.bottom + picture.room.gap;
  }
  return groups;
}

function contentsOf(contents: readonly GroupContents[], looks: Looks, size: Size): Contents {
  const { characterWidth } = labelText(size);
  const widths = contents.flatMap(({ items }) => items.map((item) => widthOf(item, looks, characterWidth)));
  return {
    runs: contents.length,
    lanes: contents.map(({ items }) => countLanes(items)).reduce(addCounts, { loop: 0, main: 0, full: 0 }),
    labelWidth: Math.max(0, ...widths),
    longestHeading: Math.max(0, ...contents.map(({ told }) => told.run.label.length)),
  };
}

// Of calls about an animal the next one may have a longer name: room for that keeps the column from moving.
function widthOf(item: LaneItem, looks: Looks, characterWidth: number): number {
  switch (item.kind) {
    case "request":
      return labelWidth(looks.request(item.span), item.depth, characterWidth);
    case "task": {
      const look = looks.task(item.span);
      if (!look.symbol) return labelWidth(look, item.depth, characterWidth);
      return indentation(item.depth) + drawingWidth + longestLabel * characterWidth;
    }
    case "prompt":
      return labelWidth(promptLook, item.depth, characterWidth);
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
