// Calculates how long a run waited: the sum of its waits, and the longest of them. Also counts requests in flight.

import { lastBefore } from "../events/lists.ts";
import type { FoldedRun } from "./folded-run.ts";

/**
 * The bounds of what waiting can cost. A program that waits for one thing after the other takes the sum. A program
 * that waits for all at once takes the longest wait. Computing time comes on top of either.
 */
export interface WaitBounds {
  readonly count: number;
  /** Milliseconds. */
  readonly sum: number;
  /** Milliseconds. */
  readonly longest: number;
}

/** Counts each request until its reply arrived, and each timer that a task waited for until it first fired. */
export function waitBounds(trace: FoldedRun): WaitBounds {
  const lengths = [...requestWaits(trace), ...timerWaits(trace)];
  const sum = lengths.reduce((all, length) => all + length, 0);
  return { count: lengths.length, sum, longest: lengths.reduce((most, each) => Math.max(most, each), 0) };
}

// Entries at the prompt after the program's end are not part of the program.
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

/** Returns how many requests were in flight at `t` milliseconds. */
export function inFlightAt({ flight }: FoldedRun, t: number): number {
  return flight[lastBefore(flight, (step) => step.t > t)]?.count ?? 0;
}
