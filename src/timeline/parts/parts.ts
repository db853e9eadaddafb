// The parts of a lane that a viewer can point at: how many there are, and which one is at a place. Pure.

import type { Place } from "../../trace/events/events.ts";
import { lastBefore } from "../../trace/events/lists.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import type { LaneItem } from "../lanes/lane-items.ts";
import type { AxisPlace } from "../scale/axis-map.ts";
import type { KnownRun } from "../scale/known-run.ts";

/** Where a part begins or ends: the time in milliseconds, and the event. */
export interface Edge {
  readonly t: number;
  readonly seq: number | undefined;
}

/** A part of a lane. */
export interface Part {
  /** Counts from 0 within the lane. */
  readonly index: number;
  readonly from: Edge;
  /** The time is infinite if the part has not ended. */
  readonly to: Edge;
  /** One sentence, without a full stop. */
  readonly words: string;
  /** Further details, for example when the reply was ready and who resumed the task. */
  readonly more: readonly string[];
  /** The part's line of the program. */
  readonly place: Place | undefined;
}

/** A lane with the facts about its run. */
export interface PointedLane {
  readonly item: LaneItem;
  readonly run: KnownRun;
  /** Returns where a moment is in the picture, even if it is far outside the visible window. */
  readonly x: AxisPlace;
}

/** Returns how many parts a lane has. */
export function partCount({ item, run, x }: PointedLane): number {
  switch (item.kind) {
    case "loop":
      return run.trace.control.length;
    case "task":
      return item.span.stretches.length;
    case "thread":
      return item.thread.pieces.length;
    case "lock":
      return item.lock.holds.length;
    case "prompt":
    case "timers":
      return item.spans.length;
    case "request":
      return hasReadyPart(item.span, x) ? 2 : 1;
    case "note":
      return 0;
    default:
      return item satisfies never;
  }
}

/** Returns the number of the part at a place (in slide units), or of the last part before it; 0 if there is none. */
export function partAt({ item, run, x }: PointedLane, at: number): number {
  switch (item.kind) {
    case "loop":
      return lastFrom(run.trace.control, x, at);
    case "task":
      return lastFrom(item.span.stretches, x, at);
    case "thread":
      return lastFrom(item.thread.pieces, x, at);
    case "lock":
      return lastFrom(item.lock.holds, x, at);
    case "prompt":
    case "timers":
      return lastFrom(
        item.spans.map(({ start, seq }) => ({ from: start, seq })),
        x,
        at,
      );
    case "request": {
      const { ready = 0, readySeq } = item.span;
      return hasReadyPart(item.span, x) && at >= x(ready, readySeq) ? 1 : 0;
    }
    case "note":
      return 0;
    default:
      return item satisfies never;
  }
}

function lastFrom(
  parts: readonly { readonly from: number; readonly seq: number }[],
  x: AxisPlace,
  at: number,
): number {
  const last = lastBefore(parts, ({ from, seq }) => x(from, seq) > at);
  return Math.max(0, last);
}

/** True if the reply visibly arrived before the program took it. */
function hasReadyPart({ ready, readySeq, end, endSeq }: RequestSpan, x: AxisPlace): boolean {
  return ready !== undefined && end !== undefined && x(end, endSeq) > x(ready, readySeq);
}
