// Geometry of a thread's lane: its life, who has control in it, where it is blocked, and how it ends. Pure; slide units.

import type { ThreadPiece, ThreadSpan } from "../../trace/fold/thread-spans.ts";
import { placeText } from "../../trace/words/places.ts";
import { blockedFor, lineOf } from "../../trace/words/thread-words.ts";
import { barWords, type LaneWords, neverSpot, takenBy, wordSizeIn, wordsIn } from "../bars/bar-words.ts";
import { type EndMark, endMark, markRight } from "../bars/end-mark.ts";
import { type ThreadParts, threadParts } from "../bars/thread-parts.ts";
import type { Extent } from "../scale/extents.ts";
import { barHeight, endIn, type LaneBase, type TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel, type TextSpot } from "../scale/lane-label.ts";
import { threadLook } from "../scale/looks.ts";
import { threadTitle } from "./thread-titles.ts";

export interface ThreadLane extends LaneBase, LaneWords {
  readonly kind: "thread";
  /** From `new Worker` to the beginning of its top level. */
  readonly starting: Extent;
  /** From there to its end. */
  readonly life: Extent;
  readonly parts: ThreadParts;
  /** Where the open end of a wait is; undefined if the thread has ended. */
  readonly openAt: number | undefined;
  readonly marks: readonly EndMark[];
}

export function threadLane(thread: ThreadSpan, spot: LaneSpot, around: TaskSurroundings): ThreadLane {
  const { frame, looks } = around;
  const look = threadLook(thread, looks);
  const parts = threadParts(thread, around);
  const bar = barHeight(spot.height);
  const wordSize = wordSizeIn(bar);
  const never = wordSize !== undefined && isStuck(thread, around) ? neverSpot(frame) : undefined;
  const marks = threadMarks(thread, spot.height, around);
  const last = marks.at(-1);
  return {
    kind: "thread",
    key: `thread-${thread.worker}`,
    look,
    title: () => threadTitle(thread, around),
    y: spot.y,
    height: spot.height,
    barHeight: bar,
    ...laneLabel(look, spot, frame),
    ...lifeOf(thread, around),
    parts,
    openAt: thread.end === undefined ? frame.untilX : undefined,
    words: wordSize === undefined ? [] : threadWords(parts, never, marks, wordSize, around),
    wordSize: wordSize ?? 0,
    never,
    marks,
    right: last && thread.end !== undefined ? markRight(last) : frame.untilX,
  };
}

function isStuck({ blocks }: ThreadSpan, { trace }: TaskSurroundings): boolean {
  const last = blocks.at(-1);
  return trace.outcome?.kind === "deadlock" && last !== undefined && last.to === undefined;
}

function lifeOf(
  { start, seq, top, end, endSeq }: ThreadSpan,
  { trace, frame }: TaskSurroundings,
): Pick<ThreadLane, "starting" | "life"> {
  const begun = top === undefined ? undefined : trace.tasks[top];
  const [left, right] = [frame.x(start, seq), endIn(frame, end, endSeq)];
  const middle = begun ? Math.min(right, frame.x(begun.start, begun.seq)) : right;
  return { starting: { x: left, width: middle - left }, life: { x: middle, width: right - middle } };
}

function threadWords(
  parts: ThreadParts,
  never: TextSpot | undefined,
  marks: readonly EndMark[],
  size: number,
  around: TaskSurroundings,
): TextSpot[] {
  const blocked = parts.blocked.map((part) => ({ ...part, texts: blockedTexts(part.piece, around) }));
  return [
    ...wordsIn(blocked, takenBy(never, marks, size), size, around.frame),
    ...barWords(parts, never, marks, size, around),
  ];
}

/** "the lock · line 12 of speak.ts", "the lock · line 12", "lock". */
function blockedTexts(piece: ThreadPiece | undefined, { trace }: TaskSurroundings): string[] {
  if (piece?.does.kind !== "blocked") return [];
  const { block } = piece.does;
  const what = blockedFor(block, trace);
  const place = lineOf(block);
  const lines = place ? [placeText(place, trace), `line ${place.line}`] : [];
  return [...new Set(lines.map((line) => `${what} · ${line}`)), what.replace(/^(the|a) /, "")];
}

// A thread that failed may still live, but for the viewer its error is its end.
function threadMarks(
  { start, seq, failure, end, endSeq, how }: ThreadSpan,
  height: number,
  { frame }: TaskSurroundings,
): EndMark[] {
  const room = { height, barLeft: frame.x(start, seq), endX: frame.endX };
  const failed = failure ? [endMark("failed", frame.x(failure.t, failure.seq), "failed", room)] : [];
  if (end === undefined || !how || (failure && how !== "terminated")) return failed;
  const word = how === "closed" || how === "terminated" ? how : undefined;
  return [...failed, endMark(how, frame.x(end, endSeq), word, room)];
}
