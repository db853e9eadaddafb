// Finds the part of the notes that belongs to a step of the slide. A paragraph or item that begins with "→" belongs to
// the next step, and so does what follows it. Pure.

/** The steps that a paragraph or item belongs to, both ends included. 0 is the slide before its first step. */
export interface StepRange {
  readonly from: number;
  readonly to: number;
}

/** "→ six times" stands for six steps. */
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/**
 * Returns the steps of each paragraph or item.
 * @param texts their texts, in order
 */
export function stepRanges(texts: readonly string[]): StepRange[] {
  let range: StepRange = { from: 0, to: 0 };
  const ranges = texts.map((text) => {
    const count = stepsIn(text);
    if (count > 0) range = { from: range.to + 1, to: range.to + count };
    return range;
  });
  // A slide may have more steps than its notes tell of.
  return ranges.map((each) => (each === range ? { ...each, to: Number.POSITIVE_INFINITY } : each));
}

/** Returns the steps that the text leads on by. */
function stepsIn(text: string): number {
  if (!text.trim().startsWith("→")) return 0;
  const [, twice, number] = /^→\s+(?:(twice)|(\w+) times)\b/.exec(text.trim()) ?? [];
  if (twice) return 2;
  return Math.max(1, numbers.indexOf(number ?? "") + 1);
}
