// Stores the results of a pane's runs, and restores them when the page is loaded again.

import { record } from "../../trace/recording/recording.ts";
import { areUnable } from "../runs/load-tools.ts";
import { isPromptBusy, isRunning, newestTraces } from "../state/going-on.ts";
import type { PaneEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { loadKept, loadResults, saveKept, saveResults } from "./stored-runs.ts";

/** Stores the results from now on. */
export function keepResults(pane: string, store: Store): void {
  store.listen((event, state, before) => {
    if (hasResult(event, state, before)) saveResults(pane, record(newestTraces(state)));
    if (state.kept !== before.kept && event.kind !== "kept-runs") saveKept(pane, state.kept);
  });
}

/** Restores the results from before the reload, unless something has run already. */
export function restoreResults(pane: string, { state, send }: Store): void {
  const recording = loadResults(pane);
  const isNew = recording && recording.runs.length > 0 && state.newest.runs.length === 0;
  if (isNew) send({ kind: "runs-shown", source: "kept", runs: recording.runs });
  const groups = loadKept(pane);
  if (groups.length > 0) send({ kind: "kept-runs", groups });
}

/** True if a run has ended, all entries of the prompt have ended, or the pane was reset. */
function hasResult(event: PaneEvent, state: PaneState, before: PaneState): boolean {
  if (event.kind === "reset") return true;
  if (state.stage === "idle" && before.stage === "running") return !areUnable(newestTraces(state));
  // While the program runs, the entries are stored with its own result.
  return isPromptBusy(before) && !isPromptBusy(state) && !isRunning(state);
}
