// The recordings of the deck's panes: records them again and reads the stored ones. Programs that start threads are
// recorded in a browser (in-browser.mjs), all others in Node.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importLanguages, importSource } from "../import-source.mjs";
import { readTalk, talkIn } from "../talk.mjs";
import { recordInBrowser } from "./in-browser.mjs";
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
  const [files, render, plan, stages, format, rules, { networkOf }, talk, { languages }] = await Promise.all([
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
    /** @type {Promise<typeof import("../../testing/trace/thread-rules.ts")>} */ (
      importSource("testing/trace/thread-rules.ts")
    ),
    /** @type {Promise<typeof import("../../src/talk/talk.ts")>} */ (importSource("src/talk/talk.ts")),
    readTalk(),
    importLanguages(),
  ]);
  return {
    ...files,
    ...render,
    ...plan,
    ...stages,
    ...format,
    ...rules,
    languages,
    network: networkOf(talk),
  };
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
 * Returns the stages of panes.
 * @param {readonly Pane[]} panes
 * @param {boolean} haveThreads chooses those whose program starts threads, or all others
 */
async function stagesOfPanes(panes, haveThreads) {
  const all = await Promise.all(
    panes.map(async (pane) =>
      (await stagesOfPane(pane)).map((stage) => /** @type {const} */ ([pane, stage])),
    ),
  );
  return all.flat().filter(([{ language }, { texts }]) => {
    const starts = [...texts.values()].some((text) => language.startsThreads(text));
    return starts === haveThreads;
  });
}

/**
 * @typedef {import("./in-browser.mjs").Asked & { recording: string }} ThreadProgram a program that starts threads, and
 * the name of its recording
 */

/**
 * The programs of panes that start threads.
 * @param {readonly Pane[]} panes
 * @returns {Promise<ThreadProgram[]>}
 */
export async function threadPrograms(panes) {
  const stages = await stagesOfPanes(panes, true);
  return stages.map(([{ id }, { recording, texts, entries }]) => ({
    recording,
    pane: id,
    texts: [...texts],
    prompts: entries,
  }));
}

/**
 * Records the programs that start threads, each in a real run.
 * @param {readonly Pane[]} panes
 * @returns {Promise<Map<string, string>>} the text of each recording, by name
 */
export async function recordThreads(panes) {
  loaded ??= load();
  const { writeRecording } = await loaded;
  const programs = await threadPrograms(panes);
  const recordings = await recordInBrowser(programs);
  const texts = recordings.map((recording) => writeRecording(recording));
  for (const [index, text] of texts.entries()) {
    const [fault] = await threadFaultsIn(text);
    if (fault) throw new Error(`The run of ${programs[index]?.recording} cannot be true. ${fault}`);
  }
  return new Map(programs.map(({ recording }, index) => [recording, texts[index] ?? ""]));
}

/**
 * Records the programs that start no threads, a few at a time.
 * @param {readonly Pane[]} panes
 * @returns {Promise<Map<string, Promise<string>>>} the text of each recording, by name
 */
export async function recordPanes(panes) {
  const stages = await stagesOfPanes(panes, false);
  /** @type {Promise<unknown>[]} */
  const rows = Array.from({ length: atOnce }, () => Promise.resolve());
  return new Map(
    stages.map(([pane, stage], index) => {
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

/**
 * Says what cannot be true in a recording of real threads.
 * @param {string} text of the recording
 * @returns {Promise<string[]>} sentences; none if all that must hold holds
 */
export async function threadFaultsIn(text) {
  loaded ??= load();
  const { threadFaults } = await loaded;
  return runsIn(text).flatMap(({ events }) => threadFaults(events));
}

/**
 * Says how two recordings of the same threads differ in what all their runs have in common.
 * @param {string} stored text of a recording
 * @param {string} anew
 * @returns {Promise<string>} lines; "" if there is no such difference and the stored one has no fault
 */
export async function threadsDiffer(stored, anew) {
  loaded ??= load();
  const { threadDifferences } = await loaded;
  const [before, now] = [runsIn(stored), runsIn(anew)];
  if (before.length !== now.length) return `${before.length} runs before, ${now.length} now`;
  const differences = before.flatMap(({ events }, index) =>
    threadDifferences(events, now[index]?.events ?? []),
  );
  return [...(await threadFaultsIn(stored)), ...differences].join("\n");
}

/**
 * @param {string} text
 * @returns {import("../../src/trace/recording/recording.ts").Recording["runs"]}
 */
function runsIn(text) {
  return JSON.parse(text).runs;
}

/** @returns {string[]} the names of all stored recordings */
export function storedNames() {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
}
