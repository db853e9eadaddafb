// Tells whether anything happened in a pane that making it again from its markup would lose.

import { firstState, type PaneState } from "./pane-state.ts";
import { saved } from "./saved-state.ts";

/** True if the pane's state differs from the first one. The page's code size does not count: a new pane gets it, too. */
export function isTouched(state: PaneState): boolean {
  // Runs are many events, which need not be written down to see that they are there.
  if (state.newest.runs.length > 0 || state.kept.length > 0) return true;
  const first = { ...firstState(state.setup), codeSize: state.codeSize };
  return JSON.stringify(saved(state)) !== JSON.stringify(saved(first));
}
