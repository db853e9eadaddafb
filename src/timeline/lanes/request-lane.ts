// Geometry of a request's lane: calculates bar, mark and words from the request's times. Pure; slide units.

import type { RequestOutcome } from "../../trace/events/events.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import { type Extent, extent } from "../scale/extents.ts";
import { barHeight, endIn, type LaneBase, type TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel } from "../scale/lane-label.ts";
import type { LaneLook } from "../scale/looks.ts";
import { type EndMark, endMark, markRight, outcomeWord } from "./end-mark.ts";

export interface RequestLane extends LaneBase {
  readonly kind: "request";
  readonly wait: Extent;
  /** From the arrival of the reply until the program took it; undefined if there is nothing between. */
  readonly ready: Extent | undefined;
  readonly mark: EndMark;
}

export function requestLane(
  span: RequestSpan,
  spot: LaneSpot,
  { frame, looks }: TaskSurroundings,
): RequestLane {
  const look = looks.request(span);
  const { y, height } = spot;
  const left = frame.x(span.start, span.seq);
  const end = endIn(frame, span.end, span.endSeq);
  const arrived = span.ready === undefined ? end : Math.min(frame.x(span.ready, span.readySeq), end);
  const wait = extent({ left, right: arrived });
  const markFrame = { height, barLeft: wait.x, endX: frame.endX };
  const mark = endMark(span.outcome?.kind ?? "open", end, outcomeWord(span.outcome), markFrame);
  return {
    kind: "request",
    key: `request-${span.request}`,
    look,
    title: () => laneTitle(span, look, looks.times),
    y,
    height,
    barHeight: barHeight(height),
    ...laneLabel(look, spot, frame),
    wait,
    ready: end > arrived ? extent({ left: arrived, right: end }) : undefined,
    mark,
    right: markRight(mark),
  };
}

/** Returns the tooltip: request, times and outcome. */
function laneTitle(span: RequestSpan, look: LaneLook, times: Times): string {
  const taken = span.end === undefined ? "" : ` to ${times.text(span.end)}`;
  return `${look.label}: ${span.method} ${span.url}\n${times.text(span.start)}${taken}, ${outcomeText(span.outcome)}`;
}

/** Describes an outcome: "answered, 404 Not Found". */
export function outcomeText(outcome: RequestOutcome | undefined): string {
  if (!outcome) return "no reply yet";
  if (outcome.kind === "answered") return `answered, ${outcome.status} ${outcome.statusText}`.trim();
  return outcome.reason === "" ? outcome.kind : `${outcome.kind}: ${outcome.reason}`;
}
