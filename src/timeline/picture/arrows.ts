// The arrows of hand-overs: vertical, from the edge of one lane's bar to the edge of another. Pure; slide units.

import type { TaskId } from "../../trace/events/events.ts";
import type { Trace } from "../../trace/trace.ts";
import { type LaneItem, tasksOf } from "../lanes/lane-items.ts";
import type { Lane } from "../lanes/lanes.ts";
import type { AxisPlace } from "../scale/axis-map.ts";
import { type Handover, handovers, type Waking, wakings } from "./handovers.ts";

/** A vertical arrow from one lane to another. */
export interface Arrow {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Returns the arrows between the lanes. `items` must be in the same order as `lanes`.
 * @param all true for all hand-overs, false for those of generators only
 */
export function arrows(
  trace: Trace,
  lanes: readonly Lane[],
  items: readonly LaneItem[],
  x: AxisPlace,
  all: boolean,
): Arrow[] {
  const byTask = new Map<TaskId, Lane>();
  for (const [index, item] of items.entries()) {
    const lane = lanes[index];
    if (lane) for (const { task } of tasksOf(item)) byTask.set(task, lane);
  }
  const spans = items.flatMap(tasksOf);
  const between = handovers(trace, spans, x).flatMap((handover) => arrow(handover, byTask));
  if (!all) return between;
  const loop = lanes.find(({ kind }) => kind === "loop");
  return [...between, ...wakings(trace, spans, x).flatMap((waking) => wakingArrow(waking, byTask, loop))];
}

// From the edge of the giver's bar to the edge of the receiver's bar.
function arrow({ x, from, to }: Handover, lanes: ReadonlyMap<TaskId, Lane>): Arrow[] {
  const [giver, receiver] = [lanes.get(from), lanes.get(to)];
  if (giver?.kind !== "task" || receiver?.kind !== "task") return [];
  return giver === receiver ? [] : [between(giver, receiver, x)];
}

// A task that no visible task gave control to got it from the event loop.
function wakingArrow(
  { x, from, to }: Waking,
  lanes: ReadonlyMap<TaskId, Lane>,
  loop: Lane | undefined,
): Arrow[] {
  const giver = from === undefined ? loop : (lanes.get(from) ?? loop);
  const receiver = lanes.get(to);
  if (!giver || giver.kind === "note" || receiver?.kind !== "task" || giver === receiver) return [];
  return [between(giver, receiver, x)];
}

type BarLane = Exclude<Lane, { kind: "note" }>;

function between(giver: BarLane, receiver: BarLane, x: number): Arrow {
  const middle = (lane: Lane) => lane.y + lane.height / 2;
  const towards = Math.sign(middle(receiver) - middle(giver)) / 2;
  return {
    x,
    from: middle(giver) + towards * giver.barHeight,
    to: middle(receiver) - towards * receiver.barHeight,
  };
}
