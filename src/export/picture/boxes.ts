// Rectangles of a picture, in the layout units of its figure. Pure.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What two boxes have in common; without width or height where that is nothing. */
export function intersection(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

export function isEmpty({ width, height }: Box): boolean {
  return width <= 0 || height <= 0;
}

/** How far something reaches in from each side of a box. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What is left of a box inside its sides. */
export function inside({ x, y, width, height }: Box, { top, right, bottom, left }: Sides): Box {
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}

/** The strips of a box along its sides, as a border fills them. */
export function strips(
  { x, y, width, height }: Box,
  { top, right, bottom, left }: Sides,
): Record<keyof Sides, Box> {
  return {
    top: { x, y, width, height: top },
    right: { x: x + width - right, y, width: right, height },
    bottom: { x, y: y + height - bottom, width, height: bottom },
    left: { x, y, width: left, height },
  };
}

/** A length as attributes have it: two decimals are more than can be seen. */
export function lengthText(length: number): string {
  return String(Math.round(length * 100) / 100);
}
