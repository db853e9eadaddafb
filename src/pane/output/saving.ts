// Saves what a pane shows as a file, and opens recordings. The modules that write and read files are loaded on first
// use.

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

/** The formats in which runs can be saved, in the order of the menu. */
export async function savingChoices(): Promise<Formats["exportFormats"]> {
  return (await loadFormats()).exportFormats;
}

/** What is saved. */
export interface SavedView {
  /** The name of the slide or pane, for the file's name. */
  readonly name: string;
  readonly runs: readonly ShownRun[];
  /** The timeline's element. */
  readonly figure: HTMLElement;
}

/**
 * Saves the runs in a format, as a download.
 * @throws {Error} with a sentence for the viewer
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
 * Returns the runs of a recording.
 * @throws {RangeError} with a sentence for the viewer if the file is not a recording
 */
export async function open(file: File): Promise<readonly Trace[]> {
  const { openRecording } = await import("../../export/open-recording.ts");
  return openRecording(file);
}

/** Lets the viewer choose a recording; `undefined` if they cancel. */
export async function chooseRecording(): Promise<File | undefined> {
  const { chooseFile } = await import("../../export/file-drop.ts");
  return chooseFile(".json,application/json");
}
