// Chooses how much is said after a line: as much as there is room for.

import type { LineState } from "../../trace/moment/line-marks.ts";
import type { MarkGroup, MarkText } from "./mark-lines.ts";

/** The text after a line for the tasks in one state. */
export interface FittedGroup {
  readonly state: LineState;
  readonly pieces: readonly MarkText[];
}

/** What stands around a text in characters: the sign before it, and what keeps it apart from its neighbours. */
const around = 4;
/** Of a text that is cut, fewer characters tell nothing: the sign beside the line's number has to do. */
const fewest = 5;

/**
 * The longest text that fits into `room` characters. Where none does, the shortest, which will be cut; nothing where even
 * that would tell nothing.
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
