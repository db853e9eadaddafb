// Geometry of the rectangles of a picture, in the layout units of its figure. Pure.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns the intersection of two boxes. If they do not overlap, its width or height is 0. */
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

/** Widths of the four sides of a box, for example of its borders. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Returns the part of a box inside its sides. */
export function inside({ x, y, width, height }: Box, { top, right, bottom, left }: Sides): Box {
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}

/** Returns the four strips along the sides of a box, as its border fills them. */
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

/** Writes a length as an attribute value, with at most two decimals. More would not be visible. */
export function lengthText(length: number): string {
  return String(Math.round(length * 100) / 100);
}
