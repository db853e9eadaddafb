// Opens a file as a recording. If that fails, says why in one sentence.

import * as v from "valibot";
import { replay } from "../trace/recording/read-recording.ts";
import { recordingVersion } from "../trace/recording/recording.ts";
import type { Trace } from "../trace/trace.ts";

/** In bytes. Parsing a larger file would block the page for too long. */
const largest = 64 * 1024 * 1024;

// These schemas check only what tells one format from another.
const anything = v.array(v.unknown());
const recording = v.object({ format: v.literal("interleave-recording") });
const newer = v.object({ version: v.pipe(v.number(), v.gtValue(recordingVersion)) });
const httpArchive = v.object({ log: v.object({ entries: anything }) });
/** A Chrome trace may also be a bare list of events. */
const chromeTrace = v.union([
  v.object({ traceEvents: anything }),
  v.looseTuple([v.object({ ph: v.string() })]),
]);

const wanted = 'choose a file that was saved as "Recording (JSON)"';

/**
 * Reads a recording from a file and returns its runs, at least one.
 * @throws {RangeError} one sentence for the viewer: which file, what is wrong with it, what to do
 */
export async function openRecording(file: Blob & { readonly name?: string }): Promise<Trace[]> {
  const name = file.name || "The file";
  if (file.size > largest) {
    throw new RangeError(
      `${name} has ${megabytes(file.size)}, more than the 64 MB that can be opened: ${wanted}.`,
    );
  }
  const text = await textOf(file, name);
  if (text.trim() === "") throw new RangeError(`${name} is empty: ${wanted}.`);
  return tracesOf(parsed(text, name), name);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString("en")} MB`;
}

async function textOf(file: Blob, name: string): Promise<string> {
  try {
    return await file.text();
  } catch (cause) {
    throw new RangeError(`${name} cannot be read: see whether it is still there, and choose it again.`, {
      cause,
    });
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError(`${name} is no recording, for its text is not JSON, or not all of it: ${wanted}.`);
  }
}

function tracesOf(value: unknown, name: string): Trace[] {
  const other = otherFormat(value);
  if (other !== undefined) throw new RangeError(`${name} is ${other}: ${wanted}.`);
  const advice = v.is(newer, value)
    ? "reload the page to get the newest Interleave"
    : "save it again where it was made";
  try {
    return someOf(replay(value));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`${name} cannot be opened, for ${clause(error.message)}: ${advice}.`, {
      cause: error,
    });
  }
}

/** Returns what the value is, if it is not a recording; otherwise `undefined`. */
function otherFormat(value: unknown): string | undefined {
  if (v.is(chromeTrace, value)) return "a Chrome trace, which Perfetto and DevTools open";
  if (v.is(httpArchive, value)) return "an HTTP archive, which network panels open";
  return v.is(recording, value) ? undefined : "no recording";
}

function someOf(traces: Trace[]): Trace[] {
  if (traces.length === 0) throw new RangeError("There is no run in it.");
  return traces;
}

/** Turns a sentence into a clause of another sentence: lower case first, no full stop. */
function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}
