// Reads recordings from anywhere. If one is broken, it says in one sentence what is wrong.

import * as v from "valibot";
import { Trace } from "../trace.ts";
import { problemOf, shown, traceEvent } from "./event-schema.ts";
import { inTodaysForm } from "./older.ts";
import { type Recording, record, recordingVersion } from "./recording.ts";

/** Version 1. All its events are valid in version 2 as well. older.ts converts what version 3 changed. */
const oldestVersion = 1;

const unchecked = v.optional(v.unknown());
const head = v.object({
  format: v.literal("interleave-recording"),
  version: unchecked,
  runs: unchecked,
});
const runHead = v.object({ entry: unchecked, events: v.array(v.unknown()) });

/**
 * Parses the text of a recording, and returns the recording in today's form.
 * @throws {RangeError} with one sentence, if the text is not a recording, has a version that this code cannot read,
 * or is broken
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
 * Returns the traces of a recording.
 * @param value what JSON.parse returned
 * @throws {RangeError} with one sentence, if the value is not a recording, has a version that this code cannot read,
 * or is broken
 */
export function replay(value: unknown): Trace[] {
  if (!v.is(head, value)) {
    throw new RangeError('This is no recording: its "format" is not "interleave-recording".');
  }
  checkVersion(value.version);
  const { runs } = value;
  if (!Array.isArray(runs)) throw new RangeError('The recording is broken: it has no list of "runs".');
  const version = Number(value.version);
  return runs.map((run, index) => replayRun(run, version, `Run ${index + 1} of ${runs.length}`));
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

function replayRun(run: unknown, version: number, name: string): Trace {
  if (!v.is(runHead, run)) {
    throw new RangeError(`${name} in the recording is broken: it has no list of "events".`);
  }
  const trace = new Trace();
  for (const [index, written] of run.events.entries()) {
    const event = inTodaysForm(written, version);
    try {
      v.assert(traceEvent, event);
      trace.append(event);
    } catch (error) {
      throw new RangeError(`${name} in the recording is broken at event ${index}: ${clause(error)}.`);
    }
  }
  if (trace.entry !== run.entry) {
    throw new RangeError(`${name} in the recording is broken: its "entry" is not that of its events.`);
  }
  return trace;
}

/** Says what is wrong with an event, by itself or after the earlier events, as the end of a sentence. */
function clause(error: unknown): string {
  if (v.isValiError(error)) return problemOf(error.issues[0]);
  if (!(error instanceof RangeError)) throw error;
  return error.message.charAt(0).toLowerCase() + error.message.slice(1).replace(/\.$/, "");
}
