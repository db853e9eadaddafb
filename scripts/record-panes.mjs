// `npm run record`: records every pane of the deck and stores the recordings. With --check it only reports what would
// change.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { difference } from "./recordings/difference.mjs";
import { ensureInstalled, main, Refusal } from "./setup.mjs";

function isCheck() {
  try {
    return parseArgs({ options: { check: { type: "boolean" } } }).values.check ?? false;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\nnpm run record -- [--check]`);
  }
}

/**
 * @typedef {object} Change
 * @property {string} name of the recording
 * @property {string} what what has changed, for a reader
 * @property {string | undefined} text the new recording; `undefined` if no pane has it any more
 */

/** @returns {Promise<Change[]>} what differs from the stored recordings */
async function findChanges() {
  const { allPanes, recordPanes, storedNames, storedRecording } = await import("./recordings/recordings.mjs");
  const recorded = await recordPanes(await allPanes());
  /** @type {Change[]} */
  const changes = [];
  for (const [name, recording] of recorded) {
    const [stored, text] = await Promise.all([storedRecording(name), recording]);
    const what = stored === "" ? `new, ${text.split("\n").length} lines` : difference(stored, text);
    if (stored !== text) changes.push({ name, what, text });
  }
  const gone = storedNames().filter((name) => !recorded.has(name));
  return [...changes, ...gone.map((name) => ({ name, what: "no pane leads there", text: undefined }))];
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
  const check = isCheck();
  await ensureInstalled();
  const changes = await findChanges();
  for (const { name, what } of changes) console.log(`slides/recordings/${name}.json: ${what}`);
  if (!check) await store(changes);
  const count = changes.length === 1 ? "1 recording" : `${changes.length} recordings`;
  if (changes.length === 0) console.log("All recordings are as their panes run.");
  else if (check) throw new Refusal(`${count} would change: \`npm run record\` accepts that.`);
  else console.log(`${count} changed.`);
});
