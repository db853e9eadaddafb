// The JSON form of a pane's runs, described in docs/recording.md. `pane.trace` returns it, and an export writes it.
// read-recording.ts reads recordings that may be broken.

import type { TraceEvent } from "../events/events.ts";
import { foldEvents, type Trace } from "../trace.ts";
import { inTodaysForm } from "./older.ts";

/** The version that this code writes. It changes whenever a reader of the old form would misread the new form. */
export const recordingVersion = 6;

/** The run of one program. */
export interface RecordedRun {
  /** The file whose top level ran. */
  readonly entry: string;
  readonly events: readonly TraceEvent[];
}

/** One run, or the runs of a race. Each run has its own clock, which starts with the run. */
export interface Recording {
  readonly format: "interleave-recording";
  readonly version: typeof recordingVersion;
  readonly runs: readonly RecordedRun[];
}

/** A recording that this deck wrote itself, perhaps in an older version. */
export interface OwnRecording {
  readonly format: Recording["format"];
  readonly version: number;
  readonly runs: readonly { readonly events: readonly unknown[] }[];
}

/** The recordings that ship with the deck have this version or a later one. */
const oldestOwn = 2;

/** Records runs as they are now, finished or not. The lists are copies, and events never change. */
export function record(traces: readonly Trace[]): Recording {
  return {
    format: "interleave-recording",
    version: recordingVersion,
    runs: traces.map((trace) => ({ entry: trace.entry, events: [...trace.events] })),
  };
}

/**
 * Serialises a recording: JSON with one line for each event, so that two recordings can be compared line by line. The
 * same events give the same text, byte for byte.
 */
export function writeRecording({ format, version, runs }: Recording): string {
  const head = `{"format":${JSON.stringify(format)},"version":${version},"runs":`;
  return `${head}${lineList(runs.map(runText))}}\n`;
}

function runText({ entry, events }: RecordedRun): string {
  const lines = events.map((event) => JSON.stringify(event));
  return `{"entry":${JSON.stringify(entry)},"events":${lineList(lines)}}`;
}

function lineList(items: readonly string[]): string {
  return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n]`;
}

/**
 * Returns the traces of a recording that this deck wrote itself, without checking its events. For other recordings
 * see read-recording.ts.
 * @throws {RangeError} with one sentence, if the version is not one that this deck wrote
 */
export function replayOwn({ format, version, runs }: OwnRecording): Trace[] {
  if (format !== "interleave-recording" || !(version >= oldestOwn && version <= recordingVersion)) {
    throw new RangeError(
      `The recording is of version ${version}, and not of version ${oldestOwn} to ${recordingVersion}.`,
    );
  }
  return runs.map(({ events }) =>
    foldEvents(events.map((event) => inTodaysForm(event, version) as TraceEvent)),
  );
}
