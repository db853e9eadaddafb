// The newest runs of a pane as its state holds them, and how they change.

import type { Diagnostic } from "../../languages/language.ts";
import { movedOn, type RunClock, shownBy } from "../../runner/run-clock.ts";
import type { TraceEvent } from "../../trace/events/events.ts";
import { Trace } from "../../trace/trace.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";

/** What the pane does to run its program; "running" until the last of its programs has ended. */
export type Stage = "idle" | "loading" | "compiling" | "running";

/** What a program did not even begin for, or what the compiler warned of. */
export interface CompileReport {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** One run. */
export interface RunState {
  /** Grown in place: copying it for each event would cost more the longer a program runs. */
  readonly trace: Trace;
  /** How many events it has now: another number tells that the trace has grown. */
  readonly count: number;
  /** True once its program has ended. */
  readonly isOver: boolean;
  /** True while its worker lives: what is entered at the prompt is evaluated. */
  readonly isOpen: boolean;
  readonly clock: RunClock;
  /** How many entries of the prompt it was given, and how many of them have ended. */
  readonly entered: number;
  readonly endedPrompts: number;
  /** A sentence where an event did not fit those before it; the trace ends before that event. */
  readonly problem: string | undefined;
}

/** Where the newest runs come from: this page, the page before a reload, a file, the deck. */
export type RunSource = "run" | "kept" | "opened" | "recorded";

/** What has run last: one run, those of a race, or those of several workers. */
export interface NewestRuns {
  readonly source: RunSource;
  /** What was planned; runs that were recorded elsewhere may be others. */
  readonly planned: readonly PlannedRun[];
  /** The number of the first: a pane counts its runs, so that what comes late is not taken for news of others. */
  readonly first: number;
  readonly runs: readonly RunState[];
  /** The texts that they were made from, by file name; empty where these are not known. */
  readonly files: ReadonlyMap<string, string>;
}

/** A run that has just begun. */
export function begunRun(speed: number): RunState {
  return { ...runOf(new Trace()), isOpen: true, clock: { t: 0, speed, at: null } };
}

/** A run that was recorded elsewhere. */
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
    entered: 0,
    endedPrompts: 0,
    problem: undefined,
  };
}

/**
 * The run with more events.
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

// A recording with a hole proves nothing: it ends where the hole is.
function append(trace: Trace, events: readonly TraceEvent[]): string | undefined {
  try {
    for (const event of events) trace.append(event);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Entries are evaluated one after the other: the last may not have ended. */
function endedPrompts({ prompts }: Trace): number {
  const last = prompts.at(-1);
  return last && last.end === undefined ? prompts.length - 1 : prompts.length;
}

/** True while time passes for the program, for the prompt, or for what they left to happen. */
export function goesOn({ isOpen, clock }: RunState): boolean {
  return isOpen && clock.speed > 0;
}

/** True where its clock was told to stand still. */
export function standsStill({ isOpen, isOver, clock }: RunState): boolean {
  return isOpen && !isOver && clock.speed === 0;
}

/** Milliseconds on the run's clock at a time of the page, as far as the page can tell. */
export function timeOf(run: RunState, time: number): number {
  const { duration } = run.trace;
  return goesOn(run) || standsStill(run) ? Math.max(duration, shownBy(run.clock, time)) : duration;
}
