// Geometry of one run: heading, lanes, hand-overs, the rows below them, end line, and what is said of it against others.
// Pure; slide units.

import { mainTask } from "../../trace/events/events.ts";
import { LaneColumn } from "../lanes/lane-column.ts";
import { type LaneItem, oddLanes } from "../lanes/lane-items.ts";
import type { LaneList } from "../lanes/lane-list.ts";
import { type Lane, laneOf } from "../lanes/lanes.ts";
import type { Place } from "../scale/axis-map.ts";
import { type Dimensions, longestHeading } from "../scale/dimensions.ts";
import { knownRun } from "../scale/known-run.ts";
import type { LaneFrame, TaskSurroundings } from "../scale/lane-frame.ts";
import { drawingWidth, shortened } from "../scale/lane-label.ts";
import type { Looks } from "../scale/looks.ts";
import { type RunAt, runEnd, runState, type TimelineRun } from "../scale/runs.ts";
import { type Arrow, arrows } from "./arrows.ts";
import { type BoundsRow, boundsRow } from "./bounds-row.ts";
import { type EndLine, endLine, headingSize, ratioSpot, type SizedText } from "./end-line.ts";
import { type FlightRow, flightRow } from "./flight-row.ts";
import { type OutputMarks, outputMarks } from "./output-marks.ts";

/** Characters of a run's label above its lanes. */
const longestAbove = 34;

/** What the runs of one picture have in common. */
export interface Picture {
  readonly looks: Looks;
  readonly x: Place;
  /** Where the axis ends, in milliseconds. */
  readonly last: number;
  readonly room: Dimensions;
  readonly width: number;
  /** Of the area below the axis. */
  readonly height: number;
  /** Whether all hand-overs are drawn. */
  readonly handovers: boolean;
  /** Whether it is the only run, whose lanes may scroll. */
  readonly isAlone: boolean;
}

export interface OutputRow {
  readonly y: number;
  readonly height: number;
  readonly label: SizedText | undefined;
  readonly marks: OutputMarks;
}

export interface GroupLayout {
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
  readonly heading: SizedText | undefined;
  /** Those that are to be seen. */
  readonly lanes: readonly Lane[];
  /** What these show. */
  readonly items: readonly LaneItem[];
  /** The number of the first of them. */
  readonly first: number;
  /** The event loop's lane where it has been scrolled away: it stays above the others. */
  readonly pinned: Lane | undefined;
  readonly arrows: readonly Arrow[];
  /** Where the rows below the lanes stay in view while these are scrolled: they cover the lanes there. */
  readonly footer: { readonly top: number; readonly height: number } | undefined;
  readonly flight: FlightRow | undefined;
  readonly bounds: BoundsRow | undefined;
  readonly output: OutputRow;
  readonly end: EndLine | undefined;
  readonly ratio: SizedText | undefined;
}

/** A run, its lanes, and what is said of it against others. */
export interface GroupContents extends RunAt {
  readonly lanes: LaneList;
  readonly ratio: string | undefined;
}

/** Places one run from `top` downwards. */
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
  [loop]: readonly LaneItem[],
  first: number,
  around: TaskSurroundings,
  { lanes }: Dimensions,
): Lane | undefined {
  return first > 0 && loop?.kind === "loop"
    ? laneOf(loop, { index: 0, y: 0, height: lanes.loop }, around)
    : undefined;
}

/** The rows below the lanes of a single run are always to be seen. */
function rowsPlace(
  bottom: number,
  { room, height, isAlone }: Picture,
): { readonly top: number; readonly height: number } {
  const own = room.flightHeight + room.boundsHeight + room.outputHeight;
  return { top: isAlone ? Math.min(bottom, height - own - room.padding) : bottom, height: own };
}

function rowsBelow(
  run: TimelineRun,
  bottom: number,
  frame: LaneFrame,
  picture: Picture,
): Pick<GroupLayout, "flight" | "bounds" | "output"> {
  const { room, last, looks } = picture;
  const boundsTop = bottom + room.flightHeight;
  const { flightHeight, boundsHeight } = room;
  const wide = { ...frame, last, times: looks.times };
  return {
    flight: flightHeight === 0 ? undefined : flightRow(run.trace, bottom, flightHeight, frame),
    bounds: boundsHeight === 0 ? undefined : boundsRow(run.trace, boundsTop, boundsHeight, wide),
    output: outputRow(run, boundsTop + boundsHeight, picture),
  };
}

interface Stack {
  readonly lanes: readonly Lane[];
  readonly seen: readonly LaneItem[];
  readonly lanesTop: number;
  /** Lower edge of the program's lanes. */
  readonly bottom: number;
}

// The total stands halfway down what is seen of the program's lanes.
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

/** The lane of the program's own task, where that has ended. */
function mainLaneOf(
  { trace }: TimelineRun,
  items: readonly LaneItem[],
  lanes: readonly Lane[],
): Lane | undefined {
  if (trace.tasks[mainTask]?.end === undefined) return undefined;
  return lanes[items.findIndex((item) => item.kind === "task" && item.span.task === mainTask)];
}

// What was entered at the prompt has its lanes below the program's.
function programBottom(prompt: number, column: LaneColumn, top: number): number {
  return top + (prompt > 0 ? column.topOf(prompt) : column.height);
}

function headingOf(run: TimelineRun, top: number, { room }: Picture): SizedText | undefined {
  if (room.headings === "none") return undefined;
  const text = shortened(run.label, room.headings === "above" ? longestAbove : longestHeading);
  return { x: 4, y: top + 22, text, anchor: "start", size: headingSize };
}

function outputRow(run: TimelineRun, y: number, { x, room }: Picture): OutputRow {
  const height = room.outputHeight;
  const label: SizedText | undefined =
    height < 20 || runState(run) === "waiting"
      ? undefined
      : { x: room.labelX + drawingWidth, y: y + height / 2 + 6, text: "output", anchor: "start", size: 18 };
  return { y, height, label, marks: outputMarks(run.trace.lines, run.trace.failures, x) };
}
