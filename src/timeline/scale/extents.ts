// Stretches of the axis in units, thinned to what can be told apart. Pure.

export interface Extent {
  readonly x: number;
  readonly width: number;
}

/** A stretch that is still being put together. */
export interface Edges {
  left: number;
  right: number;
}

/** Narrower turns are drawn as wide as this, so that they can be seen. */
export const tickWidth = 3;
const gap = 2;

/**
 * Adds the stretch from `left` to `right` behind those before it. A turn that would touch the one before it is left out
 * where it is a mere tick, and else joined with it: several turns stay several as long as there is room for that.
 */
export function addTurn(turns: Edges[], left: number, right: number): void {
  const last = turns.at(-1);
  if (!last || left >= last.right + gap) turns.push({ left, right: Math.max(right, left + tickWidth) });
  else if (right - left >= gap) last.right = Math.max(last.right, right);
}

export function extent({ left, right }: Edges): Extent {
  return { x: left, width: Math.max(0, right - left) };
}
