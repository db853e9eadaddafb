// Geometry of one run: heading, lanes, hand-overs, output row, end line, and the ratio. Pure; slide units.

import { mainTask, type TaskId } from "../trace/events.ts";
import { stuckTasks } from "../trace/words.ts";
import { type Dimensions, longestHeading } from "./dimensions.ts";
import { type EndLine, endLine, headingSize, ratioSpot, type SizedText } from "./end-line.ts";
import { type Handover, handovers } from "./handovers.ts";
import type { TaskSurroundings, ToldRun } from "./lane-frame.ts";
import { heightOf, type LaneItem, tasksOf } from "./lane-items.ts";
import { drawingWidth, shortened } from "./lane-label.ts";
import { type Lane, laneOf } from "./lanes.ts";
import type { Looks } from "./looks.ts";
import { type OutputMarks, outputMarks } from "./output-marks.ts";
import { type RunAt, runEnd, runReach, runState, type TimelineRun } from "./runs.ts";

/** What the runs of one picture have in common. */
export interface Picture {
  readonly looks: Looks;
  /** From milliseconds to units. */
  readonly x: (t: number) => number;
  readonly room: Dimensions;
  readonly width: number;
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
  readonly lanes: readonly Lane[];
  readonly arrows: readonly Arrow[];
  readonly output: OutputRow;
  readonly end: EndLine | undefined;
  readonly ratio: SizedText | undefined;
}

/** A run, its lanes, and how much faster it was than the other one of a race. */
export interface GroupContents {
  /** The run as it was. */
  readonly told: RunAt;
  /** The run with the times at which it is drawn: its lanes are of these. */
  readonly drawn: RunAt;
  readonly items: readonly LaneItem[];
  readonly ratio: string | undefined;
}

/** Places one run from `top` downwards. */
export function groupLayout(contents: GroupContents, top: number, picture: Picture): GroupLayout {
  const { told, drawn, items, ratio } = contents;
  const { run } = drawn;
  const { room, x, width } = picture;
  const lanesTop = top + room.headingHeight;
  const lanes = lanesOf(contents, lanesTop, picture);
  const outputTop = lanes.length === 0 ? lanesTop + room.lanes.full : bottomOf(lanes, lanesTop);
  const bottom = lanes.length === 0 ? outputTop : programBottom(items, lanes, lanesTop);
  const beside = { x, width, middle: (lanesTop + bottom) / 2, mainLane: mainLaneOf(run, items, lanes) };
  const end = endLine(told, drawn, lanes, beside);
  return {
    key: run.label,
    top: lanesTop,
    bottom: outputTop + room.outputHeight,
    heading: headingOf(run, top, picture),
    lanes,
    arrows: arrowsOf(run, lanes, items, picture),
    output: outputRow(run, outputTop, picture),
    end,
    ratio: ratio === undefined || !end ? undefined : ratioSpot(ratio, end, top, room, width),
  };
}

function lanesOf({ told, drawn, items }: GroupContents, top: number, { looks, x, room }: Picture): Lane[] {
  const { trace } = drawn.run;
  const until = runReach(drawn.run, drawn.now);
  const frame = { ...room, x, until, endX: x(runEnd(drawn.run, drawn.now)) };
  const around: TaskSurroundings = { trace, looks, frame, told: toldRun(told) };
  let y = top;
  return items.map((item, index) => {
    const height = room.lanes[heightOf(item)];
    const lane = laneOf(item, { index, y, height }, around);
    y += height;
    return lane;
  });
}

function toldRun({ run, now }: RunAt): ToldRun {
  const { trace } = run;
  return { trace, until: runReach(run, now), stuck: new Set(stuckTasks(trace)) };
}

function bottomOf(lanes: readonly Lane[], top: number): number {
  const last = lanes.at(-1);
  return last ? last.y + last.height : top;
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
function programBottom(items: readonly LaneItem[], lanes: readonly Lane[], top: number): number {
  const prompt = items.findIndex((item) => item.kind === "prompt");
  return bottomOf(prompt > 0 ? lanes.slice(0, prompt) : lanes, top);
}

function headingOf(run: TimelineRun, top: number, { room }: Picture): SizedText | undefined {
  if (room.headings === "none") return undefined;
  const text = shortened(run.label, longestHeading);
  return { x: 4, y: top + 22, text, anchor: "start", size: headingSize };
}

function outputRow(run: TimelineRun, y: number, { x, room }: Picture): OutputRow {
  const height = room.outputHeight;
  const label: SizedText | undefined =
    height < 20 || runState(run) === "waiting"
      ? undefined
      : { x: room.labelX + drawingWidth, y: y + height / 2 + 6, text: "output", anchor: "start", size: 18 };
  return { y, height, label, marks: outputMarks(run.trace.lines, x) };
}

function arrowsOf(
  { trace }: TimelineRun,
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  { x }: Picture,
): Arrow[] {
  const byTask = new Map<TaskId, Lane>();
  for (const [index, item] of items.entries()) {
    const lane = lanes[index];
    if (lane) for (const { task } of tasksOf(item)) byTask.set(task, lane);
  }
  return handovers(trace, (task) => byTask.has(task), x).flatMap((handover) => arrow(handover, byTask));
}

// From the edge of the giver's bar to that of the receiver's.
function arrow({ x, from, to }: Handover, lanes: ReadonlyMap<TaskId, Lane>): Arrow[] {
  const [giver, receiver] = [lanes.get(from), lanes.get(to)];
  if (giver?.kind !== "task" || receiver?.kind !== "task") return [];
  const middle = (lane: Lane) => lane.y + lane.height / 2;
  const towards = Math.sign(middle(receiver) - middle(giver)) / 2;
  return [
    {
      x,
      from: middle(giver) + towards * giver.barHeight,
      to: middle(receiver) - towards * receiver.barHeight,
    },
  ];
}
