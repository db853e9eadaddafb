// The one line that tells how a pane's run is doing.

import type { Trace } from "../../trace/trace.ts";
import { plainTimes, type Times } from "../../trace/words/times.ts";
import type { CompileReport, Stage } from "../state/run-state.ts";

/** The same of a recording: a quiet word tells that it is one. */
export function recordedStatus(status: string): string {
  return status === "" ? "" : `${status} · recorded`;
}

/**
 * A short sentence, or nothing where nothing has run.
 * @param report what the compiler last said
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
  if (traces.some(({ outcome }) => outcome?.kind === "failed")) return `Failed after ${total}`;
  return `Finished in ${total}`;
}
