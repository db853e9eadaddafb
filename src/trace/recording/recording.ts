// The JSON form of what a pane has run, described in docs/recording.md: what `pane.trace` gives and an export writes.
// read-recording.ts reads one that may be broken.

import type { TraceEvent } from "../events/events.ts";
import { foldEvents, type Trace } from "../trace.ts";
import { inTodaysForm } from "./older.ts";

/** The version that this code writes. It changes whenever a reader of the old form would misread the new. */
export const recordingVersion = 3;

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

/** A recording that this deck wrote itself, perhaps when its version was another. */
export interface OwnRecording {
  readonly format: Recording["format"];
  readonly version: number;
  readonly runs: readonly { readonly events: readonly unknown[] }[];
}

/** The recordings that ship with the deck were written in this version or a later one. */
const oldestOwn = 2;

/** The recording of finished or unfinished runs, as they are now: events never change, and the lists are copies. */
export function record(traces: readonly Trace[]): Recording {
  return {
    format: "interleave-recording",
    version: recordingVersion,
    runs: traces.map((trace) => ({ entry: trace.entry, events: [...trace.events] })),
  };
}

/**
 * The text of a recording: JSON with a line for each event, so that two can be compared line by line. The same events
 * give the same text, byte for byte.
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
 * The traces of a recording that this deck wrote itself. What comes from elsewhere may be anything: see read-recording.ts.
 * @throws {RangeError} in one sentence, where it is of another version
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
