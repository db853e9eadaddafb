// Replaces the newest runs of a pane, or changes one of them. Pure.

import type { RecordedRun } from "../../trace/recording/recording.ts";
import type { PaneEvent } from "./pane-event.ts";
import type { PaneState } from "./pane-state.ts";
import { begunRun, type NewestRuns, type RunSource, type RunState, recordedRun } from "./run-state.ts";

/** The number of the pane's next run. */
export function nextNumber({ first, runs }: NewestRuns): number {
  return first + runs.length;
}

export function begun(state: PaneState, event: Extract<PaneEvent, { kind: "runs-began" }>): PaneState {
  const { first, planned, files, speed, jumps } = event;
  const runs = planned.map(() => begunRun(speed, jumps));
  return replaced(state, { source: "run", planned, first, runs, files: new Map(files) });
}

export function shownFromElsewhere(
  state: PaneState,
  source: RunSource,
  recorded: readonly RecordedRun[],
): PaneState {
  const runs = recorded.map(({ events }) => recordedRun(events));
  return replaced(state, { ...noRuns(state), source, runs });
}

export function cleared(state: PaneState): PaneState {
  return replaced(state, noRuns(state));
}

function noRuns({ newest, setup }: PaneState): NewestRuns {
  return { source: "run", planned: setup.planned, first: nextNumber(newest), runs: [], files: new Map() };
}

/** Also moves the playhead to the newest moment of the newest runs. */
function replaced(state: PaneState, newest: NewestRuns): PaneState {
  const playhead = { ...state.playhead, position: undefined, isPlaying: false };
  return { ...state, newest, shown: Math.max(0, state.shown), playhead };
}

/** Changes the run with this number. Nothing changes if the run is gone: its events may come late. */
export function changeRun(state: PaneState, number: number, change: (run: RunState) => RunState): PaneState {
  const { newest } = state;
  const index = number - newest.first;
  if (!newest.runs[index]) return state;
  const runs = newest.runs.map((run, at) => (at === index ? change(run) : run));
  return { ...state, newest: { ...newest, runs } };
}
