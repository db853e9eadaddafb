// Tests of the deck's keys: none is claimed twice, and the table in README.md is made from the records.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listKeys, promptKeys } from "../console/prompt/prompt-keys.ts";
import { type KeyLine, linesOf } from "../keys/key.ts";
import { paneKeys } from "../pane/pane-keys.ts";
import { laneKeys } from "../timeline/input/lane-keys.ts";
import { playheadKeys } from "../timeline/input/playhead-keys.ts";
import { deckKeys, keyGroups } from "./deck-keys.ts";
import { editorKeys, revealKeys } from "./listed-keys.ts";

/** Where the keyboard can be: the keys that do something there. */
const contexts: Readonly<Record<string, readonly KeyLine[]>> = {
  "the deck": [...revealKeys, ...linesOf(deckKeys), ...linesOf(paneKeys)],
  "the editor": [...editorKeys, ...linesOf(paneKeys)],
  "the playhead": [...linesOf(playheadKeys), ...linesOf(paneKeys)],
  "the lanes": [...linesOf(laneKeys), ...linesOf(paneKeys)],
  "the list of names at the prompt": linesOf(listKeys),
  "the prompt": linesOf(promptKeys),
};

test.each(Object.entries(contexts))("no key is claimed twice on %s", (_, lines) => {
  const keys = lines.flatMap(({ keys }) => keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

const readme = "../../README.md";

test("README.md has the keys of the deck as they are: `npm run unit -- src/deck -u` writes them", async () => {
  const text = readFileSync(new URL(readme, import.meta.url), "utf8");
  const table = /(?<=^## Keys\n\n)(\|.*\n)+/m;
  expect(text).toMatch(table);
  await expect(text.replace(table, () => tableOfKeys())).toMatchFileSnapshot(readme);
});

/** What the keys do where nothing else has the keyboard: the sheet lists the rest. */
function tableOfKeys(): string {
  const lines = keyGroups
    .filter(({ title }) => /^(Slides|Live code|Timeline)$/.test(title))
    .flatMap(({ lines }) => lines);
  const rows = lines.map(({ keys, does }) => `| ${keys.map((key) => `\`${key}\``).join(" ")} | ${does} |\n`);
  return `| key | does |\n| --- | --- |\n${rows.join("")}`;
}
