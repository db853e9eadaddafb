// The status text of a pane: how its runs are doing, in a few words.

import type { Trace } from "../../trace/trace.ts";
import { type ThreadKind, threadKind } from "../../trace/words/thread-words.ts";
import { plainTimes, type Times } from "../../trace/words/times.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { CompileReport, Stage } from "../state/run-state.ts";
import { shownRun } from "../state/shown-runs.ts";

/** The status of a recording: the same text with "· recorded". */
export function recordedStatus(status: string): string {
  return status === "" ? "" : `${status} · recorded`;
}

/** How the threads of the shown run were switched. Of a recording of the deck, the bar above it says that already. */
export function kindOfThreads(state: Pick<PaneState, "kept" | "newest" | "shown">): ThreadKind | undefined {
  const run = state.newest.source === "recorded" ? undefined : shownRun(state);
  return run && threadKind(run.trace);
}

/**
 * Returns a short sentence, or "" if nothing has run.
 * @param report the compiler's last result
 * @param now what the clocks show, in milliseconds, while something runs
 */
export function paneStatus(
  state: Stage | "paused",
  traces: readonly Trace[],
  report: CompileReport,
  now = 0,
  times: Times = plainTimes,
): string {
  if (state === "loading") return "Loading the compiler…";
  if (state === "compiling") return "Compiling…";
  if (state === "paused") return `Paused at ${times.text(now)}`;
  if (state === "running") return "Running…";
  if (!report.ok) return "Not run: the code has errors";
  if (traces.length === 0) return "";
  const total = times.text(Math.max(...traces.map(({ total, duration }) => total ?? duration)));
  // The console gives the reason.
  if (traces.some(({ outcome }) => outcome?.kind === "limit")) return `Ended by a limit after ${total}`;
  if (traces.some(({ outcome }) => outcome?.kind === "stopped")) return `Stopped after ${total}`;
  if (traces.some(({ outcome }) => outcome?.kind === "deadlock")) return `Deadlock after ${total}`;
  if (traces.some(({ outcome }) => outcome?.kind === "failed")) return `Failed after ${total}`;
  return `Finished in ${total}`;
}
