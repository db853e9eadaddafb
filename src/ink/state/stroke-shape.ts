// The shape of strokes: their outline for drawing, and which of them an eraser touches.

import type { getStroke } from "perfect-freehand";
import type { Place, Stroke } from "./ink-event.ts";

/** The width of a stroke at medium pressure, in the deck's units: 4 mm on a screen that is a metre wide. */
export const penWidth = 6;

/** How far the eraser reaches around its centre, in the deck's units. */
export const eraserReach = 12;

/** The library's function. It is loaded when the first stroke is drawn. */
export type Outline = typeof getStroke;

/** Loads the library that computes outlines. */
export async function loadOutline(): Promise<Outline> {
  return (await import("perfect-freehand")).getStroke;
}

/** Returns the outline of a stroke as data of an SVG path. */
export function outlinePath({ points, hasPressure }: Stroke, outline: Outline): string {
  const corners = outline(
    points.map((point) => [...point]),
    { size: penWidth, thinning: hasPressure ? 0.6 : 0.35, simulatePressure: !hasPressure, last: true },
  );
  return smoothPath(corners.map(([x = 0, y = 0]) => ({ x, y })));
}

/** Returns the middle line of a stroke as data of an SVG path, for as long as the library is not there. */
export function linePath({ points }: Stroke): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** A closed path through the middles of a polygon's sides, curved at its corners. Empty without corners. */
export function smoothPath(corners: readonly Place[]): string {
  const [first] = corners;
  if (!first) return "";
  const sides = corners.map((corner, index) => ({
    corner,
    middle: middle(corner, corners[index + 1] ?? first),
  }));
  const curves = sides.map(({ corner, middle: end }) => `Q${text(corner)} ${text(end)}`);
  return `M${text(middle(corners.at(-1) ?? first, first))}${curves.join("")}Z`;
}

function middle(one: Place, other: Place): Place {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function text({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** Returns the ids of the strokes that an eraser touches on its straight way between two places. */
export function touched(strokes: readonly Stroke[], from: Place, to: Place): string[] {
  return strokes.filter((stroke) => isTouched(stroke, from, to)).map(({ id }) => id);
}

function isTouched({ points }: Stroke, from: Place, to: Place): boolean {
  const reach = eraserReach + penWidth / 2;
  return points.some(([x, y], index) => {
    const [beforeX, beforeY] = points[index - 1] ?? [x, y];
    return wayBetween({ x: beforeX, y: beforeY }, { x, y }, from, to) <= reach;
  });
}

/** The distance between the line segments a–b and c–d. 0 if they cross. */
function wayBetween(a: Place, b: Place, c: Place, d: Place): number {
  if (cross(a, b, c, d)) return 0;
  return Math.min(wayTo(a, c, d), wayTo(b, c, d), wayTo(c, a, b), wayTo(d, a, b));
}

function cross(a: Place, b: Place, c: Place, d: Place): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** On which side of the line through a and b a place is, by its sign. 0 if it is on the line. */
function side(a: Place, b: Place, { x, y }: Place): number {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

/** The distance of a place from the line segment a–b. */
function wayTo({ x, y }: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}
