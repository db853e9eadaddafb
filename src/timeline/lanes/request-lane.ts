// Geometry of a request's lane: calculates bar, mark and words from the request's times. Pure; slide units.

import type { RequestOutcome } from "../../trace/events/events.ts";
import type { BodySpan } from "../../trace/fold/requests.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import type { Times } from "../../trace/words/times.ts";
import { counted } from "../../trace/words/words.ts";
import { type EndMark, endMark, markRight, outcomeWord } from "../bars/end-mark.ts";
import { addTurn, type Edges, type Extent, extent, tickWidth } from "../scale/extents.ts";
import {
  barHeight,
  endIn,
  type LaneBase,
  type LaneFrame,
  type TaskSurroundings,
} from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel } from "../scale/lane-label.ts";
import type { LaneLook } from "../scale/looks.ts";

export interface RequestLane extends LaneBase {
  readonly kind: "request";
  readonly wait: Extent;
  /** From the arrival of the reply until the program took it; undefined if there is nothing between. */
  readonly ready: Extent | undefined;
  readonly mark: EndMark;
  /** What the program has read of a body that was sent piece by piece; undefined for any other body. */
  readonly body: { readonly line: Extent; readonly chunks: readonly Extent[] } | undefined;
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
  const body = span.body && bodyPart(span.body, end, frame);
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
    body,
    right: Math.max(markRight(mark), body ? body.line.x + body.line.width : 0),
  };
}

/** A line from the reply's head to the end of its body, with a tick for each chunk. */
function bodyPart({ chunks, end, endSeq }: BodySpan, left: number, frame: LaneFrame): RequestLane["body"] {
  const ticks: Edges[] = [];
  for (const { t, seq } of chunks) {
    const x = frame.x(t, seq);
    addTurn(ticks, x, x + tickWidth);
  }
  return { line: extent({ left, right: endIn(frame, end, endSeq) }), chunks: ticks.map(extent) };
}

/** Returns the tooltip: request, times and outcome. */
function laneTitle(span: RequestSpan, look: LaneLook, times: Times): string {
  const taken = span.end === undefined ? "" : ` to ${times.text(span.end)}`;
  return `${look.label}: ${span.method} ${span.url}\n${times.text(span.start)}${taken}, ${replyText(span, times)}`;
}

/** Describes a reply: "answered, 200 OK; 5 chunks, 25 bytes, complete at 3.20 s". */
export function replyText({ outcome, body }: RequestSpan, times: Times): string {
  return outcomeText(outcome) + (body ? `; ${bodyText(body, times)}` : "");
}

function bodyText({ chunks, end, outcome }: BodySpan, times: Times): string {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const read = `${counted(chunks.length, "chunk")}, ${counted(bytes, "byte")}`;
  if (end === undefined) return `${read} so far`;
  return `${read}, ${outcome === "failed" ? "broke off" : outcome} at ${times.text(end)}`;
}

/** Describes an outcome: "answered, 404 Not Found". */
function outcomeText(outcome: RequestOutcome | undefined): string {
  if (!outcome) return "no reply yet";
  if (outcome.kind === "answered") return `answered, ${outcome.status} ${outcome.statusText}`.trim();
  return outcome.reason === "" ? outcome.kind : `${outcome.kind}: ${outcome.reason}`;
}
