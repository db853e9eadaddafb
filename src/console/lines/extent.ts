// Calculates which lines of a run the console keeps in the document, and which of them one frame draws. Pure. Line
// numbers count from 0.

/** How many lines are in the document before the viewer asks for earlier ones, and how many each request adds. */
export const page = 2000;
/** The most lines drawn in one frame. */
export const perFrame = 100;

/** Lines from `first` up to, but not including, `end`. */
export interface Extent {
  readonly first: number;
  readonly end: number;
}

/**
 * Returns the lines that should be in the document.
 * @param pages how many pages the viewer wants to see, from 1
 */
export function wantedExtent(lineCount: number, pages: number): Extent {
  return { first: Math.max(0, lineCount - page * pages), end: lineCount };
}

/** What one frame does to the lines in the document. */
export interface Step {
  /** How many lines to remove at the top. */
  readonly drop: number;
  /** Lines to add below the drawn lines. */
  readonly append: Extent;
  /** Lines to add above the drawn lines. Empty until all lines below are drawn. */
  readonly prepend: Extent;
  /** The lines in the document afterwards. */
  readonly drawn: Extent;
}

/**
 * Returns the next frame's share of the way from the drawn lines to the wanted lines. The newest lines come first, so
 * that in a flood the viewer sees the newest output. Lines that were skipped are filled in when there is time.
 */
export function nextStep(drawn: Extent, wanted: Extent): Step {
  const isFarBehind = wanted.end - drawn.end > perFrame;
  const newest = wanted.end - perFrame;
  const kept = isFarBehind ? { first: newest, end: newest } : overlap(drawn, wanted);
  const append = { first: kept.end, end: Math.min(wanted.end, kept.end + perFrame) };
  const left = perFrame - length(append);
  const prepend = { first: Math.max(wanted.first, kept.first - left), end: kept.first };
  return {
    drop: length(drawn) - length(kept),
    append,
    prepend,
    drawn: { first: prepend.first, end: append.end },
  };
}

// Returns the drawn lines that stay. Lines are only ever removed at the top, because only the oldest drop out of the
// wanted lines.
function overlap(drawn: Extent, wanted: Extent): Extent {
  if (length(drawn) === 0 || drawn.end <= wanted.first) return { first: wanted.first, end: wanted.first };
  return { first: Math.max(drawn.first, wanted.first), end: drawn.end };
}

export function length({ first, end }: Extent): number {
  return end - first;
}

/** True if the drawn lines are the wanted lines. */
export function isComplete(drawn: Extent, wanted: Extent): boolean {
  return drawn.first === wanted.first && drawn.end === wanted.end;
}
