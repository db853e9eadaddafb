// Compares two texts. Pure.

/** A part of a text that another one replaces, as offsets. */
export interface ChangedRange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Returns the smallest change that makes one text of the other. */
export function changedRange(before: string, after: string): ChangedRange {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, text: after.slice(from, after.length - same) };
}
