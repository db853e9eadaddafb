// The state of the newest runs, and how it grows with their events.

import type { Diagnostic } from "../../languages/language.ts";
import { movedOn, type RunClock, shownBy } from "../../runner/run-clock.ts";
import type { TraceEvent } from "../../trace/events/events.ts";
import { Trace } from "../../trace/trace.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";

/** The pane's progress in running its program: "running" until the last of its programs has ended. */
export type Stage = "idle" | "loading" | "compiling" | "running";

/** The compiler's errors and warnings. With errors (`ok` is false) no program starts. */
export interface CompileReport {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** One run. */
export interface RunState {
  /** Grows in place: a copy for each event would cost more the longer a program runs. */
  readonly trace: Trace;
  /** The number of its events. Since the trace is the same object, this number tells that it has grown. */
  readonly count: number;
  /** True once its program has ended. */
  readonly isOver: boolean;
  /** True while its worker lives, so that it can evaluate entries of the prompt. */
  readonly isOpen: boolean;
  readonly clock: RunClock;
  /** True if its time jumps: its clock has no speed, and it cannot be paused. */
  readonly jumps: boolean;
  /** The number of prompt entries that it was given; `endedPrompts` counts those of them that have ended. */
  readonly entered: number;
  readonly endedPrompts: number;
  /** A sentence if an event did not fit those before it. The trace ends before that event. */
  readonly problem: string | undefined;
}

/** Where the newest runs come from: this page, the page before a reload, a file, or the deck. */
export type RunSource = "run" | "kept" | "opened" | "recorded";

/** The newest runs: one run, those of a race, or those of several workers. */
export interface NewestRuns {
  readonly source: RunSource;
  /** The runs that were planned. Runs that were recorded elsewhere may be others. */
  readonly planned: readonly PlannedRun[];
  /**
   * The number of the first run. A pane numbers its runs, so that late events of an earlier run are not taken for
   * events of these.
   */
  readonly first: number;
  readonly runs: readonly RunState[];
  /** The texts that the runs were made from, by file name; empty if they are not known. */
  readonly files: ReadonlyMap<string, string>;
}

/** The state of a run that has just begun. */
export function begunRun(speed: number, jumps = false): RunState {
  return { ...runOf(new Trace()), isOpen: true, jumps, clock: { t: 0, speed: jumps ? 0 : speed, at: null } };
}

/** The state of a run that was recorded elsewhere. */
export function recordedRun(events: readonly TraceEvent[]): RunState {
  return grown(runOf(new Trace()), events, 0);
}

function runOf(trace: Trace): RunState {
  return {
    trace,
    count: 0,
    isOver: false,
    isOpen: false,
    clock: { t: 0, speed: 0, at: null },
    jumps: false,
    entered: 0,
    endedPrompts: 0,
    problem: undefined,
  };
}

/**
 * Returns the run with more events.
 * @param time when they came, by `pageTime`
 */
export function grown(run: RunState, events: readonly TraceEvent[], time: number): RunState {
  const { trace } = run;
  const problem = append(trace, events);
  return {
    ...run,
    problem,
    count: trace.events.length,
    isOver: trace.outcome !== undefined,
    endedPrompts: endedPrompts(trace),
    clock: movedOn(run.clock, trace.duration, time),
  };
}

// A trace with a gap would be wrong, so it ends at the first event that does not fit.
function append(trace: Trace, events: readonly TraceEvent[]): string | undefined {
  try {
    for (const event of events) trace.append(event);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Entries are evaluated one after the other, so only the last one can be open. */
function endedPrompts({ prompts }: Trace): number {
  const last = prompts.at(-1);
  return last && last.end === undefined ? prompts.length - 1 : prompts.length;
}

/** True while the run's clock moves: for its program, the prompt, or timers and requests that they left. */
export function goesOn({ isOpen, clock }: RunState): boolean {
  return isOpen && clock.speed > 0;
}

/** True if its program has not ended and its clock is stopped. */
export function standsStill({ isOpen, isOver, jumps, clock }: RunState): boolean {
  return isOpen && !isOver && !jumps && clock.speed === 0;
}

/** Milliseconds on the run's clock at the page's time `time`, as far as the page can tell. */
export function timeOf(run: RunState, time: number): number {
  const { duration } = run.trace;
  return goesOn(run) || standsStill(run) ? Math.max(duration, shownBy(run.clock, time)) : duration;
}
