// The one map between the moments of a picture's runs and the places across it. Pure; slide units.

import { type Position, positionAt, positionOf } from "../../trace/moment/playhead.ts";
import type { Trace } from "../../trace/trace.ts";
import type { TimeWindow } from "./scale.ts";
import { type Spread, spread } from "./spread.ts";

/**
 * From a moment, in milliseconds, to units.
 * @param seq the event whose moment it is: where events of one time lie apart, each has a place of its own. Without it, a
 *   time lies where its first event does.
 */
export type AxisPlace = (t: number, seq?: number) => number;

export interface AxisMap {
  /** Where a moment is drawn: a little outside the plot for what is outside the window. */
  readonly x: AxisPlace;
  /** The same, however far outside it is. */
  readonly farX: AxisPlace;
  /** From units to milliseconds. */
  readonly timeAt: (x: number) => number;
  /** The moment of a run that is drawn at a place. */
  readonly positionAt: (x: number, trace: Trace) => Position;
}

/** Where the axis begins and ends. */
export interface Plot {
  readonly left: number;
  readonly right: number;
}

/** Units beyond the plot at which all is drawn that is farther away: out of sight, with its mark. */
const beyond = 60;

/** @param window what is seen of the axis, which begins at 0; undefined for all of it */
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
  // All of it is as long as before.
  const seen = window ? { from: moved.place(from), to: moved.place(to) } : { from, to };
  return movedMap(moved, evenMap(seen, plot, limits));
}

// Several runs are on one axis, so that none of them can be moved.
function spreadOf([only, other]: readonly Trace[], end: number, width: number): Spread | undefined {
  return only && !other ? spread(only, { end, width }) : undefined;
}

function evenMap({ from, to }: TimeWindow, { left, right }: Plot, limits: Plot): AxisMap {
  const [length, width] = [to - from, right - left];
  const { left: least, right: most } = limits;
  const timeAt = (x: number) => from + ((x - left) / width) * length;
  return {
    // Asked for each thing in each frame: in one step.
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
