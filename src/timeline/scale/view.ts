// The view that a viewer has chosen: the visible part of the axis and of the lanes. Pure.

import type { TimeWindow } from "./scale.ts";

export interface View {
  /** The visible part of the axis; undefined for all of it. */
  readonly window: TimeWindow | undefined;
  /** How far the lanes are scrolled, in slide units. */
  readonly top: number;
  /** Keys of folded lanes, see `foldKey`. Each change makes a new set. */
  readonly folded: ReadonlySet<string>;
  /** True if all hand-overs are drawn, false if only those of generators. */
  readonly handovers: boolean;
}

export const wholeView: View = { window: undefined, top: 0, folded: new Set(), handovers: false };

/** The shortest window in milliseconds. Zooming in further would show nothing more. */
const shortest = 0.5;
const zoomStep = 1.5;

/** Returns the key of a lane that can be folded, unique among all runs of a picture. */
export function foldKey(run: string, lane: string): string {
  return `${run} ${lane}`;
}

/**
 * Returns the window zoomed around `at`, which stays in place. A `factor` above 1 zooms in.
 * @param all the whole axis
 * @returns `undefined` if the whole axis is visible
 */
export function zoomed(
  window: TimeWindow,
  at: number,
  factor: number,
  all: TimeWindow,
): TimeWindow | undefined {
  const length = Math.max(shortest, (window.to - window.from) / factor);
  const share = (at - window.from) / (window.to - window.from);
  return within({ from: at - share * length, to: at + (1 - share) * length }, all);
}

/** Zooms one step in (1) or out (-1), around `at` or the middle. */
export function zoomedByStep(
  window: TimeWindow,
  direction: 1 | -1,
  all: TimeWindow,
  at = (window.from + window.to) / 2,
): TimeWindow | undefined {
  return zoomed(window, at, zoomStep ** direction, all);
}

/** Returns the window moved by `by` milliseconds, inside `all`. */
export function panned(window: TimeWindow, by: number, all: TimeWindow): TimeWindow | undefined {
  return within({ from: window.from + by, to: window.to + by }, all);
}

/** Moves the window inside `all` and keeps its length. Returns `undefined` if it covers all of it. */
export function within({ from, to }: TimeWindow, all: TimeWindow): TimeWindow | undefined {
  const length = to - from;
  if (length >= (all.to - all.from) * 0.999) return undefined;
  const first = Math.max(all.from, Math.min(from, all.to - length));
  return { from: first, to: first + length };
}
