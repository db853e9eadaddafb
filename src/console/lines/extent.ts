// Which lines of a run the console holds, and which of them one frame draws. Pure; line numbers count from 0.

/** Lines held in the document before the viewer asks for earlier ones, and added each time they ask. */
export const page = 2000;
/** Lines drawn in one frame at most. */
export const perFrame = 100;

/** Lines from `first` up to, not including, `end`. */
export interface Extent {
  readonly first: number;
  readonly end: number;
}

/**
 * The lines that should be in the document.
 * @param pages how many pages the viewer wants to see, from 1.
 */
export function wantedExtent(lineCount: number, pages: number): Extent {
  return { first: Math.max(0, lineCount - page * pages), end: lineCount };
}

/** What one frame does to the lines in the document. */
export interface Step {
  /** Lines to take away at the top. */
  readonly drop: number;
  /** Lines to add below those that are drawn. */
  readonly append: Extent;
  /** Lines to add above those that are drawn; only when all below are there. */
  readonly prepend: Extent;
  /** What is in the document afterwards. */
  readonly drawn: Extent;
}

/**
 * The next frame's share of the way from the lines drawn to the lines wanted: the newest first, so that a flood is seen
 * where it is, and what went by is filled in when there is time.
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

// Lines are only ever taken away at the top: none but the oldest fall out of what is wanted.
function overlap(drawn: Extent, wanted: Extent): Extent {
  if (length(drawn) === 0 || drawn.end <= wanted.first) return { first: wanted.first, end: wanted.first };
  return { first: Math.max(drawn.first, wanted.first), end: drawn.end };
}

export function length({ first, end }: Extent): number {
  return end - first;
}

/** True once the lines drawn are those wanted. */
export function isComplete(drawn: Extent, wanted: Extent): boolean {
  return drawn.first === wanted.first && drawn.end === wanted.end;
}
