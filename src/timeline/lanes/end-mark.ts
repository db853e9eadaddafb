// Geometry of the marks at which requests and tasks end, and of the words beside them. Pure; slide units.

import type { RequestOutcome } from "../../trace/events/events.ts";
import type { TaskEnd } from "../../trace/fold/tasks.ts";
import { barHeight } from "../scale/lane-frame.ts";
import { lowestLaneWithWords, type TextSpot, textWidth } from "../scale/lane-label.ts";

/** How a bar ends: "open" while it goes on, and for what never ended. */
export type LaneEnd = "open" | RequestOutcome["kind"] | TaskEnd;

export interface EndMark {
  readonly end: LaneEnd;
  /** Its centre. */
  readonly x: number;
  readonly radius: number;
  readonly note: TextSpot | undefined;
}

/** What a mark needs to know of its lane. */
export interface MarkFrame {
  readonly height: number;
  /** Where the bar before the mark begins. */
  readonly barLeft: number;
  /** Where the run's end line stands. */
  readonly endX: number;
}

const noteText = 18;

/** @param words stand beside the mark, where the lane is high enough for words. */
export function endMark(end: LaneEnd, x: number, words: string | undefined, frame: MarkFrame): EndMark {
  const radius = markRadius(end, barHeight(frame.height));
  return { end, x, radius, note: noteSpot(words, x, radius, frame) };
}

/** Where mark and words end on the right. */
export function markRight({ x, radius, note }: EndMark): number {
  return note?.anchor === "start" ? note.x + textWidth(note.text, noteText) : x + radius;
}

/** Where mark and words begin on the left. */
export function markLeft({ x, radius, note }: EndMark): number {
  return note?.anchor === "end" ? note.x - textWidth(note.text, noteText) : x - radius;
}

/** What is said of a request that was not simply answered. */
export function outcomeWord(outcome: RequestOutcome | undefined): string | undefined {
  if (!outcome) return undefined;
  if (outcome.kind !== "answered") return outcome.kind;
  return outcome.status === 200 ? undefined : String(outcome.status);
}

// In low lanes a plain end needs no room, so that whatever is not plain stands out.
function markRadius(end: LaneEnd, bar: number): number {
  if (end === "open") return 0;
  if (bar >= 14 || end === "answered" || end === "returned") return bar / 2;
  return bar / 2 + (bar < 12 ? 3 : 2);
}

// Right of the mark, unless it would cross the run's end line, where the total stands: then before it, in the bar.
function noteSpot(
  text: string | undefined,
  x: number,
  radius: number,
  { height, barLeft, endX }: MarkFrame,
): TextSpot | undefined {
  if (text === undefined || height < lowestLaneWithWords) return undefined;
  const needed = radius + 6 + textWidth(text, noteText);
  const crosses = x <= endX + 1 && x + needed > endX;
  if (crosses && x - needed - 8 > barLeft) return { x: x - radius - 6, text, anchor: "end" };
  return { x: x + radius + 6, text, anchor: "start" };
}
