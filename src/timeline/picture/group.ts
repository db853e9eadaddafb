// Geometry of one run: heading, lanes, hand-overs, the rows below them, end line, and what is said of it against others.
// Pure; slide units.

import { mainTask, type TaskId } from "../../trace/events/events.ts";
import { LaneColumn } from "../lanes/lane-column.ts";
import { type LaneItem, oddLanes, tasksOf } from "../lanes/lane-items.ts";
import type { LaneList } from "../lanes/lane-list.ts";
import { type Lane, laneOf } from "../lanes/lanes.ts";
import { type Dimensions, longestHeading } from "../scale/dimensions.ts";
import type { LaneFrame, TaskSurroundings } from "../scale/lane-frame.ts";
import { drawingWidth, shortened } from "../scale/lane-label.ts";
import type { Looks } from "../scale/looks.ts";
import { type RunAt, runEnd, runReach, runState, type TimelineRun } from "../scale/runs.ts";
import type { TimeWindow } from "../scale/scale.ts";
import { toldRun } from "../scale/told-run.ts";
import { type BoundsRow, boundsRow } from "./bounds-row.ts";
import { type EndLine, endLine, headingSize, ratioSpot, type SizedText } from "./end-line.ts";
import { type FlightRow, flightRow } from "./flight-row.ts";
import { type Handover, handovers, wakings } from "./handovers.ts";
import { type OutputMarks, outputMarks } from "./output-marks.ts";

/** Characters of a run's label above its lanes. */
const longestAbove = 34;

/** What the runs of one picture have in common. */
export interface Picture {
  readonly looks: Looks;
  /** From milliseconds to units. */
  readonly x: (t: number) => number;
  /** What is seen of the axis, on which the times are those at which things are drawn. */
  readonly window: TimeWindow;
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

/** An arrow straight up or down, from one lane to another. */
export interface Arrow {
  readonly x: number;
  readonly from: number;
  readonly to: number;
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
export interface GroupContents {
  /** The run as it was. */
  readonly told: RunAt;
  /** The run with the times at which it is drawn: its lanes are of these. */
  readonly drawn: RunAt;
  readonly lanes: LaneList;
  readonly ratio: string | undefined;
}

/** Places one run from `top` downwards. */
export function groupLayout(contents: GroupContents, top: number, picture: Picture): GroupLayout {
  const { told, drawn } = contents;
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
  const below = rowsBelow(drawn.run, rows.top, around.frame, picture);
  const end = endOf(
    contents,
    { lanes, seen, lanesTop, bottom: programBottom(prompt, column, lanesTop) },
    picture,
  );
  return {
    key: told.run.label,
    top: lanesTop,
    bottom: bottom + rows.height,
    footer: rows.top < bottom ? rows : undefined,
    heading: headingOf(told.run, top, picture),
    lanes,
    items: seen,
    first,
    pinned: pinnedLane(items, first, around, room),
    arrows: arrowsOf(drawn.run, lanes, seen, picture),
    ...below,
    end,
    ratio:
      contents.ratio === undefined || !end?.total
        ? undefined
        : ratioSpot(contents.ratio, end.total, top, room, picture.width),
  };
}

function surroundings({ told, drawn }: GroupContents, { looks, x, room, window }: Picture): TaskSurroundings {
  const { trace } = drawn.run;
  const until = runReach(drawn.run, drawn.now);
  const frame = { ...room, x, from: window.from, until, endX: x(runEnd(drawn.run, drawn.now)) };
  return { trace, looks, frame, told: toldRun(told, looks.times) };
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
  { told, drawn }: GroupContents,
  { lanes, seen, lanesTop, bottom }: Stack,
  { x, width, height, window, looks }: Picture,
): EndLine | undefined {
  const middle = (Math.max(0, lanesTop) + Math.max(0, Math.min(bottom, height))) / 2;
  const mainLane = mainLaneOf(drawn.run, seen, lanes);
  return endLine(told, drawn, lanes, { x, width, middle, mainLane, window, times: looks.times });
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

function arrowsOf(
  { trace }: TimelineRun,
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  { x, handovers: all }: Picture,
): Arrow[] {
  const byTask = new Map<TaskId, Lane>();
  for (const [index, item] of items.entries()) {
    const lane = lanes[index];
    if (lane) for (const { task } of tasksOf(item)) byTask.set(task, lane);
  }
  const spans = items.flatMap(tasksOf);
  const between = handovers(trace, spans, x).flatMap((handover) => arrow(handover, byTask));
  if (!all) return between;
  const loop = lanes.find(({ kind }) => kind === "loop");
  return [...between, ...wakings(trace, spans, x).flatMap((waking) => wakingArrow(waking, byTask, loop))];
}

// From the edge of the giver's bar to that of the receiver's.
function arrow({ x, from, to }: Handover, lanes: ReadonlyMap<TaskId, Lane>): Arrow[] {
  const [giver, receiver] = [lanes.get(from), lanes.get(to)];
  if (giver?.kind !== "task" || receiver?.kind !== "task") return [];
  return giver === receiver ? [] : [between(giver, receiver, x)];
}

// What nobody else gave control to has it from the event loop.
function wakingArrow(
  { x, from, to }: { readonly x: number; readonly from: TaskId | undefined; readonly to: TaskId },
  lanes: ReadonlyMap<TaskId, Lane>,
  loop: Lane | undefined,
): Arrow[] {
  const giver = from === undefined ? loop : (lanes.get(from) ?? loop);
  const receiver = lanes.get(to);
  if (!giver || giver.kind === "note" || receiver?.kind !== "task" || giver === receiver) return [];
  return [between(giver, receiver, x)];
}

type BarLane = Exclude<Lane, { kind: "note" }>;

function between(giver: BarLane, receiver: BarLane, x: number): Arrow {
  const middle = (lane: Lane) => lane.y + lane.height / 2;
  const towards = Math.sign(middle(receiver) - middle(giver)) / 2;
  return {
    x,
    from: middle(giver) + towards * giver.barHeight,
    to: middle(receiver) - towards * receiver.barHeight,
  };
}
