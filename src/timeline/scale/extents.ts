// Horizontal extents in units, thinned to what can be distinguished. Pure.

export interface Extent {
  readonly x: number;
  readonly width: number;
}

/** An extent that is still being built. */
export interface Edges {
  left: number;
  right: number;
}

/** Narrower turns are drawn this wide, so that they are visible. */
export const tickWidth = 3;
const gap = 2;

/**
 * Adds the extent from `left` to `right` after those before it. If it would touch the one before, a mere tick is left
 * out, and a wider turn is merged. So several turns stay separate as long as there is room.
 */
export function addTurn(turns: Edges[], left: number, right: number): void {
  const last = turns.at(-1);
  if (!last || left >= last.right + gap) turns.push({ left, right: Math.max(right, left + tickWidth) });
  else if (right - left >= gap) last.right = Math.max(last.right, right);
}

export function extent({ left, right }: Edges): Extent {
  return { x: left, width: Math.max(0, right - left) };
}
