// The shafts and heads of upright arrows, as the path data of SVG. Pure.

import type { Arrow } from "./group.ts";
import { fixed } from "./svg.ts";

const headLength = 7;
const headHalf = 3.5;

export function shaftsPath(arrows: readonly Arrow[]): string {
  return arrows.map(({ x, from, to }) => `M${fixed(x)} ${fixed(from)}V${fixed(to)}`).join("");
}

/** Triangles whose tips touch the receiver. */
export function headsPath(arrows: readonly Arrow[]): string {
  return arrows
    .map(({ x, from, to }) => {
      const back = to > from ? -headLength : headLength;
      return `M${fixed(x)} ${fixed(to)}l${-headHalf} ${back}h${2 * headHalf}Z`;
    })
    .join("");
}
