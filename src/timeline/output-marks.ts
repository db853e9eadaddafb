// Geometry of a run's output row: one tick per printed line, thinned to what can be told apart.

import type { OutputLine } from "../trace/trace.ts";

/** Horizontal positions in units. */
export interface OutputMarks {
  /** Each line from its first to its last character. */
  readonly printed: readonly { readonly from: number; readonly to: number }[];
  readonly errors: readonly number[];
}

const closest = 2;

/** Lines less than two units apart share a tick, so that a flood of them stays cheap to draw. */
export function outputMarks(lines: readonly OutputLine[], x: (t: number) => number): OutputMarks {
  const printed: { from: number; to: number }[] = [];
  const errors: number[] = [];
  for (const line of lines) {
    if (line.level === "error") addError(errors, x(line.start));
    else addPrinted(printed, x(line.start), x(line.end));
  }
  return { printed, errors };
}

function addError(errors: number[], at: number): void {
  const last = errors.at(-1);
  if (last === undefined || at - last >= closest) errors.push(at);
}

function addPrinted(printed: { from: number; to: number }[], from: number, to: number): void {
  const last = printed.at(-1);
  if (last && from - last.from < closest) last.to = Math.max(last.to, to);
  else printed.push({ from, to });
}
