// `npm run record`: records every pane of the deck and stores the recordings. With --check it only reports what would
// change. A recording of real threads stays while all that must hold holds in it; with --threads it is made anew.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { difference } from "./recordings/difference.mjs";
import { ensureInstalled, main, Refusal } from "./setup.mjs";

function wanted() {
  try {
    const { values } = parseArgs({ options: { check: { type: "boolean" }, threads: { type: "boolean" } } });
    return { check: values.check ?? false, threads: values.threads ?? false };
  } catch (error) {
    const usage = "npm run record -- [--check] [--threads]";
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/**
 * @typedef {object} Change
 * @property {string} name of the recording
 * @property {string} what what has changed, for a reader
 * @property {string | undefined} text the new recording; `undefined` if no pane has it any more
 */

/**
 * @param {boolean} threads true to make recordings of threads anew
 * @returns {Promise<Change[]>} what differs from the stored recordings
 */
async function findChanges(threads) {
  const { allPanes, recordPanes, storedNames, threadPrograms } = await import("./recordings/recordings.mjs");
  const panes = await allPanes();
  const [recorded, real] = [await recordPanes(panes), await threadPrograms(panes)];
  const names = new Set([...recorded.keys(), ...real.map(({ recording }) => recording)]);
  const gone = storedNames().filter((name) => !names.has(name));
  return [
    ...(await changesOf(recorded)),
    ...(real.length > 0 ? await threadChanges(panes, threads) : []),
    ...gone.map((name) => ({ name, what: "no pane leads there", text: undefined })),
  ];
}

/**
 * @param {Map<string, Promise<string>>} recorded
 * @returns {Promise<Change[]>}
 */
async function changesOf(recorded) {
  const { storedRecording } = await import("./recordings/recordings.mjs");
  const all = [...recorded].map(async ([name, recording]) => {
    const [stored, text] = await Promise.all([storedRecording(name), recording]);
    const what = stored === "" ? isNew(text) : difference(stored, text);
    return stored === text ? [] : [{ name, what, text }];
  });
  return (await Promise.all(all)).flat();
}

/**
 * @param {readonly import("../src/build/slides/panes.ts").Pane[]} panes
 * @param {boolean} all also those that still hold
 * @returns {Promise<Change[]>}
 */
async function threadChanges(panes, all) {
  const { recordThreads, storedRecording, threadsDiffer } = await import("./recordings/recordings.mjs");
  const { findBrowser } = await import("./browsers/chromium.mjs");
  if (!(await findBrowser())) {
    console.log("Recordings of threads stay as they are: that needs Chromium or Chrome, and there is none.");
    return [];
  }
  /** @type {Change[]} */
  const changes = [];
  for (const [name, text] of await recordThreads(panes)) {
    const stored = await storedRecording(name);
    const what = stored === "" ? isNew(text) : await threadsDiffer(stored, text);
    if (what !== "" || all) changes.push({ name, what: what || "made anew", text });
  }
  return changes;
}

/** @param {string} text */
function isNew(text) {
  return `new, ${text.split("\n").length} lines`;
}

/** @param {readonly Change[]} changes */
async function store(changes) {
  const { folder } = await import("./recordings/recordings.mjs");
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of changes) {
    const file = join(folder, `${name}.json`);
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
}

await main(async () => {
  const { check, threads } = wanted();
  await ensureInstalled();
  const changes = await findChanges(threads);
  for (const { name, what } of changes) console.log(`slides/recordings/${name}.json: ${what}`);
  if (!check) await store(changes);
  const count = changes.length === 1 ? "1 recording" : `${changes.length} recordings`;
  if (changes.length === 0) console.log("All recordings are as their panes run.");
  else if (check) throw new Refusal(`${count} would change: \`npm run record\` accepts that.`);
  else console.log(`${count} changed.`);
});
