// Geometry of the curve that tells how many requests are on their way. Pure; slide units.

import { lastBefore } from "../../trace/events/lists.ts";
import type { Trace } from "../../trace/trace.ts";
import type { LaneFrame } from "../scale/lane-frame.ts";
import { drawingWidth } from "../scale/lane-label.ts";
import type { SizedText } from "./end-line.ts";

export interface FlightRow {
  readonly y: number;
  readonly height: number;
  /** The curve goes up or down to `level`, from 0 to 1, at each of these. */
  readonly steps: readonly { readonly x: number; readonly level: number }[];
  readonly right: number;
  readonly label: SizedText | undefined;
  /** How many there are at most, where the curve is highest first. */
  readonly most: SizedText | undefined;
}

/** Units within which steps cannot be told apart. */
const closest = 1;
/** Units behind the plot that are out of sight. */
const outside = 10;
const labelSize = 16;

/** Undefined where the run has made no request. */
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

// Of steps that cannot be told apart the highest is shown, and then the last.
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
