// The recordings of the deck's panes: made anew, and as they are stored.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "./import-source.mjs";
import { recordRun } from "./record.mjs";
import { root } from "./setup.mjs";

/**
 * @typedef {import("../src/build/panes.ts").Pane} Pane
 * @typedef {import("../src/deck/cue.ts").Cue} Cue
 */

/** Where they are stored, each as `<pane id>.json`. */
export const folder = join(root, "slides", "recordings");

/** How many panes are recorded at the same time: a thread for each of their runs takes memory. */
const atOnce = 4;

/** @type {ReturnType<typeof load> | undefined} */
let loaded;

async function load() {
  const [files, render, plan, format, panel] = await Promise.all([
    /** @type {Promise<typeof import("../src/build/files.ts")>} */ (importSource("src/build/files.ts")),
    /** @type {Promise<typeof import("../src/build/render.ts")>} */ (importSource("src/build/render.ts")),
    /** @type {Promise<typeof import("../src/deck/planned-runs.ts")>} */ (
      importSource("src/deck/planned-runs.ts")
    ),
    /** @type {Promise<typeof import("../src/trace/recording.ts")>} */ (
      importSource("src/trace/recording.ts")
    ),
    /** @type {Promise<typeof import("../src/deck/network-panel.ts")>} */ (
      importSource("src/deck/network-panel.ts")
    ),
  ]);
  return { ...files, ...render, ...plan, ...format, network: panel.defaultSettings.conditions };
}

/** @returns {Promise<Pane[]>} all panes of the deck, in the order of the talk */
export async function allPanes() {
  loaded ??= load();
  const { readSlides, reader, deckPanes } = await loaded;
  const slides = join(root, "slides");
  return deckPanes(readSlides(slides), reader(join(slides, "examples")));
}

/**
 * What a presenter enters before the program is changed.
 * @param {readonly Cue[]} cues
 * @returns {string[]}
 */
export function promptsBeforeEdit(cues) {
  const edit = cues.findIndex(({ kind }) => kind === "edit");
  const before = edit < 0 ? cues : cues.slice(0, edit);
  return before.flatMap((cue) => (cue.kind === "prompt" ? [cue.text] : []));
}

/**
 * Runs a pane's program with the seed 1 and the network as a pane has it at first.
 * @param {Pane} pane
 * @returns {Promise<string>} the text of the recording
 * @throws {Error} in a sentence that names the pane
 */
export async function recordPane({ id, attributes, entries, files, cues }) {
  loaded ??= load();
  const { plannedRuns, writeRecording, recordingVersion, network } = await loaded;
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const [workers, name] = ["workers", "worker-name"].map((key) => attributes.get(key) ?? null);
  const planned = plannedRuns(entries, { workers: workers ?? null, name: name ?? null });
  // As in the page, the prompt goes on with the first run.
  const prompts = (/** @type {number} */ index) => (index === 0 ? promptsBeforeEdit(cues) : []);
  const runs = planned.map(async ({ entry, crew }, index) => ({
    entry,
    events: await recordRun({ files: texts, entry, seed: 1, network, crew, prompts: prompts(index) }),
  }));
  try {
    return writeRecording({
      format: "interleave-recording",
      version: recordingVersion,
      runs: await Promise.all(runs),
    });
  } catch (cause) {
    throw new Error(`The pane ${id} cannot be recorded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

/**
 * Records panes, a few at a time.
 * @param {readonly Pane[]} panes
 * @returns {Map<string, Promise<string>>} the text of each recording by the pane's id
 */
export function recordPanes(panes) {
  /** @type {Promise<unknown>[]} */
  const rows = Array.from({ length: atOnce }, () => Promise.resolve());
  return new Map(
    panes.map((pane, index) => {
      const text = (rows[index % atOnce] ?? Promise.resolve()).then(() => recordPane(pane));
      rows[index % atOnce] = text.catch(() => undefined);
      return [pane.id, text];
    }),
  );
}

/**
 * @param {string} id the pane's
 * @returns {string} the stored recording; "" where there is none
 */
export function storedRecording(id) {
  const file = join(folder, `${id}.json`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @returns {string[]} the ids of the panes of which there is a recording */
export function storedIds() {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
}
