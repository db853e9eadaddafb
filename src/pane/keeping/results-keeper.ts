// Keeps what the runs of a pane recorded, and brings it back when the page is loaded again.

import { record } from "../../trace/recording/recording.ts";
import { areUnable } from "../runs/load-tools.ts";
import { isPromptBusy, isRunning, newestTraces } from "../state/going-on.ts";
import type { PaneEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { loadKept, loadResults, saveKept, saveResults } from "./stored-runs.ts";

/** Keeps the results from now on. */
export function keepResults(pane: string, store: Store): void {
  store.listen((event, state, before) => {
    if (hasResult(event, state, before)) saveResults(pane, record(newestTraces(state)));
    if (state.kept !== before.kept && event.kind !== "kept-runs") saveKept(pane, state.kept);
  });
}

/** Brings back what was kept before the page was loaded, unless something has run already. */
export function restoreResults(pane: string, { state, send }: Store): void {
  const recording = loadResults(pane);
  const isNew = recording && recording.runs.length > 0 && state.newest.runs.length === 0;
  if (isNew) send({ kind: "runs-shown", source: "kept", runs: recording.runs });
  const groups = loadKept(pane);
  if (groups.length > 0) send({ kind: "kept-runs", groups });
}

/** Whether a run has ended, or all that was entered, or everything was put back. */
function hasResult(event: PaneEvent, state: PaneState, before: PaneState): boolean {
  if (event.kind === "reset") return true;
  if (state.stage === "idle" && before.stage === "running") return !areUnable(newestTraces(state));
  // What the program itself records is kept when it has ended.
  return isPromptBusy(before) && !isPromptBusy(state) && !isRunning(state);
}
