// Geometry of one run: heading, lanes, output row, end line with its time, and the ratio. Pure; slide units.

import type { RequestSpan } from "../trace/trace.ts";
import type { Dimensions } from "./dimensions.ts";
import {
  type Lane,
  type LaneLook,
  type NoteLane,
  requestLane,
  shortened,
  type TextSpot,
  textWidth,
} from "./lanes.ts";
import { type OutputMarks, outputMarks } from "./output-marks.ts";
import { drawnRequests, laneNote, type RunState, runState, type TimelineRun } from "./runs.ts";
import { roughTimeText, timeText } from "./scale.ts";

/** What the runs of one picture have in common. */
export interface Picture {
  readonly look: (request: RequestSpan) => LaneLook;
  /** From milliseconds to units. */
  readonly x: (t: number) => number;
  readonly room: Dimensions;
  readonly width: number;
}

export type SizedText = TextSpot & { readonly y: number; readonly size: number };

/** The line at which a run ended, or at which it now is. */
export interface EndLine {
  readonly x: number;
  readonly state: Exclude<RunState, "waiting">;
  readonly total: SizedText;
  /** Says how the run ended where that is not plain success. */
  readonly word: SizedText | undefined;
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
  readonly lanes: readonly Lane[];
  readonly output: OutputRow;
  readonly end: EndLine | undefined;
  readonly ratio: SizedText | undefined;
}

const headingSize = 22;
const totalSize = 28;
const ratioSizes = [34, 30, 26];

/** Places one run from `top` downwards; `until` is its end or the current time in milliseconds. */
export function groupLayout(
  run: TimelineRun,
  until: number,
  ratio: string | undefined,
  top: number,
  picture: Picture,
): GroupLayout {
  const { room } = picture;
  const lanesTop = top + room.headingHeight;
  const lanes = lanesOf(run, until, lanesTop, picture);
  const outputTop = lanesTop + Math.max(1, lanes.length) * room.laneHeight;
  const bottom = outputTop + room.outputHeight;
  const end = endLine(run, until, lanes, (lanesTop + outputTop) / 2, picture);
  return {
    key: run.label,
    top: lanesTop,
    bottom,
    heading: headingOf(run, top, picture),
    lanes,
    output: outputRow(run, outputTop, picture),
    end,
    ratio: ratio === undefined || !end ? undefined : ratioSpot(ratio, end, top, picture),
  };
}

function lanesOf(run: TimelineRun, until: number, top: number, { look, x, room }: Picture): Lane[] {
  const { labelX, labelLength, plotLeft, laneHeight } = room;
  const frame = { x, labelX, labelLength, plotLeft, laneHeight, until };
  const lanes: Lane[] = drawnRequests(run).map((span, index) =>
    requestLane(span, look(span), { index, y: top + index * laneHeight }, frame),
  );
  const note = laneNote(run);
  return note === undefined ? lanes : [...lanes, noteLane(note, top + lanes.length * laneHeight, room)];
}

function noteLane(text: string, y: number, { laneHeight: height, plotLeft }: Dimensions): NoteLane {
  const x = plotLeft + 8;
  return { kind: "note", key: "note", text, x, y, height, right: x + textWidth(text, 20) };
}

function headingOf(run: TimelineRun, top: number, { room }: Picture): SizedText | undefined {
  if (room.headings === "none") return undefined;
  const text = shortened(run.label, 16);
  return { x: 4, y: top + 22, text, anchor: "start", size: headingSize };
}

function outputRow(run: TimelineRun, y: number, { x, room }: Picture): OutputRow {
  const height = room.outputHeight;
  const label: SizedText | undefined =
    height < 20 || runState(run) === "waiting"
      ? undefined
      : { x: room.labelX + 42, y: y + height / 2 + 6, text: "output", anchor: "start", size: 18 };
  return { y, height, label, marks: outputMarks(run.trace.lines, x) };
}

function endLine(
  run: TimelineRun,
  until: number,
  lanes: readonly Lane[],
  middle: number,
  picture: Picture,
): EndLine | undefined {
  const state = runState(run);
  if (state === "waiting") return undefined;
  const x = picture.x(until);
  const text = state === "running" ? roughTimeText(until) : timeText(until);
  const word = endWord(state);
  const near = lanes.filter((lane) => Math.abs(lane.y + lane.height / 2 - middle) < 14 + lane.height / 2);
  const clear = Math.max(x, ...near.map((lane) => lane.right));
  const left = Math.min(clear + 12, picture.width - boldWidth(text, totalSize) - 4);
  const total: SizedText = { x: left, y: middle + (word ? 2 : 10), text, anchor: "start", size: totalSize };
  return {
    x,
    state,
    total,
    word: word === undefined ? undefined : { x: left, y: middle + 22, text: word, anchor: "start", size: 18 },
  };
}

function endWord(state: RunState): string | undefined {
  if (state === "stopped") return "stopped";
  if (state === "failed") return "failed";
  return state === "limit" ? "limit reached" : undefined;
}

// The slower run leaves free room behind the faster one's total: the ratio stands there as large as it fits.
function ratioSpot(text: string, end: EndLine, top: number, { room, width }: Picture): SizedText {
  const x = end.total.x + boldWidth(end.total.text, totalSize) + 22;
  const size = ratioSizes.find((size) => x + boldWidth(text, size) < width - 4);
  if (size !== undefined) return { x, y: end.total.y, text, anchor: "start", size };
  if (room.headings === "above") return { x: width - 8, y: top + 22, text, anchor: "end", size: headingSize };
  return { x: 4, y: top + 48, text, anchor: "start", size: headingSize };
}

function boldWidth(text: string, size: number): number {
  return text.length * size * 0.5;
}
