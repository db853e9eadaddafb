// What goes on in a pane: answers that views and effects read from its state. Pure.

import type { Trace } from "../../trace/trace.ts";
import type { PaneState } from "./pane-state.ts";
import { goesOn, type RunState, standsStill, timeOf } from "./run-state.ts";

type Newest = Pick<PaneState, "newest">;

/** The newest runs as recorded so far; they grow while they run. */
export function newestTraces({ newest }: Newest): readonly Trace[] {
  return newest.runs.map(({ trace }) => trace);
}

/** True while a program goes on. */
export function isRunning({ newest }: Newest): boolean {
  return newest.runs.some(({ isOpen, isOver }) => isOpen && !isOver);
}

/** True while time passes, for a program or for what was entered at the prompt. */
export function isGoing({ newest }: Newest): boolean {
  return newest.runs.some(goesOn);
}

/** True while programs go on whose clocks were told to stand still. */
export function isPaused({ newest }: Newest): boolean {
  const running = newest.runs.filter(({ isOpen, isOver }) => isOpen && !isOver);
  return running.length > 0 && running.every(standsStill);
}

/**
 * Milliseconds since the runs began, the same for all; undefined when all are over and nothing goes on.
 * @param time the page's
 */
export function runTime(state: Newest, time: number): number | undefined {
  if (!isRunning(state) && !isGoing(state)) return undefined;
  return Math.max(...state.newest.runs.map((run) => timeOf(run, time)));
}

/** The index, among the newest runs, of the one that the prompt is about: the shown one, or the first. */
export function promptRun({ shown }: Pick<PaneState, "shown">): number {
  return Math.max(0, shown);
}

/** The run that the prompt goes on with, while its worker lives. */
export function sessionOf(state: Newest & Pick<PaneState, "shown">): RunState | undefined {
  const run = state.newest.runs[promptRun(state)];
  return run?.isOpen ? run : undefined;
}

/** True while something that was entered at the prompt is on its way to the run, or has not ended there. */
export function isPromptBusy(state: PaneState): boolean {
  const session = sessionOf(state);
  return state.waiting > 0 || (session !== undefined && session.entered > session.endedPrompts);
}

/** Whether a run evaluates something that it can let go of, or is about to. */
export function canInterrupt(state: PaneState): boolean {
  return sessionOf(state) !== undefined && isPromptBusy(state);
}
