// The lanes of a run, and the geometry of a request's: from its times to bar, mark and words. Pure; slide units.

import type { RequestOutcome } from "../trace/events.ts";
import type { RequestSpan } from "../trace/trace.ts";
import { barHeight, type EndMark, endMark, markRight, outcomeWord } from "./end-mark.ts";
import type { Extent } from "./extents.ts";
import type { LaneBase, LaneFrame, TaskSurroundings } from "./lane-frame.ts";
import { type LaneLook, type LaneSpot, laneLabel } from "./lane-label.ts";
import type { LoopLane } from "./loop-lane.ts";
import { timeText } from "./scale.ts";
import type { TaskLane } from "./task-lane.ts";

export interface RequestLane extends LaneBase {
  readonly kind: "request";
  readonly wait: Extent;
  /** From the reply's arrival to the moment the program took it; undefined where that is nothing. */
  readonly ready: Extent | undefined;
  readonly mark: EndMark;
}

/** A sentence in place of lanes. */
export interface NoteLane {
  readonly kind: "note";
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly right: number;
}

export type Lane = LoopLane | TaskLane | RequestLane | NoteLane;

export function requestLane(
  span: RequestSpan,
  spot: LaneSpot,
  { frame, looks, told }: TaskSurroundings,
): RequestLane {
  const look = looks.request(span);
  const { y, height } = spot;
  const until = span.end ?? frame.until;
  const arrived = Math.min(span.ready ?? until, until);
  const wait = between(frame, span.start, arrived);
  const bar = barHeight(height);
  const markFrame = { height, barHeight: bar, barLeft: wait.x, endX: frame.endX };
  const mark = endMark(span.outcome?.kind ?? "open", frame.x(until), outcomeWord(span.outcome), markFrame);
  return {
    kind: "request",
    key: `request-${span.request}`,
    look,
    title: () => laneTitle(told.trace.requests[span.request] ?? span, look),
    y,
    height,
    barHeight: bar,
    ...laneLabel(look, spot, frame),
    wait,
    ready: until > arrived ? between(frame, arrived, until) : undefined,
    mark,
    right: markRight(mark),
  };
}

function between({ x }: LaneFrame, from: number, to: number): Extent {
  return { x: x(from), width: Math.max(0, x(to) - x(from)) };
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
