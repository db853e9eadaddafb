// The JSON form of what a pane has run: what `pane.trace` gives and what an export writes.

import type { TraceEvent } from "./events.ts";
import { foldEvents, type Trace } from "./trace.ts";

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

/**
 * The traces that a recording tells of.
 * @param value what JSON.parse gave
 * @throws {RangeError} in one sentence, for what is no recording, is of another version, or has a hole
 */
export function replay(value: unknown): Trace[] {
  const { format, version, runs } = (value ?? {}) as Partial<Record<keyof Recording, unknown>>;
  if (format !== "interleave-recording" || !Array.isArray(runs))
    throw new RangeError("This is no recording.");
  if (version !== recordingVersion) {
    throw new RangeError(`The recording is of version ${version}; this deck reads ${recordingVersion}.`);
  }
  return runs.map((run: Partial<RecordedRun> | null) => {
    if (!Array.isArray(run?.events)) throw new RangeError("A run of the recording has no events.");
    return foldEvents(run.events as TraceEvent[]);
  });
}
