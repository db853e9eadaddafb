// The time axis: where it ends, and which ticks it has.

import { tickStep, ticks } from "d3-array";
import { amount, type Times } from "../../trace/words/times.ts";

const growthSteps = [0.02, 0.1, 0.3, 1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90, 120].map((t) => t * 1000);
const growthRoom = 1.08;
const shortestAxis = 5;
const minute = 60_000;

/**
 * Returns the last time of the axis in milliseconds. While something runs, the axis grows in steps, so that the picture
 * does not move between them. Afterwards it fits the longest run.
 * @param shortest the least length while something runs, because a program's duration is not known in advance
 */
export function axisEnd(longest: number, running: boolean, shortest = 1000): number {
  if (!running) return Math.max(longest, shortestAxis);
  const wanted = Math.max(shortest, longest * growthRoom);
  return growthSteps.find((step) => step >= wanted) ?? Math.ceil(wanted / minute) * minute;
}

/** The visible part of the axis, in milliseconds. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** One tick: its time in milliseconds and its text. */
export interface Tick {
  readonly t: number;
  readonly text: string;
}

/** Returns about `count` round ticks from `from` to `to`, both in milliseconds. */
export function axisTicks({ from, to }: TimeWindow, count: number, times: Times): Tick[] {
  const unit = times.unit(to);
  const [first, last] = [from / unit.length, to / unit.length];
  const wanted = Math.max(1, Math.floor(count));
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(first, last, wanted)) + 1e-9));
  return ticks(first, last, wanted).map((value) => ({
    t: value * unit.length,
    text: amount(value.toFixed(value === 0 ? 0 : decimals), unit),
  }));
}
