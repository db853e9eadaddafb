// Saves what a pane shows as a file, and opens recordings. What writes and reads files is loaded when it is first needed.

import type { Trace } from "../../trace/trace.ts";
import type { ShownRun } from "../state/kept-runs.ts";

type Formats = typeof import("../../export/formats.ts");

async function loadFormats(): Promise<Formats> {
  try {
    return await import("../../export/formats.ts");
  } catch (cause) {
    throw new Error("The deck could not load what writes files. Check the connection and try again.", {
      cause,
    });
  }
}

/** What can be saved, in the order of a menu. */
export async function savingChoices(): Promise<Formats["exportFormats"]> {
  return (await loadFormats()).exportFormats;
}

/** What is saved. */
export interface SavedView {
  /** The slide or pane, for the file's name. */
  readonly name: string;
  readonly runs: readonly ShownRun[];
  /** The timeline. */
  readonly figure: HTMLElement;
}

/**
 * Saves in one of the formats, where the browser saves downloads.
 * @throws {Error} in a sentence for the viewer
 */
export async function save(format: string, { name, runs, figure }: SavedView): Promise<void> {
  const { exportFormats } = await loadFormats();
  const { download } = await import("../../export/download.ts");
  const { fileName } = await import("../../export/file-name.ts");
  const chosen = exportFormats.find(({ id }) => id === format);
  if (!chosen) throw new RangeError(`There is no format "${format}".`);
  download(fileName(name, chosen.ending), await chosen.make({ runs, figure }), chosen.type);
}

/**
 * The runs of a recording.
 * @throws {RangeError} in a sentence for the viewer, where the file is none
 */
export async function open(file: File): Promise<readonly Trace[]> {
  const { openRecording } = await import("../../export/open-recording.ts");
  return openRecording(file);
}

/** Lets the viewer choose a recording; undefined where they do not. */
export async function chooseRecording(): Promise<File | undefined> {
  const { chooseFile } = await import("../../export/file-drop.ts");
  return chooseFile(".json,application/json");
}
