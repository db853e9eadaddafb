// How long a run waited: what its waits amount to one after the other, and the longest of them.

import { lastBefore } from "../events/lists.ts";
import type { FoldedRun } from "./folded-run.ts";

/**
 * The bounds of what waiting can cost. A program that does one thing after the other takes the sum, one that waits for
 * all at once the longest wait; what it computes comes on top of either.
 */
export interface WaitBounds {
  readonly count: number;
  /** Milliseconds. */
  readonly sum: number;
  /** Milliseconds. */
  readonly longest: number;
}

/** Of the requests, each until its reply was there, and of the timers that tasks waited for. */
export function waitBounds(trace: FoldedRun): WaitBounds {
  const lengths = [...requestWaits(trace), ...timerWaits(trace)];
  const sum = lengths.reduce((all, length) => all + length, 0);
  return { count: lengths.length, sum, longest: lengths.reduce((most, each) => Math.max(most, each), 0) };
}

// What is entered at the prompt later is no part of the program.
function isProgram({ total = Number.POSITIVE_INFINITY }: FoldedRun, start: number): boolean {
  return start <= total;
}

function requestWaits(trace: FoldedRun): number[] {
  const end = trace.total ?? trace.duration;
  return trace.requests
    .filter(({ start }) => isProgram(trace, start))
    .map((span) => (span.ready ?? span.end ?? end) - span.start);
}

function timerWaits(trace: FoldedRun): number[] {
  const last = trace.total ?? trace.duration;
  return trace.timers
    .filter(({ isAwaited, start }) => isAwaited && isProgram(trace, start))
    .map(({ start, fires, end }) => (fires[0]?.t ?? end ?? last) - start);
}

/** How many requests were on their way at `t` milliseconds. */
export function inFlightAt({ flight }: FoldedRun, t: number): number {
  return flight[lastBefore(flight, (step) => step.t > t)]?.count ?? 0;
}
