// Geometry of the marks at the ends of requests, tasks and threads, and of the words beside them. Pure; slide units.

import type { RequestOutcome, ThreadEnd } from "../../trace/events/events.ts";
import type { TaskEnd } from "../../trace/fold/tasks.ts";
import { barHeight } from "../scale/lane-frame.ts";
import { lowestLaneWithWords, type TextSpot, textWidth } from "../scale/lane-label.ts";

/** How a bar ends. "open": it goes on, or never ended. */
export type LaneEnd = "open" | RequestOutcome["kind"] | TaskEnd | ThreadEnd;

export interface EndMark {
  readonly end: LaneEnd;
  /** Horizontal centre of the mark. */
  readonly x: number;
  readonly radius: number;
  readonly note: TextSpot | undefined;
}

/** The facts about a lane that its marks need. */
export interface MarkFrame {
  readonly height: number;
  /** Left end of the bar before the mark. */
  readonly barLeft: number;
  /** Position of the run's end line. */
  readonly endX: number;
}

const noteText = 18;

/** @param words shown beside the mark if the lane is high enough for words */
export function endMark(end: LaneEnd, x: number, words: string | undefined, frame: MarkFrame): EndMark {
  const radius = markRadius(end, barHeight(frame.height));
  return { end, x, radius, note: noteSpot(words, x, radius, frame) };
}

/** Returns the right end of the mark and its words. */
export function markRight({ x, radius, note }: EndMark): number {
  return note?.anchor === "start" ? note.x + textWidth(note.text, noteText) : x + radius;
}

/** Returns the left end of the mark and its words. */
export function markLeft({ x, radius, note }: EndMark): number {
  return note?.anchor === "end" ? note.x - textWidth(note.text, noteText) : x - radius;
}

/** Returns a word for the outcome of a request; `undefined` for a plain answer (status 200) or no outcome yet. */
export function outcomeWord(outcome: RequestOutcome | undefined): string | undefined {
  if (!outcome) return undefined;
  if (outcome.kind !== "answered") return outcome.kind;
  return outcome.status === 200 ? undefined : String(outcome.status);
}

// In low lanes, marks of plain ends are no larger than the bar, so that all other ends stand out.
function markRadius(end: LaneEnd, bar: number): number {
  if (end === "open") return 0;
  if (bar >= 14 || end === "answered" || end === "returned" || end === "ended") return bar / 2;
  return bar / 2 + (bar < 12 ? 3 : 2);
}

// Places the words right of the mark. If they would cross the run's end line, where the total is, they go left of the
// mark, into the bar.
function noteSpot(
  text: string | undefined,
  x: number,
  radius: number,
  { height, barLeft, endX }: MarkFrame,
): TextSpot | undefined {
  if (text === undefined || height < lowestLaneWithWords.usual) return undefined;
  const needed = radius + 6 + textWidth(text, noteText);
  const crosses = x <= endX + 1 && x + needed > endX;
  if (crosses && x - needed - 8 > barLeft) return { x: x - radius - 6, text, anchor: "end" };
  return { x: x + radius + 6, text, anchor: "start" };
}
