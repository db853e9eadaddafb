// Time on the axis: where it ends, which ticks it has, and how a time is written.

import { tickStep, ticks } from "d3-array";

const growthSteps = [0.02, 0.1, 0.3, 1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90, 120].map((t) => t * 1000);
const growthRoom = 1.08;
const shortestAxis = 5;
const minute = 60_000;

/**
 * Last time of the axis in milliseconds. While something runs it grows in steps, so that the picture stands still
 * between them; afterwards it fits the longest run.
 * @param shortest that it is while something runs: of a program it is not known how long it takes
 */
export function axisEnd(longest: number, running: boolean, shortest = 1000): number {
  if (!running) return Math.max(longest, shortestAxis);
  const wanted = Math.max(shortest, longest * growthRoom);
  return growthSteps.find((step) => step >= wanted) ?? Math.ceil(wanted / minute) * minute;
}

/** One tick: its time in milliseconds and its text. */
export interface Tick {
  readonly t: number;
  readonly text: string;
}

/** About `count` round ticks from 0 to `end` milliseconds. */
export function axisTicks(end: number, count: number): Tick[] {
  const unit = end < 100 ? { name: "ms", length: 1 } : { name: "s", length: 1000 };
  const last = end / unit.length;
  const wanted = Math.max(1, Math.floor(count));
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(0, last, wanted)) + 1e-9));
  return ticks(0, last, wanted).map((value) => ({
    t: value * unit.length,
    text: `${value.toFixed(value === 0 ? 0 : decimals)}\u00a0${unit.name}`,
  }));
}

/** "6.04 s"; under a tenth of a second "43 ms". */
export function timeText(t: number): string {
  if (t < 100) return `${Math.round(t)}\u00a0ms`;
  return `${(t / 1000).toFixed(t < 100_000 ? 2 : 1)}\u00a0s`;
}

/** "6.0 s": one decimal, for a time that is still growing. */
export function roughTimeText(t: number): string {
  return `${(t / 1000).toFixed(1)}\u00a0s`;
}
