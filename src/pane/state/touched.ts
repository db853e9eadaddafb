// Tells whether anything happened in a pane that making it again from its markup would lose.

import { firstState, type PaneState } from "./pane-state.ts";
import { saved } from "./saved-state.ts";

/**
 * True if the pane's state differs from the first one. The page's code size does not count, nor the recording of a program
 * that cannot run here: a new pane gets them, too.
 */
export function isTouched(state: PaneState): boolean {
  const first = { ...firstState(state.setup), codeSize: state.codeSize };
  const isRecorded = state.newest.source === "recorded";
  // Runs are many events, which need not be written down to see that they are there.
  if ((state.newest.runs.length > 0 && !isRecorded) || state.kept.length > 0) return true;
  const now = isRecorded ? { ...state, newest: first.newest } : state;
  return JSON.stringify(saved(now)) !== JSON.stringify(saved(first));
}
