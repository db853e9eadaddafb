// Chooses the longest label after a line that fits.

import type { LineState } from "../../trace/moment/line-marks.ts";
import type { MarkGroup, MarkText } from "./mark-lines.ts";

/** The label for the tasks in one state. */
export interface FittedGroup {
  readonly state: LineState;
  readonly pieces: readonly MarkText[];
}

/** Characters around a text: the sign before it, and the space to its neighbours. */
const around = 4;
/** With fewer characters than this, a text that is cut says nothing. The sign beside the line number then has to do. */
const fewest = 5;

/**
 * Returns the longest text that fits into `room` characters. If none fits, returns the shortest, which will be cut; or
 * nothing if too little of it would be left.
 */
export function fitting(groups: readonly MarkGroup[], room: number): FittedGroup[] {
  const levels = Math.max(0, ...groups.map(({ forms }) => forms.length));
  for (let level = 0; level < levels; level += 1) {
    const fitted = groups.map((group) => groupAt(group, level));
    if (width(fitted) <= room) return fitted;
  }
  return room >= around + fewest ? groups.map((group) => groupAt(group, levels)) : [];
}

function groupAt({ state, forms }: MarkGroup, level: number): FittedGroup {
  return { state, pieces: forms[Math.min(level, forms.length - 1)] ?? [] };
}

function width(groups: readonly FittedGroup[]): number {
  const texts = groups.flatMap(({ pieces }) => pieces.map(({ text }) => text.length));
  return texts.reduce((sum, length) => sum + length, groups.length * around);
}
