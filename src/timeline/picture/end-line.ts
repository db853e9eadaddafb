// Geometry of a run's end line: its time, how the run ended, and the ratio of a race. Pure; slide units.

import type { Times } from "../../trace/words/times.ts";
import type { Lane } from "../lanes/lanes.ts";
import type { Plot } from "../scale/axis-map.ts";
import type { Dimensions } from "../scale/dimensions.ts";
import type { TextSpot } from "../scale/lane-label.ts";
import { type RunAt, type RunState, runEnd, runState } from "../scale/runs.ts";

export type SizedText = TextSpot & { readonly y: number; readonly size: number };

/** The line at the end of a run, or at the present time of a run that goes on. */
export interface EndLine {
  readonly x: number;
  readonly state: Exclude<RunState, "waiting">;
  /** Undefined if the line is outside the visible part of the axis. The same holds for `word`. */
  readonly total: SizedText | undefined;
  /** Says how the run ended; undefined for plain success. */
  readonly word: SizedText | undefined;
}

/** The space for a run's end line and its texts. */
export interface EndFrame {
  readonly x: number;
  /** The last known time of the run. */
  readonly untilX: number;
  readonly plot: Plot;
  readonly width: number;
  /** Middle of the program's lanes. */
  readonly middle: number;
  /** Lane of the program's own task, if the task has ended: the rest of that lane is free. */
  readonly mainLane: Lane | undefined;
  readonly times: Times;
}

export const headingSize = 22;
const totalSize = 28;
const ratioSizes = [34, 30, 26];

/** Returns how many units a total takes. */
export function totalTextWidth(text: string): number {
  return boldWidth(text, totalSize);
}

/** Returns `undefined` for a run that has not begun. */
export function endLine({ run, now }: RunAt, lanes: readonly Lane[], frame: EndFrame): EndLine | undefined {
  const state = runState(run);
  if (state === "waiting") return undefined;
  const { x } = frame;
  if (isOutside(x, frame.plot)) return { x, state, total: undefined, word: undefined };
  const end = runEnd(run, now);
  const text = state === "running" ? frame.times.rough(end) : frame.times.text(end);
  const goesFurther = frame.untilX > x + 1;
  const place =
    goesFurther && frame.mainLane ? inLane(x, frame.mainLane) : behindLanes(x, text, lanes, frame);
  return { x, state, ...endTexts(text, endWord(state), place) };
}

function isOutside(x: number, { left, right }: Plot): boolean {
  // If events at one time are spread out, a position is a sum of many numbers and so has a rounding error.
  const nearly = (right - left) * 1e-6;
  return x < left - nearly || x > right + nearly;
}

/** The place of the total. */
interface TotalPlace {
  readonly left: number;
  readonly middle: number;
  readonly size: number;
  /** True if the word has to go right of the total, because there is no room below it. */
  readonly isInLane: boolean;
}

// If there are later entries at the prompt, their lanes are right of the end line, so the total goes into the program's
// lane.
function inLane(x: number, { y, height, right }: Lane): TotalPlace {
  const size = Math.max(16, Math.min(22, Math.floor(height)));
  return { left: Math.max(x, right) + 8, middle: y + height / 2, size, isInLane: true };
}

function behindLanes(
  x: number,
  text: string,
  lanes: readonly Lane[],
  { middle, width }: EndFrame,
): TotalPlace {
  const near = lanes.filter((lane) => Math.abs(lane.y + lane.height / 2 - middle) < 14 + lane.height / 2);
  const clear = Math.max(x, ...near.map((lane) => lane.right));
  const left = Math.min(clear + 12, width - boldWidth(text, totalSize) - 4);
  return { left, middle, size: totalSize, isInLane: false };
}

function endTexts(
  text: string,
  word: string | undefined,
  { left, middle, size, isInLane }: TotalPlace,
): { readonly total: SizedText; readonly word: SizedText | undefined } {
  const baseline = isInLane ? middle + size * 0.35 : middle + (word ? 2 : 10);
  const total: SizedText = { x: left, y: baseline, text, anchor: "start", size };
  if (word === undefined) return { total, word };
  const spot = isInLane ? { x: left + boldWidth(text, size) + 12, y: baseline } : { x: left, y: middle + 22 };
  return { total, word: { ...spot, text: word, anchor: "start", size: isInLane ? 16 : 18 } };
}

function endWord(state: RunState): string | undefined {
  if (state === "stopped") return "stopped";
  if (state === "failed" || state === "deadlock") return state;
  return state === "limit" ? "limit reached" : undefined;
}

/**
 * The slower run leaves free space right of the faster run's total. The ratio goes there, as large as it fits.
 * @param top top of the run, including its heading
 */
export function ratioSpot(
  text: string,
  total: SizedText,
  top: number,
  room: Dimensions,
  width: number,
): SizedText {
  const x = total.x + boldWidth(total.text, totalSize) + 22;
  const size = ratioSizes.find((size) => x + boldWidth(text, size) < width - 4);
  if (size !== undefined) return { x, y: total.y, text, anchor: "start", size };
  if (room.headings === "above") return { x: width - 8, y: top + 22, text, anchor: "end", size: headingSize };
  return { x: 4, y: top + 48, text, anchor: "start", size: headingSize };
}

/** Estimates the width of a bold text in units, well enough to reserve space. */
function boldWidth(text: string, size: number): number {
  const narrow = text.match(/[ \u00a0.,:iljtfr]/g)?.length ?? 0;
  const wide = text.match(/[mw]/g)?.length ?? 0;
  return size * (narrow * 0.33 + wide * 0.85 + (text.length - narrow - wide) * 0.58);
}
