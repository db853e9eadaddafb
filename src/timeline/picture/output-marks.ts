// Geometry of a run's output row: one tick for each printed line, thinned to what can be distinguished.

import { firstIndex } from "../../trace/events/lists.ts";
import type { TracedLine } from "../../trace/fold/lines.ts";
import type { AxisPlace } from "../scale/axis-map.ts";

/** Horizontal positions in units. */
export interface OutputMarks {
  /** For each line, the positions of its first and last character. */
  readonly printed: readonly { readonly from: number; readonly to: number }[];
  readonly errors: readonly number[];
}

const closest = 2;

/**
 * Lines less than two units apart share a tick, so that a flood of lines stays cheap to draw.
 * @param failures the lines that show errors
 */
export function outputMarks(
  lines: readonly TracedLine[],
  failures: readonly TracedLine[],
  x: AxisPlace,
): OutputMarks {
  const printed: { from: number; to: number }[] = [];
  const errors: number[] = [];
  for (const line of failures) addError(errors, x(line.start, line.seq));
  for (let first = 0, line = lines[0]; line; line = lines[first]) {
    const past = x(line.start, line.seq) + closest;
    const next = firstIndex(lines, ({ start, seq }) => x(start, seq) >= past, first + 1);
    addPrinted(printed, lines, { first, next }, x);
    first = next;
  }
  return { printed, errors };
}

function addError(errors: number[], at: number): void {
  const last = errors.at(-1);
  if (last === undefined || at - last >= closest) errors.push(at);
}

// A line ends before the next one begins, so the last line of a tick is the one that ends last.
function addPrinted(
  printed: { from: number; to: number }[],
  lines: readonly TracedLine[],
  { first, next }: { readonly first: number; readonly next: number },
  x: AxisPlace,
): void {
  let from = first;
  while (from < next && lines[from]?.level === "error") from += 1;
  let to = next - 1;
  while (to > from && lines[to]?.level === "error") to -= 1;
  const [begins, ends] = [lines[from], lines[to]];
  if (from < next && begins && ends)
    printed.push({ from: x(begins.start, begins.seq), to: x(ends.end, ends.endSeq) });
}
