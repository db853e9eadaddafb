// The only map between moments of a picture's runs and horizontal positions. Pure; slide units.

import { type Position, positionAt, positionOf } from "../../trace/moment/playhead.ts";
import type { Trace } from "../../trace/trace.ts";
import type { TimeWindow } from "./scale.ts";
import { type Spread, spread } from "./spread.ts";

/**
 * Maps a moment in milliseconds to units.
 * @param seq the event of the moment. If events at one time are spread out, each has its own position. Without `seq`, a
 * time maps to the position of its first event.
 */
export type AxisPlace = (t: number, seq?: number) => number;

export interface AxisMap {
  /** Returns where a moment is drawn. Moments outside the window are clamped to a little outside the plot. */
  readonly x: AxisPlace;
  /** Like `x`, but without clamping. */
  readonly farX: AxisPlace;
  /** Maps units to milliseconds. */
  readonly timeAt: (x: number) => number;
  /** Returns the moment of a run that is drawn at a position. */
  readonly positionAt: (x: number, trace: Trace) => Position;
}

/** Left and right end of the axis. */
export interface Plot {
  readonly left: number;
  readonly right: number;
}

/**
 * Units outside the plot at which everything farther away is drawn. Far enough to be out of sight, including its mark.
 */
const beyond = 60;

/** @param window the visible part of the axis, which begins at 0; undefined for all of it */
export function axisMap(
  traces: readonly Trace[],
  end: number,
  window: TimeWindow | undefined,
  plot: Plot,
): AxisMap {
  const { from, to } = window ?? { from: 0, to: end };
  const moved = spreadOf(traces, end, ((plot.right - plot.left) * end) / (to - from));
  const limits = {
    left: window ? plot.left - beyond : Number.NEGATIVE_INFINITY,
    right: window ? plot.right + beyond : plot.right,
  };
  if (!moved) return evenMap({ from, to }, plot, limits);
  // Spreading does not change the length of the axis.
  const seen = window ? { from: moved.place(from), to: moved.place(to) } : { from, to };
  return movedMap(moved, evenMap(seen, plot, limits));
}

// Several runs share one axis, so the events of none of them can be spread out.
function spreadOf([only, other]: readonly Trace[], end: number, width: number): Spread | undefined {
  return only && !other ? spread(only, { end, width }) : undefined;
}

function evenMap({ from, to }: TimeWindow, { left, right }: Plot, limits: Plot): AxisMap {
  const [length, width] = [to - from, right - left];
  const { left: least, right: most } = limits;
  const timeAt = (x: number) => from + ((x - left) / width) * length;
  return {
    // Calculated in one step, because it is called for each object in each frame.
    x: (t) => Math.max(least, Math.min(left + ((t - from) / length) * width, most)),
    farX: (t) => left + ((t - from) / length) * width,
    timeAt,
    positionAt: (x, trace) => positionAt(trace, timeAt(x)),
  };
}

function movedMap(moved: Spread, even: AxisMap): AxisMap {
  return {
    x: (t, seq) => even.x(moved.place(t, seq)),
    farX: (t, seq) => even.farX(moved.place(t, seq)),
    timeAt: (x) => moved.timeAt(even.timeAt(x)),
    positionAt: (x, trace) => positionOf(trace, moved.eventAt(even.timeAt(x))),
  };
}
