// Tests the deck's keys: no two records claim the same key, and docs/keys.md is made from the records.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listKeys, promptKeys } from "../console/prompt/prompt-keys.ts";
import { type KeyLine, linesOf } from "../keys/key.ts";
import { paneKeys } from "../pane/pane-keys.ts";
import { laneKeys } from "../timeline/input/lane-keys.ts";
import { playheadKeys } from "../timeline/input/playhead-keys.ts";
import { deckKeys, keyGroups } from "./deck-keys.ts";
import { editorKeys, revealKeys, showKeys } from "./listed-keys.ts";

/** Places where the focus can be, and the keys that do something there. */
const contexts: Readonly<Record<string, readonly KeyLine[]>> = {
  "the deck": [...revealKeys, ...linesOf(showKeys), ...linesOf(deckKeys), ...linesOf(paneKeys)],
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

const list = "../../docs/keys.md";
const tables = keyGroups.map(table).join("\n");

test("docs/keys.md lists all keys as they are: `npm run unit -- src/deck -u` writes them", async () => {
  const text = readFileSync(new URL(list, import.meta.url), "utf8");
  expect(text).toMatch(/^## /m);
  await expect(text.replace(/^## [\s\S]*/m, () => tables)).toMatchFileSnapshot(list);
});

test("README.md repeats some of the keys word for word", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, rows = ""] = /^## Keys\n\n\|.*\n\|.*\n((?:\|.*\n)+)/m.exec(readme) ?? [];
  const lines = rows.trim().split("\n");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.filter((line) => !tables.includes(`${line}\n`))).toEqual([]);
});

function table({ title, lines }: (typeof keyGroups)[number]): string {
  const rows = lines.map(({ keys, does }) => `| ${keys.map((key) => `\`${key}\``).join(" ")} | ${does} |\n`);
  return `## ${title}\n\n| key | does |\n| --- | --- |\n${rows.join("")}`;
}
