// Tells from a pane's state whether programs run, are paused or wait at the prompt. Pure.

import type { Trace } from "../../trace/trace.ts";
import type { PaneState } from "./pane-state.ts";
import { goesOn, type RunState, standsStill, timeOf } from "./run-state.ts";

type Newest = Pick<PaneState, "newest">;

/** The traces of the newest runs. They grow while the programs run. */
export function newestTraces({ newest }: Newest): readonly Trace[] {
  return newest.runs.map(({ trace }) => trace);
}

/** True while a program has not ended and its worker lives. */
export function isRunning({ newest }: Newest): boolean {
  return newest.runs.some(({ isOpen, isOver }) => isOpen && !isOver);
}

/** True while the clock of a run moves, for its program or for an entry of the prompt. */
export function isGoing({ newest }: Newest): boolean {
  return newest.runs.some(goesOn);
}

/** True if programs have not ended and all of their clocks stand still. */
export function isPaused({ newest }: Newest): boolean {
  const running = newest.runs.filter(({ isOpen, isOver }) => isOpen && !isOver);
  return running.length > 0 && running.every(standsStill);
}

/** True if a program runs whose clock can be stopped. */
export function canPause({ newest }: Newest): boolean {
  return newest.runs.some(({ isOpen, isOver, jumps }) => isOpen && !isOver && !jumps);
}

/**
 * Milliseconds since the newest runs began: the furthest of their clocks. `undefined` if none of them runs.
 * @param time the page's time, see `pageTime`
 */
export function runTime(state: Newest, time: number): number | undefined {
  if (!isRunning(state) && !isGoing(state)) return undefined;
  return Math.max(...state.newest.runs.map((run) => timeOf(run, time)));
}

/** The index, among the newest runs, of the run that the prompt belongs to: the shown one, or the first. */
export function promptRun({ shown }: Pick<PaneState, "shown">): number {
  return Math.max(0, shown);
}

/** The run that evaluates the prompt's entries, or `undefined` if its worker is gone. */
export function sessionOf(state: Newest & Pick<PaneState, "shown">): RunState | undefined {
  const run = state.newest.runs[promptRun(state)];
  return run?.isOpen ? run : undefined;
}

/** True while an entry of the prompt is on its way to the run, or has not ended there. */
export function isPromptBusy(state: PaneState): boolean {
  const session = sessionOf(state);
  return state.waiting > 0 || (session !== undefined && session.entered > session.endedPrompts);
}

/** True if an entry is being evaluated, or is about to be, so that it can be interrupted. */
export function canInterrupt(state: PaneState): boolean {
  return sessionOf(state) !== undefined && isPromptBusy(state);
}
