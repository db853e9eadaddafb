// The JSON form of what a pane has run: what `pane.trace` gives and what an export writes.

import type { TraceEvent } from "./events.ts";
import type { Trace } from "./trace.ts";

/** The version that this code writes. It changes whenever a reader of the old form would misread the new. */
export const recordingVersion = 1;

/** One program's run. */
export interface RecordedRun {
  /** The file whose top level ran. */
  readonly entry: string;
  readonly events: readonly TraceEvent[];
}

/** One run, or the runs of a race. Each run has a clock of its own, which began with it. */
export interface Recording {
  readonly format: "interleave-recording";
  readonly version: typeof recordingVersion;
  readonly runs: readonly RecordedRun[];
}

/** The recording of finished or unfinished runs, as they are now: events never change, and the lists are copies. */
export function record(traces: readonly Trace[]): Recording {
  return {
    format: "interleave-recording",
    version: recordingVersion,
    runs: traces.map((trace) => ({ entry: trace.entry, events: [...trace.events] })),
  };
}
