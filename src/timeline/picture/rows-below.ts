// Geometry of the rows below a run's lanes: requests in flight, the bounds of its waits, and its output. Pure; slide
// units.

import type { LaneFrame } from "../scale/lane-frame.ts";
import { drawingWidth } from "../scale/lane-label.ts";
import { runState, type TimelineRun } from "../scale/runs.ts";
import { type BoundsRow, boundsRow } from "./bounds-row.ts";
import type { SizedText } from "./end-line.ts";
import { type FlightRow, flightRow } from "./flight-row.ts";
import { type OutputMarks, outputMarks } from "./output-marks.ts";
import type { Picture } from "./picture.ts";

export interface OutputRow {
  readonly y: number;
  readonly height: number;
  readonly label: SizedText | undefined;
  readonly marks: OutputMarks;
}

/** The rows that fit, from the top. */
export interface RowsBelow {
  readonly flight: FlightRow | undefined;
  readonly bounds: BoundsRow | undefined;
  readonly output: OutputRow;
}

/** The rows below a single run are always visible. */
export function rowsPlace(
  bottom: number,
  { room, height, isAlone }: Picture,
): { readonly top: number; readonly height: number } {
  const own = room.flightHeight + room.boundsHeight + room.outputHeight;
  return { top: isAlone ? Math.min(bottom, height - own - room.padding) : bottom, height: own };
}

/** @param top top of the first row */
export function rowsBelow(run: TimelineRun, top: number, frame: LaneFrame, picture: Picture): RowsBelow {
  const { room, last, looks } = picture;
  const boundsTop = top + room.flightHeight;
  const { flightHeight, boundsHeight } = room;
  const wide = { ...frame, last, times: looks.times };
  return {
    flight: flightHeight === 0 ? undefined : flightRow(run.trace, top, flightHeight, frame),
    bounds: boundsHeight === 0 ? undefined : boundsRow(run.trace, boundsTop, boundsHeight, wide),
    output: outputRow(run, boundsTop + boundsHeight, picture),
  };
}

function outputRow(run: TimelineRun, y: number, { x, room }: Picture): OutputRow {
  const height = room.outputHeight;
  const label: SizedText | undefined =
    height < 20 || runState(run) === "waiting"
      ? undefined
      : { x: room.labelX + drawingWidth, y: y + height / 2 + 6, text: "output", anchor: "start", size: 18 };
  return { y, height, label, marks: outputMarks(run.trace.lines, run.trace.failures, x) };
}
