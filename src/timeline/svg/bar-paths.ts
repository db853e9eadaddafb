// The outlines of bars, as SVG path data. Pure.

import type { Extent } from "../scale/extents.ts";
import type { LaneBase } from "../scale/lane-frame.ts";
import { fixed } from "./svg.ts";

/** Vertical position and height, measured from the top of the picture. */
export interface Across {
  readonly top: number;
  readonly height: number;
}

/** Returns the vertical position and height of a lane's bar. */
export function acrossLane({ y, height, barHeight }: LaneBase): Across {
  return { top: y + (height - barHeight) / 2, height: barHeight };
}

/** A bar with rounded left corners. An open bar has no right side, because it may still grow. */
export function barPath({ x, width }: Extent, { top, height }: Across, isOpen: boolean): string {
  const round = Math.min(5, width / 2, height / 2);
  const [l, t, b, r] = [x, top, top + height, x + width].map(fixed);
  const [lr, tr, br] = [x + round, top + round, top + height - round].map(fixed);
  return `M${r} ${t}H${lr}Q${l} ${t} ${l} ${tr}V${br}Q${l} ${b} ${lr} ${b}H${r}${isOpen ? "" : "Z"}`;
}

/** Rectangles. */
export function blocksPath(extents: readonly Extent[], { top, height }: Across): string {
  return extents
    .map(({ x, width }) => `M${fixed(x)} ${fixed(top)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}Z`)
    .join("");
}

/** A rectangle without its left side, for the part that follows a bar. */
export function readyPath({ x, width }: Extent, { top, height }: Across): string {
  return `M${fixed(x)} ${fixed(top + 1)}h${fixed(width)}v${fixed(height - 2)}h${fixed(-width)}`;
}

/** Horizontal lines along the middle. */
export function linesPath(extents: readonly Extent[], { top, height }: Across): string {
  const middle = fixed(top + height / 2);
  return extents.map(({ x, width }) => `M${fixed(x)} ${middle}h${fixed(width)}`).join("");
}
