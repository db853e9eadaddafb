// The kinds of lanes, and the geometry of a lane of any kind. Pure; slide units.

import type { LaneFrame, TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, textWidth } from "../scale/lane-label.ts";
import type { LaneItem } from "./lane-items.ts";
import { type LockLane, lockLane } from "./lock-lane.ts";
import { type LoopLane, loopLane } from "./loop-lane.ts";
import { promptLane } from "./prompt-lane.ts";
import { type RequestLane, requestLane } from "./request-lane.ts";
import { type TaskLane, taskLane } from "./task-lane.ts";
import { type ThreadLane, threadLane } from "./thread-lane.ts";
import { type TimersLane, timersLane } from "./timers-lane.ts";

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

export type Lane = LoopLane | ThreadLane | LockLane | TaskLane | RequestLane | TimersLane | NoteLane;

export function laneOf(
  item: LaneItem,
  place: Pick<LaneSpot, "index" | "y" | "height">,
  around: TaskSurroundings,
): Lane {
  const { trace, looks, frame } = around;
  switch (item.kind) {
    case "loop":
      return loopLane(trace, looks, { ...place, depth: 0 }, frame);
    case "task":
      return taskLane(item.span, nested(item, place), around, item.hidden);
    case "thread":
      return threadLane(item.thread, nested(item, place), around);
    case "lock":
      return lockLane(item.lock, { ...place, depth: 0 }, around);
    case "prompt":
      return promptLane(item.spans, nested(item, place), around);
    case "request":
      return requestLane(item.span, { ...place, depth: item.depth }, around);
    case "timers":
      return timersLane(item, { ...place, depth: item.depth }, around);
    case "note":
      return noteLane(item.text, place.y, place.height, frame);
    default:
      return item satisfies never;
  }
}

// Adds the count of folded lanes after the label: "+3".
function nested(
  { depth, isFolded, below }: { readonly depth: number; readonly isFolded: boolean; readonly below: number },
  place: Pick<LaneSpot, "index" | "y" | "height">,
): LaneSpot {
  return { ...place, depth, suffix: isFolded ? ` +${below}` : "" };
}

function noteLane(text: string, y: number, height: number, { plotLeft }: LaneFrame): NoteLane {
  const x = plotLeft + 8;
  return { kind: "note", key: "note", text, x, y, height, right: x + textWidth(text, 20) };
}
