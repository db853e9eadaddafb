// Geometry of the curve of requests in flight. Pure; slide units.

import { lastBefore } from "../../trace/events/lists.ts";
import type { Trace } from "../../trace/trace.ts";
import type { LaneFrame } from "../scale/lane-frame.ts";
import { drawingWidth } from "../scale/lane-label.ts";
import type { SizedText } from "./end-line.ts";

export interface FlightRow {
  readonly y: number;
  readonly height: number;
  /** At each step the curve goes up or down to `level`, from 0 to 1. */
  readonly steps: readonly { readonly x: number; readonly level: number }[];
  readonly right: number;
  readonly label: SizedText | undefined;
  /** The highest count, at the place where the curve first reaches it. */
  readonly most: SizedText | undefined;
}

/** Steps closer than this many units cannot be distinguished. */
const closest = 1;
/** Units right of the plot that are out of sight. */
const outside = 10;
const labelSize = 16;

/** Returns `undefined` if the run has made no request. */
export function flightRow(trace: Trace, y: number, height: number, frame: LaneFrame): FlightRow | undefined {
  const newest = trace.flight.at(-1);
  if (!newest) return undefined;
  const steps = thinnedSteps(trace, frame);
  const peak = newest.most;
  const highest = steps.find(({ count }) => count === peak);
  return {
    y,
    height,
    steps: steps.map(({ x, count }) => ({ x, level: count / peak })),
    right: frame.untilX,
    label: { ...baseline(y, height), x: frame.labelX + drawingWidth, text: "in flight", anchor: "start" },
    most: highest && { ...baseline(y, height), x: highest.x + 6, text: String(peak), anchor: "start" },
  };
}

function baseline(y: number, height: number): { readonly y: number; readonly size: number } {
  return { y: y + height / 2 + labelSize * 0.36, size: labelSize };
}

// Of steps that cannot be distinguished, the highest is kept, and then the last.
function thinnedSteps(
  { flight }: Trace,
  { x, plotLeft, plotRight }: LaneFrame,
): { x: number; count: number }[] {
  const first = Math.max(
    0,
    lastBefore(flight, ({ t, seq }) => x(t, seq) > plotLeft),
  );
  const steps: { x: number; count: number }[] = [];
  for (let index = first; index < flight.length; index += 1) {
    const step = flight[index];
    const last = steps.at(-1);
    if (!step || (last && last.x > plotRight + outside)) break;
    const at = x(step.t, step.seq);
    const other = steps.at(-2);
    if (!last || at - last.x >= closest || !other || last.x - other.x >= closest) {
      steps.push({ x: at, count: step.count });
    } else {
      other.count = Math.max(other.count, last.count, step.count);
      last.count = step.count;
    }
  }
  return steps;
}
