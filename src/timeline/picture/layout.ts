// The whole picture as numbers: runs, current time, room and view in; axis, groups and lanes out. Pure; slide units.

import type { Trace } from "../../trace/trace.ts";
import { LaneColumn } from "../lanes/lane-column.ts";
import { type LaneItem, oddLanes } from "../lanes/lane-items.ts";
import { type LaneList, laneList } from "../lanes/lane-list.ts";
import { type Contents, dimensions, type LaneCounts, labelText, type Size } from "../scale/dimensions.ts";
import { drawingWidth, indentation, labelWidth, longestLabel, textWidth } from "../scale/lane-label.ts";
import { type Looks, promptLook } from "../scale/looks.ts";
import { anyRunning, runReach, type TimelineRun } from "../scale/runs.ts";
import { axisEnd, axisTicks, type TimeWindow } from "../scale/scale.ts";
import { type View, wholeView } from "../scale/view.ts";
import { compareSets, setTotal } from "./compare.ts";
import { totalTextWidth } from "./end-line.ts";
import { type GroupContents, type GroupLayout, groupLayout, type Picture } from "./group.ts";
import { type Spread, spread } from "./spread.ts";

export interface TimelineLayout {
  readonly width: number;
  /** Height of everything under the axis; it may be more than there is room for. */
  readonly height: number;
  readonly axisHeight: number;
  readonly plot: { readonly left: number; readonly right: number };
  /** The whole axis, and what is seen of it, in milliseconds. */
  readonly axis: TimeWindow;
  readonly window: TimeWindow;
  readonly isZoomed: boolean;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly groups: readonly GroupLayout[];
  /** The lane of what began last; undefined in a race, which is seen as a whole. */
  readonly newest: LaneExtent | undefined;
  /** Units at the bottom in which rows that stay cover the lanes. */
  readonly covered: number;
  /** From a time to where it is drawn; a little outside the plot for what is outside the window. */
  readonly x: (t: number) => number;
  /** The same for a time of `drawn`. */
  readonly drawnX: (t: number) => number;
  /** From units to milliseconds. */
  readonly timeAt: (x: number) => number;
  /** From a time of `drawn` to that of the run. */
  readonly toldTime: (drawn: number) => number;
  /** From units to a time of `drawn`. */
  readonly drawnTimeAt: (x: number) => number;
  /** For each run how many lanes it has, of which not all are to be seen. */
  readonly counts: readonly number[];
  /** For each run the trace whose times are those at which things are drawn. */
  readonly drawn: readonly Trace[];
}

/** Where a lane is, from the top of the picture. */
export interface LaneExtent {
  readonly top: number;
  readonly bottom: number;
}

const tickSpacing = 84;
const mostTicks = 8;
const closestTicks = 60;
const tickText = 18;
const tickGap = 10;
/** Milliseconds: most of what is entered at the prompt takes no longer. */
const shortestEntry = 20;
/** Units beyond the plot at which all is drawn that is farther away: out of sight, with its mark. */
const beyond = 60;
/** Labels whose widths are looked at: those of more would be looked at in every frame. */
const mostLabels = 200;

/** @param now current time in milliseconds while something runs, else undefined. */
export function layoutTimeline(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  size: Size,
  view: View = wholeView,
): TimelineLayout {
  const contents = contentsOfRuns(runs, now, looks, view);
  const axis = { from: 0, to: lastTime(runs, now) };
  const room = dimensions(size, contentsOf(contents, looks, size, axis.to));
  const plot = { left: room.plotLeft, right: room.plotRight };
  const seen = placeTimes(contents, axis, view.window ?? axis, plot);
  const height = size.height - room.axisHeight;
  const { x, window } = seen;
  const drawn = seen.spread ? [spreadContents(contents[0], seen.spread, view)] : contents;
  const picture = {
    looks,
    x,
    window,
    last: axis.to,
    room,
    width: size.width,
    height,
    handovers: view.handovers,
    isAlone: runs.length === 1,
  };
  const groups = stackGroups(drawn, picture, -view.top);
  const whole = (groups.at(-1)?.bottom ?? 0) + room.padding + view.top;
  return {
    width: size.width,
    height: whole,
    axisHeight: room.axisHeight,
    plot,
    axis,
    window: view.window ?? axis,
    isZoomed: view.window !== undefined,
    ticks: placedTicks(view.window ?? axis, (plot.right - plot.left) / tickSpacing, looks, seen.place),
    groups,
    newest: drawn.length === 1 && drawn[0] ? newestLane(drawn[0].lanes, picture, whole) : undefined,
    covered: height - (groups[0]?.footer?.top ?? height),
    x: seen.place,
    drawnX: x,
    timeAt: seen.timeAt,
    drawnTimeAt: seen.drawnTimeAt,
    toldTime: (t) => seen.spread?.time(t) ?? t,
    counts: drawn.map(({ lanes }) => lanes.items.length),
    drawn: drawn.map(({ drawn: { run } }) => run.trace),
  };
}

function lastTime(runs: readonly TimelineRun[], now: number | undefined): number {
  const longest = Math.max(0, ...runs.map((run) => runReach(run, now)));
  const shortest = runs.every(({ trace }) => trace.outcome) ? shortestEntry : undefined;
  return axisEnd(longest, anyRunning(runs, now), shortest);
}

function contentsOfRuns(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  { folded }: View,
): GroupContents[] {
  const comparisons = compareSets(runs, looks.times);
  return runs.map((run) => {
    const own = comparisons.find(({ set }) => set.runs.includes(run));
    const isLast = own && setTotal(own.set) === (run.trace.total ?? run.trace.duration);
    return {
      told: { run, now },
      drawn: { run, now },
      lanes: laneList(run, folded),
      ratio: isLast ? own.text : undefined,
    };
  });
}

/** Where times are drawn. */
interface Seen {
  /** Takes times at which things are drawn. */
  readonly x: (t: number) => number;
  /** The same for times as they were. */
  readonly place: (t: number) => number;
  readonly timeAt: (x: number) => number;
  readonly drawnTimeAt: (x: number) => number;
  /** The window in times at which things are drawn. */
  readonly window: TimeWindow;
  /** Set where a single short run has its events moved apart. */
  readonly spread: Spread | undefined;
}

function placeTimes(
  contents: readonly GroupContents[],
  axis: TimeWindow,
  window: TimeWindow,
  { left, right }: TimelineLayout["plot"],
): Seen {
  const [one, other] = contents;
  const width = right - left;
  // In a race all are on one axis, so that none of them can be moved.
  const whole = (width * axis.to) / (window.to - window.from);
  const moved = one && !other ? spread(one.told.run.trace, { end: axis.to, width: whole }) : undefined;
  const isWhole = window === axis;
  // Moved or not, all of it is as long.
  const { from, to } = moved && !isWhole ? placedWindow(window, moved) : window;
  const x = (t: number) => {
    const at = left + ((t - from) / (to - from)) * width;
    return isWhole ? Math.min(at, right) : Math.max(left - beyond, Math.min(at, right + beyond));
  };
  const timeOf = (at: number) => from + ((at - left) / width) * (to - from);
  return {
    x,
    place: moved ? (t) => x(moved.place(t)) : x,
    timeAt: moved ? (at) => moved.time(timeOf(at)) : timeOf,
    drawnTimeAt: timeOf,
    window: { from, to },
    spread: moved,
  };
}

function placedWindow({ from, to }: TimeWindow, { place }: Spread): TimeWindow {
  return { from: place(from), to: place(to) };
}

function spreadContents(
  one: GroupContents | undefined,
  { trace, place }: Spread,
  { folded }: View,
): GroupContents {
  if (!one) throw new Error("Times are moved of a run that is not there.");
  const { run, now } = one.told;
  const drawn = { run: { ...run, trace }, now: now === undefined ? undefined : place(now) };
  return { ...one, drawn, lanes: laneList(drawn.run, folded) };
}

// Where time is moved, ticks are not at equal distances: the closest two must have room.
function placedTicks(
  window: TimeWindow,
  wanted: number,
  looks: Looks,
  x: (t: number) => number,
): TimelineLayout["ticks"] {
  const count = Math.max(1, Math.min(mostTicks, Math.floor(wanted)));
  const ticks = axisTicks(window, count, looks.times).map(({ t, text }) => ({ x: x(t), text }));
  const isCrowded = ticks.some((tick, index) => {
    const before = ticks[index - 1];
    const least = Math.max(closestTicks, textWidth(tick.text, tickText) + tickGap);
    return before !== undefined && tick.x - before.x < least;
  });
  return isCrowded && count > 1 ? placedTicks(window, count - 1, looks, x) : ticks;
}

function newestLane(
  { items, newest, prompt }: LaneList,
  { room }: Picture,
  height: number,
): LaneExtent | undefined {
  if (newest < 0) return undefined;
  const column = new LaneColumn(items.length, room.lanes.full, oddLanes(items, prompt, room.lanes));
  const top = room.padding + room.headingHeight + column.topOf(newest);
  // Below the last lane there is what was printed.
  return { top, bottom: newest === items.length - 1 ? height : top + column.heightOf(newest) };
}

function stackGroups(contents: readonly GroupContents[], picture: Picture, top: number): GroupLayout[] {
  const groups: GroupLayout[] = [];
  let y = top + picture.room.padding;
  for (const one of contents) {
    const group = groupLayout(one, y, picture);
    groups.push(group);
    y = group.bottom + picture.room.gap;
  }
  return groups;
}

function contentsOf(contents: readonly GroupContents[], looks: Looks, size: Size, last: number): Contents {
  const { characterWidth } = labelText(size);
  const items = contents.flatMap(({ lanes }) => lanes.items.slice(0, mostLabels));
  const traces = contents.map(({ told }) => told.run.trace);
  return {
    runs: contents.length,
    lanes: contents.map(({ lanes }) => lanes.counts).reduce(addCounts, { loop: 0, main: 0, full: 0 }),
    labelWidth: items.reduce((most, item) => Math.max(most, widthOf(item, looks, characterWidth)), 0),
    totalWidth: totalTextWidth(looks.times.text(last)),
    longestHeading: Math.max(0, ...contents.map(({ told }) => told.run.label.length)),
    hasFlight: traces.some(({ requests }) => requests.length > 0),
    hasBounds: traces.some(({ requests, timers }) => requests.length + timers.length > 1),
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
    case "timers":
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
