// Lays out the whole picture: takes runs, current time, size and view, and returns axis, groups and lanes as numbers.
// Pure; slide units.

import { greatest } from "d3-array";
import { LaneColumn } from "../lanes/lane-column.ts";
import { oddLanes } from "../lanes/lane-items.ts";
import { type LaneList, laneList, type NewLane } from "../lanes/lane-list.ts";
import { type AxisMap, axisMap, type Plot } from "../scale/axis-map.ts";
import { dimensions, type Size } from "../scale/dimensions.ts";
import type { Looks } from "../scale/looks.ts";
import { anyRunning, runReach, type TimelineRun } from "../scale/runs.ts";
import { axisEnd, type TimeWindow } from "../scale/scale.ts";
import { type View, wholeView } from "../scale/view.ts";
import { type PlacedTick, placedTicks } from "./axis-ticks.ts";
import { compareSets, setTotal } from "./compare.ts";
import { type GroupContents, type GroupLayout, groupLayout } from "./group.ts";
import type { Picture } from "./picture.ts";
import { roomContents } from "./room-contents.ts";

export interface TimelineLayout extends AxisMap {
  readonly width: number;
  /** Height of everything below the axis. It may be more than the available height. */
  readonly height: number;
  readonly axisHeight: number;
  readonly plot: Plot;
  /** The whole axis, and its visible part, in milliseconds. */
  readonly axis: TimeWindow;
  readonly window: TimeWindow;
  readonly isZoomed: boolean;
  readonly ticks: readonly PlacedTick[];
  readonly groups: readonly GroupLayout[];
  /** The newest lane; undefined in a race, which is always visible as a whole. */
  readonly newest: LaneExtent | undefined;
  /** Units at the bottom in which the rows that stay cover the lanes. */
  readonly covered: number;
  /** How many lanes each run has, visible or not. */
  readonly counts: readonly number[];
}

/** Top and bottom of a lane, from the top of the picture. */
export interface LaneExtent {
  readonly top: number;
  readonly bottom: number;
}

/** Milliseconds. Most entries at the prompt take no longer. */
const shortestEntry = 20;

/** @param now current time in milliseconds while something runs; otherwise undefined */
export function layoutTimeline(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  size: Size,
  view: View = wholeView,
): TimelineLayout {
  const contents = contentsOfRuns(runs, now, looks, view);
  const axis = { from: 0, to: lastTime(runs, now) };
  const room = dimensions(size, roomContents(contents, looks, axis.to));
  const plot = { left: room.plotLeft, right: room.plotRight };
  const window = view.window ?? axis;
  const height = size.height - room.axisHeight;
  const traces = runs.map(({ trace }) => trace);
  const map = axisMap(traces, axis.to, view.window, plot);
  const picture = {
    looks,
    x: map.x,
    last: axis.to,
    room,
    width: size.width,
    height,
    handovers: view.handovers,
    isAlone: runs.length === 1,
  };
  const groups = stackGroups(contents, picture, -view.top);
  const whole = (groups.at(-1)?.bottom ?? 0) + room.padding + view.top;
  const [only, other] = contents;
  return {
    ...map,
    width: size.width,
    height: whole,
    axisHeight: room.axisHeight,
    plot,
    axis,
    window,
    isZoomed: view.window !== undefined,
    ticks: placedTicks(window, plot, looks.times, map.x),
    groups,
    newest: only && !other ? newestLane(only.lanes, picture, map, whole) : undefined,
    covered: height - (groups[0]?.footer?.top ?? height),
    counts: contents.map(({ lanes }) => lanes.items.length),
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
      run,
      now,
      lanes: laneList(run, folded),
      ratio: isLast ? own.text : undefined,
    };
  });
}

function newestLane(
  { items, newest, prompt }: LaneList,
  { room }: Picture,
  { farX }: AxisMap,
  height: number,
): LaneExtent | undefined {
  // If events at one time are spread out, the last of them; otherwise the lowest lane.
  const place = ({ start, seq }: NewLane) => farX(start, seq);
  const last = greatest(newest, (one, other) => place(one) - place(other) || one.index - other.index);
  if (!last) return undefined;
  const column = new LaneColumn(items.length, room.lanes.full, oddLanes(items, prompt, room.lanes));
  const top = room.padding + room.headingHeight + column.topOf(last.index);
  // Below the last lane are the rows, for example the output.
  return { top, bottom: last.index === items.length - 1 ? height : top + column.heightOf(last.index) };
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
