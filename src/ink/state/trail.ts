// The trail of the laser pointer: the way of the last moments, thinner the longer ago.

import type { Place } from "./ink-event.ts";
import { smoothPath } from "./stroke-shape.ts";

/** A place of the pointer, and the time in milliseconds at which it was there. */
export interface Passed extends Place {
  readonly time: number;
}

/** In milliseconds: how long the trail is visible. */
export const trailTime = 350;

/** The trail's width where the pointer is, in the deck's units. */
const width = 11;

/** Returns the places that are still visible at a time. */
export function visible(places: readonly Passed[], now: number): Passed[] {
  return places.filter(({ time }) => now - time < trailTime);
}

/** Returns the trail as data of an SVG path. Empty if fewer than two places are visible. */
export function trailPath(places: readonly Passed[], now: number): string {
  const seen = visible(places, now);
  if (seen.length < 2) return "";
  const edges = seen.map((place, index) => {
    const [from, to] = [seen[index - 1] ?? place, seen[index + 1] ?? place];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const half = (width / 2) * (1 - (now - place.time) / trailTime);
    const across = { x: (-(to.y - from.y) / length) * half, y: ((to.x - from.x) / length) * half };
    return { place, across };
  });
  return smoothPath([
    ...edges.map(({ place, across }) => ({ x: place.x + across.x, y: place.y + across.y })),
    ...edges.reverse().map(({ place, across }) => ({ x: place.x - across.x, y: place.y - across.y })),
  ]);
}
