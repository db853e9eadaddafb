// What of a picture a viewer has chosen to see: a part of the axis, a part of the lanes. Pure.

import type { TimeWindow } from "./scale.ts";

export interface View {
  /** What is seen of the axis; undefined for all of it. */
  readonly window: TimeWindow | undefined;
  /** How far the lanes are scrolled, in slide units. */
  readonly top: number;
  /** Lanes whose tasks are folded away: see `foldKey`. A new set whenever it changes. */
  readonly folded: ReadonlySet<string>;
  /** Whether all hand-overs are drawn, or only those of generators. */
  readonly handovers: boolean;
}

export const wholeView: View = { window: undefined, top: 0, folded: new Set(), handovers: false };

/** Milliseconds: in less nothing more is to be seen. */
const shortest = 0.5;
const zoomStep = 1.5;

/** Names a lane that can be folded, among those of all runs of a picture. */
export function foldKey(run: string, lane: string): string {
  return `${run} ${lane}`;
}

/**
 * The window with `at` where it was, and less of the axis where `factor` is more than 1.
 * @param all the whole axis
 * @returns undefined where all of it is seen
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

/** One step closer (1) or farther (-1), around the middle or a time of the viewer's. */
export function zoomedByStep(
  window: TimeWindow,
  direction: 1 | -1,
  all: TimeWindow,
  at = (window.from + window.to) / 2,
): TimeWindow | undefined {
  return zoomed(window, at, zoomStep ** direction, all);
}

/** The window moved by so many milliseconds, inside `all`. */
export function panned(window: TimeWindow, by: number, all: TimeWindow): TimeWindow | undefined {
  return within({ from: window.from + by, to: window.to + by }, all);
}

/** The window brought inside `all`, as long as it was; undefined where it sees all of it. */
export function within({ from, to }: TimeWindow, all: TimeWindow): TimeWindow | undefined {
  const length = to - from;
  if (length >= (all.to - all.from) * 0.999) return undefined;
  const first = Math.max(all.from, Math.min(from, all.to - length));
  return { from: first, to: first + length };
}
