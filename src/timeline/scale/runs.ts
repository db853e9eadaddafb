// The state of runs: whether they go on, how far they reach, and how long they took.

import type { Trace } from "../../trace/trace.ts";

/** One run to draw. Several runs share one axis: those of a race, of workers, and runs that are kept for comparison. */
export interface TimelineRun {
  /** Unique in the picture. */
  readonly label: string;
  /**
   * Runs of the same set belong together, for example those of several workers. Without it, the run is a set by itself.
   */
  readonly set?: string;
  readonly trace: Trace;
}

/** A run at a time. */
export interface RunAt {
  readonly run: TimelineRun;
  /** Current time in milliseconds while something runs. */
  readonly now: number | undefined;
}

/** "waiting": no event yet. "running": no end yet. */
export type RunState = "waiting" | "running" | "finished" | "failed" | "stopped" | "deadlock" | "limit";

export function runState({ trace }: TimelineRun): RunState {
  if (trace.outcome) return trace.outcome.kind;
  return trace.events.length === 0 ? "waiting" : "running";
}

/**
 * Returns the time of a run's end line, in milliseconds: its total once the program has ended, otherwise the present.
 */
export function runEnd({ trace }: TimelineRun, now: number | undefined): number {
  if (trace.total !== undefined) return trace.total;
  return trace.events.length === 0 ? 0 : Math.max(trace.duration, now ?? 0);
}

/** Returns the last known time of a run, in milliseconds. Entries at the prompt may be later than the program's end. */
export function runReach(run: TimelineRun, now: number | undefined): number {
  const { trace } = run;
  return trace.events.length > 0 && goesOn(run) ? Math.max(trace.duration, now ?? 0) : trace.duration;
}

/** True while the program runs, and while an entry at the prompt is being evaluated. */
function goesOn({ trace }: TimelineRun): boolean {
  const prompt = trace.prompts.at(-1);
  return !trace.outcome || (prompt !== undefined && prompt.end === undefined);
}

/** True while one of the runs goes on and the owner gives it a current time. */
export function anyRunning(runs: readonly TimelineRun[], now: number | undefined): boolean {
  return now !== undefined && runs.some(goesOn);
}

/** True if no run has anything to show. */
export function nothingRan(runs: readonly TimelineRun[], now: number | undefined): boolean {
  return now === undefined && runs.every((run) => run.trace.events.length === 0);
}
