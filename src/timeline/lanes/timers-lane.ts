// Geometry of the lane of timers that a task set and no task waits for: when each was set, and when it called back.
// Pure; slide units.

import type { Extent } from "../scale/extents.ts";
import { barHeight, endIn, type LaneBase, type TaskSurroundings } from "../scale/lane-frame.ts";
import { type LaneSpot, laneLabel } from "../scale/lane-label.ts";
import type { LaneLook, Looks } from "../scale/looks.ts";
import type { TimersItem } from "./lane-items.ts";

export interface TimersLane extends LaneBase {
  readonly kind: "timers";
  /** From setting the timer to its last call, or to where it was cleared. They may overlap. */
  readonly waits: readonly Extent[];
  /** Positions at which a timer's function was called. */
  readonly calls: readonly number[];
}

/** Calls closer than this many units cannot be distinguished. */
const closest = 2;
const title = "Timers that no coroutine waits for: from when each was set to when it called back.";

export function timersLane(
  { spans, task }: TimersItem,
  spot: LaneSpot,
  around: TaskSurroundings,
): TimersLane {
  const { frame, looks } = around;
  const look = timersLook({ spans }, looks);
  const waits = distinct(
    spans.map(({ start, seq, end, endSeq }) => {
      const x = frame.x(start, seq);
      return { x, width: endIn(frame, end, endSeq) - x };
    }),
  );
  const calls = distinctCalls(spans.flatMap(({ fires }) => fires.map(({ t, seq }) => frame.x(t, seq))));
  return {
    kind: "timers",
    key: `timers-${task}`,
    look,
    title: () => title,
    y: spot.y,
    height: spot.height,
    barHeight: barHeight(spot.height),
    ...laneLabel(look, spot, frame),
    waits,
    calls,
    right: Math.max(frame.plotLeft, ...waits.map(({ x, width }) => x + width)),
  };
}

/** Returns the look of a lane of timers: "timer 500 ms" or "4 timers". */
export function timersLook({ spans }: Pick<TimersItem, "spans">, { times }: Looks): LaneLook {
  const [only] = spans;
  const label = spans.length === 1 && only ? `timer ${times.delay(only.delay)}` : `${spans.length} timers`;
  return { label, className: "timeline-main", symbol: undefined };
}

function distinct(extents: readonly Extent[]): Extent[] {
  const kept: Extent[] = [];
  for (const extent of extents) {
    const last = kept.at(-1);
    const covers =
      last && extent.x - last.x < closest && extent.x + extent.width <= last.x + last.width + closest;
    if (!covers) kept.push(extent);
  }
  return kept;
}

function distinctCalls(all: readonly number[]): number[] {
  const kept: number[] = [];
  for (const x of [...all].sort((one, other) => one - other)) {
    const last = kept.at(-1);
    if (last === undefined || x - last >= closest) kept.push(x);
  }
  return kept;
}
