// The JSON form of what a pane has run, described in docs/recording.md: what `pane.trace` gives and an export writes.

import type { TraceEvent } from "../events/events.ts";
import { Trace } from "../trace.ts";
import { isRecord, shown } from "./check.ts";
import { eventProblem } from "./event-shape.ts";

/** The version that this code writes. It changes whenever a reader of the old form would misread the new. */
export const recordingVersion = 2;

/** The first version; its events are a part of those of the second. */
const oldestVersion = 1;

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
 * The recording that a text holds, in today's form.
 * @throws {RangeError} in one sentence, where it is no recording, of a version that this code cannot read, or broken
 */
export function readRecording(text: string): Recording {
  return record(replay(parse(text)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError("This is no recording: the text is not JSON.");
  }
}

/**
 * The traces that a recording tells of.
 * @param value what JSON.parse gave
 * @throws {RangeError} in one sentence, where it is no recording, of a version that this code cannot read, or broken
 */
export function replay(value: unknown): Trace[] {
  if (!isRecord(value) || value.format !== "interleave-recording") {
    throw new RangeError('This is no recording: its "format" is not "interleave-recording".');
  }
  checkVersion(value.version);
  const { runs } = value;
  if (!Array.isArray(runs)) throw new RangeError('The recording is broken: it has no list of "runs".');
  return runs.map((run, index) => replayRun(run, `Run ${index + 1} of ${runs.length}`));
}

function checkVersion(version: unknown): void {
  if (!Number.isSafeInteger(version) || Number(version) < oldestVersion) {
    throw new RangeError(
      `The recording is of version ${shown(version)}; this Interleave reads ${oldestVersion} to ${recordingVersion}.`,
    );
  }
  if (Number(version) > recordingVersion) {
    throw new RangeError(
      `The recording was made by a newer Interleave (version ${version}); this one reads up to ${recordingVersion}.`,
    );
  }
}

function replayRun(run: unknown, name: string): Trace {
  if (!isRecord(run) || !Array.isArray(run.events)) {
    throw new RangeError(`${name} in the recording is broken: it has no list of "events".`);
  }
  const trace = new Trace();
  for (const [index, event] of run.events.entries()) {
    const problem = eventProblem(event) ?? foldProblem(trace, event);
    if (problem) throw new RangeError(`${name} in the recording is broken at event ${index}: ${problem}.`);
  }
  if (trace.entry !== run.entry) {
    throw new RangeError(`${name} in the recording is broken: its "entry" is not that of its events.`);
  }
  return trace;
}

/** What is wrong with an event after those before it, as the end of a sentence; undefined where nothing is. */
function foldProblem(trace: Trace, event: TraceEvent): string | undefined {
  try {
    trace.append(event);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message.charAt(0).toLowerCase() + error.message.slice(1).replace(/\.$/, "");
  }
}
