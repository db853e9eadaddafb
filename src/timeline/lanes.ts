// The kinds of lanes, and the geometry of a lane of whatever kind it is. Pure; slide units.

import type { LaneFrame, TaskSurroundings } from "./lane-frame.ts";
import type { LaneItem } from "./lane-items.ts";
import { textWidth } from "./lane-label.ts";
import { type LoopLane, loopLane } from "./loop-lane.ts";
import { promptLane } from "./prompt-lane.ts";
import { type RequestLane, requestLane } from "./request-lane.ts";
import { type TaskLane, taskLane } from "./task-lane.ts";

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

export function laneOf(
  item: LaneItem,
  place: { readonly index: number; readonly y: number; readonly height: number },
  around: TaskSurroundings,
): Lane {
  const { trace, looks, frame } = around;
  switch (item.kind) {
    case "loop":
      return loopLane(trace, looks, { ...place, depth: 0 }, frame);
    case "task":
      return taskLane(item.span, { ...place, depth: item.depth }, around);
    case "prompt":
      return promptLane(item.spans, { ...place, depth: item.depth }, around);
    case "request":
      return requestLane(item.span, { ...place, depth: item.depth }, around);
    case "note":
      return noteLane(item.text, place.y, place.height, frame);
    default:
      return item satisfies never;
  }
}

function noteLane(text: string, y: number, height: number, { plotLeft }: LaneFrame): NoteLane {
  const x = plotLeft + 8;
  return { kind: "note", key: "note", text, x, y, height, right: x + textWidth(text, 20) };
}
