// What the timeline asks of runs: how far they are, how long they took, which was faster.

import type { Trace } from "../trace/trace.ts";

/** One run to draw. A race is two of them on one axis. */
export interface TimelineRun {
  readonly label: string;
  readonly trace: Trace;
}

/** A run at a time. */
export interface RunAt {
  readonly run: TimelineRun;
  /** Current time in milliseconds while something runs. */
  readonly now: number | undefined;
}

/** "waiting" has no event yet, "running" no end yet. */
export type RunState = "waiting" | "running" | "finished" | "failed" | "stopped" | "limit";

export function runState({ trace }: TimelineRun): RunState {
  if (trace.outcome) return trace.outcome.kind;
  return trace.events.length === 0 ? "waiting" : "running";
}

/** Where a run's end line stands, in milliseconds: its total once the program has ended, else now. */
export function runEnd({ trace }: TimelineRun, now: number | undefined): number {
  if (trace.total !== undefined) return trace.total;
  return trace.events.length === 0 ? 0 : Math.max(trace.duration, now ?? 0);
}

/** Milliseconds up to which a run is known: what is entered at the prompt may be later than the program's end. */
export function runReach(run: TimelineRun, now: number | undefined): number {
  const { trace } = run;
  return trace.events.length > 0 && goesOn(run) ? Math.max(trace.duration, now ?? 0) : trace.duration;
}

/** True while the program goes on, and while what was entered at the prompt is being evaluated. */
function goesOn({ trace }: TimelineRun): boolean {
  const prompt = trace.prompts.at(-1);
  return !trace.outcome || (prompt !== undefined && prompt.end === undefined);
}

/** True while one of the runs goes on and the owner gives it a current time. */
export function anyRunning(runs: readonly TimelineRun[], now: number | undefined): boolean {
  return now !== undefined && runs.some(goesOn);
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
  const [faster, slower] = totalOf(one) <= totalOf(two) ? [one, two] : [two, one];
  // What took no time worth speaking of was won by chance.
  if (totalOf(slower) < shortestRace) return undefined;
  const factor = totalOf(slower) / totalOf(faster);
  if (!Number.isFinite(factor) || factor < 1.005) return undefined;
  return { faster, text: `${factorText(factor)}× faster` };
}

/** Milliseconds that the slower run takes at least where a ratio says something. */
const shortestRace = 100;

function totalOf({ trace }: TimelineRun): number {
  return trace.total ?? trace.duration;
}

function factorText(factor: number): string {
  if (factor >= 100) return factor.toFixed(0);
  return factor.toFixed(factor >= 10 ? 1 : 2);
}
