// The one line that tells how a pane's run is doing.

import type { Trace } from "../trace/trace.ts";
import type { CompileReport, PaneState } from "./pane-runs.ts";

/**
 * A short sentence, or nothing where nothing has run.
 * @param report what the compiler last said
 */
export function paneStatus(state: PaneState, traces: readonly Trace[], report: CompileReport): string {
  if (state === "loading") return "Loading the compiler…";
  if (state === "compiling") return "Compiling…";
  if (state === "running") return "Running…";
  if (!report.ok) return "Not run: the code has errors";
  if (traces.length === 0) return "";
  const total = `${(Math.max(...traces.map(({ duration }) => duration)) / 1000).toFixed(2)} s`;
  // The console gives the reason.
  if (traces.some(({ outcome }) => outcome?.kind === "limit")) return `Ended by a limit after ${total}`;
  if (traces.some(({ outcome }) => outcome?.kind === "stopped")) return `Stopped after ${total}`;
  if (traces.some(({ outcome }) => outcome?.kind === "failed")) return `Failed after ${total}`;
  return `Finished in ${total}`;
}
