// Geometry of one run: its heading, its lanes, and everything around them. Pure; slide units.

import { mainTask } from "../../trace/events/events.ts";
import { LaneColumn } from "../lanes/lane-column.ts";
import { heightOf, type LaneItem, oddLanes } from "../lanes/lane-items.ts";
import type { LaneList } from "../lanes/lane-list.ts";
import { type Lane, laneOf } from "../lanes/lanes.ts";
import { type Dimensions, longestHeading } from "../scale/dimensions.ts";
import { knownRun } from "../scale/known-run.ts";
import type { LaneFrame, TaskSurroundings } from "../scale/lane-frame.ts";
import { shortened } from "../scale/lane-label.ts";
import { type RunAt, runEnd, type TimelineRun } from "../scale/runs.ts";
import { type Arrow, arrows } from "./arrows.ts";
import { type EndLine, endLine, headingSize, ratioSpot, type SizedText } from "./end-line.ts";
import type { Picture } from "./picture.ts";
import { type RowsBelow, rowsBelow, rowsPlace } from "./rows-below.ts";
import { type Link, threadLinks } from "./thread-links.ts";

/** The most characters of a run's label above its lanes. */
const longestAbove = 34;

export interface GroupLayout extends RowsBelow {
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
  readonly heading: SizedText | undefined;
  /** The visible lanes. */
  readonly lanes: readonly Lane[];
  /** The items of `lanes`, in the same order. */
  readonly items: readonly LaneItem[];
  /** Index of the first visible lane. */
  readonly first: number;
  /** The lane of the event loop, or of the first lock, if it is scrolled out of view. It stays above the other lanes. */
  readonly pinned: Lane | undefined;
  readonly arrows: readonly Arrow[];
  /** Between the lanes of threads. */
  readonly links: readonly Link[];
  /** Where the rows below stay in view while the lanes scroll. They cover the lanes there. */
  readonly footer: { readonly top: number; readonly height: number } | undefined;
  readonly end: EndLine | undefined;
  readonly ratio: SizedText | undefined;
}

/** A run, its lanes, and its ratio to other runs. */
export interface GroupContents extends RunAt {
  readonly lanes: LaneList;
  readonly ratio: string | undefined;
}

/** Lays out one run from `top` downwards. */
export function groupLayout(contents: GroupContents, top: number, picture: Picture): GroupLayout {
  const { run } = contents;
  const { items, prompt } = contents.lanes;
  const { room } = picture;
  const around = surroundings(contents, picture);
  const lanesTop = top + room.headingHeight;
  const column = new LaneColumn(items.length, room.lanes.full, oddLanes(items, prompt, room.lanes));
  const { first, end: past } = column.within(-lanesTop, picture.height - lanesTop);
  const seen = items.slice(first, past);
  const lanes = seen.map((item, index) => laneAt(first + index, item, lanesTop, column, around));
  const bottom = lanesTop + (items.length === 0 ? room.lanes.full : column.height);
  const rows = rowsPlace(bottom, picture);
  const below = rowsBelow(run, rows.top, around.frame, picture);
  const end = endOf(
    contents,
    { lanes, seen, lanesTop, bottom: programBottom(prompt, column, lanesTop) },
    around.frame,
    picture,
  );
  return {
    key: run.label,
    top: lanesTop,
    bottom: bottom + rows.height,
    footer: rows.top < bottom ? rows : undefined,
    heading: headingOf(run, top, picture),
    lanes,
    items: seen,
    first,
    pinned: pinnedLane(items, first, around, room),
    arrows: arrows(run.trace, lanes, seen, picture.x, picture.handovers),
    links: threadLinks(run.trace, lanes, seen, picture.x),
    ...below,
    end,
    ratio:
      contents.ratio === undefined || !end?.total
        ? undefined
        : ratioSpot(contents.ratio, end.total, top, room, picture.width),
  };
}

function surroundings(at: RunAt, { looks, x, room }: Picture): TaskSurroundings {
  const known = knownRun(at, looks.times);
  const { events, endSeq } = known.trace;
  const newest = events.length - 1;
  const endX = x(runEnd(at.run, at.now), endSeq ?? newest);
  return { ...known, looks, frame: { ...room, x, untilX: x(known.until, newest), endX } };
}

function laneAt(
  index: number,
  item: LaneItem,
  lanesTop: number,
  column: LaneColumn,
  around: TaskSurroundings,
): Lane {
  return laneOf(item, { index, y: lanesTop + column.topOf(index), height: column.heightOf(index) }, around);
}

function pinnedLane(
  [item]: readonly LaneItem[],
  first: number,
  around: TaskSurroundings,
  { lanes }: Dimensions,
): Lane | undefined {
  if (first === 0 || (item?.kind !== "loop" && item?.kind !== "lock")) return undefined;
  return laneOf(item, { index: 0, y: 0, height: lanes[heightOf(item)] }, around);
}

interface Stack {
  readonly lanes: readonly Lane[];
  readonly seen: readonly LaneItem[];
  readonly lanesTop: number;
  /** Bottom of the program's lanes. */
  readonly bottom: number;
}

// The total goes to the middle of the visible part of the program's lanes.
function endOf(
  at: RunAt,
  { lanes, seen, lanesTop, bottom }: Stack,
  { endX, untilX }: LaneFrame,
  { room, width, height, looks }: Picture,
): EndLine | undefined {
  const middle = (Math.max(0, lanesTop) + Math.max(0, Math.min(bottom, height))) / 2;
  const mainLane = mainLaneOf(at.run, seen, lanes);
  const plot = { left: room.plotLeft, right: room.plotRight };
  return endLine(at, lanes, { x: endX, untilX, plot, width, middle, mainLane, times: looks.times });
}

/** Returns the lane of the program's own task, if the task has ended. */
function mainLaneOf(
  { trace }: TimelineRun,
  items: readonly LaneItem[],
  lanes: readonly Lane[],
): Lane | undefined {
  if (trace.tasks[mainTask]?.end === undefined) return undefined;
  return lanes[items.findIndex((item) => item.kind === "task" && item.span.task === mainTask)];
}

// The lanes of the prompt are below the program's lanes.
function programBottom(prompt: number, column: LaneColumn, top: number): number {
  return top + (prompt > 0 ? column.topOf(prompt) : column.height);
}

function headingOf(run: TimelineRun, top: number, { room }: Picture): SizedText | undefined {
  if (room.headings === "none") return undefined;
  const text = shortened(run.label, room.headings === "above" ? longestAbove : longestHeading);
  return { x: 4, y: top + 22, text, anchor: "start", size: headingSize };
}
