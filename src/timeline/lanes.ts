// Geometry of one lane: from a request's times to bar, mark and words. Pure; units are those of the slide.

import type { RequestOutcome } from "../trace/events.ts";
import type { RequestSpan } from "../trace/trace.ts";
import { lowestLaneWithWords } from "./dimensions.ts";
import { timeText } from "./scale.ts";

/** How a request looks: its word, the class that sets `--animal`, and its drawing ("#animal-cow"). */
export interface LaneLook {
  readonly label: string;
  readonly className: string;
  readonly symbol: string | undefined;
}

/** How a bar ends: "open" while in flight, and for what a stopped run left unanswered. */
export type LaneEnd = "open" | RequestOutcome["kind"];

export interface Stretch {
  readonly x: number;
  readonly width: number;
}

export interface TextSpot {
  readonly x: number;
  readonly text: string;
  readonly anchor: "start" | "end";
}

export interface RequestLane {
  readonly kind: "request";
  /** Unique within the run and stable from frame to frame. */
  readonly key: string;
  readonly look: LaneLook;
  readonly title: string;
  readonly y: number;
  readonly height: number;
  readonly barHeight: number;
  readonly icon: { readonly x: number; readonly size: number };
  /** Undefined in lanes too low for words. */
  readonly label: (TextSpot & { readonly size: number }) | undefined;
  readonly wait: Stretch;
  /** From the reply's arrival to the moment the program took it; undefined where that is nothing. */
  readonly ready: Stretch | undefined;
  readonly end: LaneEnd;
  /** The end mark's centre and radius. */
  readonly mark: { readonly x: number; readonly radius: number };
  readonly note: TextSpot | undefined;
  /** Where the lane's drawing ends on the right. */
  readonly right: number;
}

/** A run that made no request. */
export interface NoteLane {
  readonly kind: "note";
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly right: number;
}

export type Lane = RequestLane | NoteLane;

/** What a lane needs to know of the picture that it is part of. */
export interface LaneFrame {
  readonly x: (t: number) => number;
  /** Left edge of the label column. */
  readonly labelX: number;
  readonly labelLength: number;
  readonly plotLeft: number;
  readonly laneHeight: number;
  /** When the run ended, or now, in milliseconds. */
  readonly until: number;
}

const fullText = 20;
const smallestText = 16;
const noteText = 18;
const largestIcon = 32;
const smallestIcon = 24;

/** Width of a text in units, near enough to reserve room. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** @param spot the lane's number within its run, from 0, and its top. */
export function requestLane(
  span: RequestSpan,
  look: LaneLook,
  { index, y }: { readonly index: number; readonly y: number },
  frame: LaneFrame,
): RequestLane {
  const until = span.end ?? frame.until;
  const arrived = Math.min(span.ready ?? until, until);
  const wait = stretch(frame, span.start, arrived);
  const ready = until > arrived ? stretch(frame, arrived, until) : undefined;
  const end = span.outcome?.kind ?? "open";
  const barHeight = Math.max(6, Math.round(frame.laneHeight * 0.72));
  const mark = { x: frame.x(until), radius: markRadius(end, barHeight) };
  const note = noteSpot(noteWords(span.outcome), mark, wait.x, frame);
  return {
    kind: "request",
    key: `request-${span.request}`,
    look,
    title: laneTitle(span, look),
    y,
    height: frame.laneHeight,
    barHeight,
    ...labelSpots(look, index, frame),
    wait,
    ready,
    end,
    mark,
    note,
    right: laneRight(mark, note),
  };
}

// In low lanes a plain answer needs no room, so that whatever is no answer stands out.
function markRadius(end: LaneEnd, barHeight: number): number {
  if (end === "open") return 0;
  if (barHeight >= 12) return barHeight / 2;
  return end === "answered" ? barHeight / 2 : barHeight / 2 + 3;
}

function stretch({ x }: LaneFrame, from: number, to: number): Stretch {
  return { x: x(from), width: Math.max(0, x(to) - x(from)) };
}

function labelSpots(look: LaneLook, index: number, frame: LaneFrame): Pick<RequestLane, "icon" | "label"> {
  const height = frame.laneHeight;
  if (height < lowestLaneWithWords) return { icon: staggeredIcon(index, frame), label: undefined };
  const iconSize = Math.min(largestIcon, height - 2);
  const size = Math.round(Math.min(fullText, Math.max(smallestText, height * 0.75)));
  const x = frame.labelX + (look.symbol ? 42 : 0);
  const text = shortened(look.label, frame.labelLength + (look.symbol ? 0 : 3));
  return {
    icon: { x: frame.labelX + (largestIcon - iconSize) / 2, size: iconSize },
    label: { x, text, anchor: "start", size },
  };
}

// Low lanes have their drawings in several columns by turns: each may then be higher than its lane.
function staggeredIcon(index: number, { laneHeight, plotLeft }: LaneFrame): RequestLane["icon"] {
  const columns = Math.ceil(smallestIcon / laneHeight);
  const size = Math.min(28, columns * laneHeight);
  const column = columns - 1 - (index % columns);
  return { x: plotLeft - 10 - (column + 1) * (size + 3), size };
}

/** At most `length` characters, with an ellipsis where some are missing. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function noteWords(outcome: RequestOutcome | undefined): string | undefined {
  if (!outcome) return undefined;
  if (outcome.kind !== "answered") return outcome.kind;
  return outcome.status === 200 ? undefined : String(outcome.status);
}

// Right of the mark, unless it would cross the run's end line, where the total stands: then before it, in the bar.
function noteSpot(
  text: string | undefined,
  mark: RequestLane["mark"],
  barLeft: number,
  frame: LaneFrame,
): TextSpot | undefined {
  if (text === undefined || frame.laneHeight < lowestLaneWithWords) return undefined;
  const needed = mark.radius + 6 + textWidth(text, noteText);
  const crosses = mark.x + needed > frame.x(frame.until);
  if (crosses && mark.x - needed - 8 > barLeft) return { x: mark.x - mark.radius - 6, text, anchor: "end" };
  return { x: mark.x + mark.radius + 6, text, anchor: "start" };
}

function laneRight(mark: RequestLane["mark"], note: TextSpot | undefined): number {
  const markRight = mark.x + mark.radius;
  return note?.anchor === "start" ? note.x + textWidth(note.text, noteText) : markRight;
}

/** The tooltip: request, times and outcome in words. */
function laneTitle(span: RequestSpan, look: LaneLook): string {
  const taken = span.end === undefined ? "" : ` to ${timeText(span.end)}`;
  return `${look.label}: ${span.method} ${span.url}\n${timeText(span.start)}${taken}, ${outcomeText(span.outcome)}`;
}

/** An outcome in words: "answered, 404 Not Found". */
export function outcomeText(outcome: RequestOutcome | undefined): string {
  if (!outcome) return "no reply yet";
  if (outcome.kind === "answered") return `answered, ${outcome.status} ${outcome.statusText}`.trim();
  return outcome.reason === "" ? outcome.kind : `${outcome.kind}: ${outcome.reason}`;
}
