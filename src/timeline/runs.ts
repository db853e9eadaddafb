// What the timeline asks of runs: how far they are, how long they took, which was faster.

import type { RequestSpan, Trace } from "../trace/trace.ts";

/** One run to draw. A race is two of them on one axis. */
export interface TimelineRun {
  readonly label: string;
  readonly trace: Trace;
}

/** "waiting" has no event yet, "running" no end yet. */
export type RunState = "waiting" | "running" | "finished" | "failed" | "stopped" | "limit";

export function runState({ trace }: TimelineRun): RunState {
  if (trace.outcome) return trace.outcome.kind;
  return trace.events.length === 0 ? "waiting" : "running";
}

/** Milliseconds up to which a run is drawn: its total once it has ended, else now. */
export function runEnd(run: TimelineRun, now: number | undefined): number {
  const { trace } = run;
  return runState(run) === "running" ? Math.max(trace.duration, now ?? 0) : trace.duration;
}

/** True while one of the runs goes on and the owner gives it a current time. */
export function anyRunning(runs: readonly TimelineRun[], now: number | undefined): boolean {
  return now !== undefined && runs.some((run) => !run.trace.outcome);
}

/** True where no run has anything to show. */
export function nothingRan(runs: readonly TimelineRun[], now: number | undefined): boolean {
  return now === undefined && runs.every((run) => run.trace.events.length === 0);
}

/** Which of two runs was faster, and by what factor (above 1). */
export interface Ratio {
  readonly faster: TimelineRun;
  readonly text: string;
}

/** Undefined unless two runs have finished, took time, and differ as far as two decimals show. */
export function raceRatio(runs: readonly TimelineRun[]): Ratio | undefined {
  const [one, two] = runs;
  if (runs.length !== 2 || !one || !two) return undefined;
  if (runState(one) !== "finished" || runState(two) !== "finished") return undefined;
  const [faster, slower] = one.trace.duration <= two.trace.duration ? [one, two] : [two, one];
  // What took no time worth speaking of was won by chance.
  if (slower.trace.duration < shortestRace) return undefined;
  const factor = slower.trace.duration / faster.trace.duration;
  if (!Number.isFinite(factor) || factor < 1.005) return undefined;
  return { faster, text: `${factorText(factor)}× faster` };
}

/** Milliseconds that the slower run takes at least where a ratio says something. */
const shortestRace = 100;

function factorText(factor: number): string {
  if (factor >= 100) return factor.toFixed(0);
  return factor.toFixed(factor >= 10 ? 1 : 2);
}

/** Lanes that are drawn for one run; a picture of more shows nothing, and costs a frame. */
const mostLanes = 200;

/** The requests that have a lane. */
export function drawnRequests({ trace }: TimelineRun): readonly RequestSpan[] {
  return trace.requests.slice(0, mostLanes);
}

/** What is said below the lanes, in a lane of its own. */
export function laneNote({ trace }: TimelineRun): string | undefined {
  const more = trace.requests.length - mostLanes;
  if (more > 0) return `and ${more.toLocaleString("en")} more, listed in the table`;
  return trace.requests.length === 0 && trace.outcome ? "No requests." : undefined;
}

/** Lanes to make room for; a run that has asked for nothing yet has one. */
export function laneCount(run: TimelineRun): number {
  return Math.max(1, drawnRequests(run).length + (laneNote(run) === undefined ? 0 : 1));
}
