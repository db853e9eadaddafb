// The recordings of the deck's panes: records them again and reads the stored ones.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importLanguages, importSource } from "../import-source.mjs";
import { readTalk, talkIn } from "../talk.mjs";
import { recordRun } from "./record.mjs";

/**
 * @typedef {import("../../src/build/slides/panes.ts").Pane} Pane
 * @typedef {import("../../src/pane/cues/cue-stages.ts").Stage} Stage
 */

/** The folder in which they are stored, each as a file of its name. */
export const folder = join(talkIn().slides, "recordings");

/** How many recordings are made at the same time. Each of their runs has a thread, which takes memory. */
const atOnce = 4;

/** @type {ReturnType<typeof load> | undefined} */
let loaded;

async function load() {
  const [files, render, plan, stages, format, { networkOf }, talk, { languages }] = await Promise.all([
    /** @type {Promise<typeof import("../../src/build/slides/files.ts")>} */ (
      importSource("src/build/slides/files.ts")
    ),
    /** @type {Promise<typeof import("../../src/build/slides/render.ts")>} */ (
      importSource("src/build/slides/render.ts")
    ),
    /** @type {Promise<typeof import("../../src/pane/markup/planned-runs.ts")>} */ (
      importSource("src/pane/markup/planned-runs.ts")
    ),
    /** @type {Promise<typeof import("../../src/pane/cues/cue-stages.ts")>} */ (
      importSource("src/pane/cues/cue-stages.ts")
    ),
    /** @type {Promise<typeof import("../../src/trace/recording/recording.ts")>} */ (
      importSource("src/trace/recording/recording.ts")
    ),
    /** @type {Promise<typeof import("../../src/talk/talk.ts")>} */ (importSource("src/talk/talk.ts")),
    readTalk(),
    importLanguages(),
  ]);
  return { ...files, ...render, ...plan, ...stages, ...format, languages, network: networkOf(talk) };
}

/** @returns {Promise<Pane[]>} all panes of the deck, in the order of the talk */
export async function allPanes() {
  loaded ??= load();
  const { readSlides, reader, deckPanes, languages } = await loaded;
  const { slides } = talkIn();
  return deckPanes(readSlides(slides), { readExample: reader(join(slides, "examples")), languages });
}

/**
 * Returns the stages that are recorded of a pane: its program with the cues' prompt entries, before each change and
 * after the last.
 * @param {Pane} pane
 * @returns {Promise<readonly Stage[]>}
 */
async function stagesOfPane({ id, files, cues }) {
  loaded ??= load();
  const { stagesOf } = await loaded;
  return stagesOf(id, cues, new Map(files.map(({ name, text }) => [name, text])));
}

/**
 * Runs a pane's program with seed 1 and the initial network settings of a pane.
 * @param {Pane} pane
 * @param {Stage} stage
 * @returns {Promise<string>} the text of the recording
 * @throws {Error} a sentence that names the recording
 */
async function recordStage({ attributes, entries: entryFiles }, { recording, texts, entries: prompts }) {
  loaded ??= load();
  const { plannedRuns, writeRecording, recordingVersion, network } = await loaded;
  const [workers, name] = ["workers", "worker-name"].map((key) => attributes.get(key) ?? null);
  const planned = plannedRuns(entryFiles, { workers: workers ?? null, name: name ?? null });
  const runs = planned.map(async ({ entry, crew }, index) => ({
    entry,
    // As in the page, the prompt belongs to the first run.
    events: await recordRun({
      files: texts,
      entry,
      seed: 1,
      network,
      crew,
      prompts: index === 0 ? prompts : [],
    }),
  }));
  try {
    return writeRecording({
      format: "interleave-recording",
      version: recordingVersion,
      runs: await Promise.all(runs),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`The pane of ${recording} cannot be recorded: ${reason}`, { cause });
  }
}

/**
 * Records panes, a few at a time.
 * @param {readonly Pane[]} panes
 * @returns {Promise<Map<string, Promise<string>>>} the text of each recording, by name
 */
export async function recordPanes(panes) {
  const all = await Promise.all(
    panes.map(async (pane) =>
      (await stagesOfPane(pane)).map((stage) => /** @type {const} */ ([pane, stage])),
    ),
  );
  /** @type {Promise<unknown>[]} */
  const rows = Array.from({ length: atOnce }, () => Promise.resolve());
  return new Map(
    all.flat().map(([pane, stage], index) => {
      const text = (rows[index % atOnce] ?? Promise.resolve()).then(() => recordStage(pane, stage));
      rows[index % atOnce] = text.catch(() => undefined);
      return [stage.recording, text];
    }),
  );
}

/**
 * @param {string} name
 * @returns {Promise<string>} the stored recording, as the current version writes it; "" if there is none
 */
export async function storedRecording(name) {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) return "";
  loaded ??= load();
  const { record, replayOwn, writeRecording } = await loaded;
  return writeRecording(record(replayOwn(JSON.parse(readFileSync(file, "utf8")))));
}

/** @returns {string[]} the names of all stored recordings */
export function storedNames() {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
}
