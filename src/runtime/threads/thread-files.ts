// Finds the file that a thread runs, and says in sentences why a thread cannot be started.

import type { Program } from "../../protocol/javascript.ts";
import { findFile } from "../../protocol/specifiers.ts";
import { asBefore } from "../engine/as-before.ts";
import { findText, hasOwn, sliceText } from "../engine/kept.ts";

/** Where `import.meta.url` says that the files of a pane are. */
const home = "pane:/";

const example = 'new Worker(new URL("./speak.ts", import.meta.url), { type: "module" })';

export const refusals = {
  notModule: `Files of a pane are modules: write ${example}.`,
  notIsolated:
    "This page cannot start a Worker: browsers let threads share memory only in a page that is cross-origin isolated. Reloading the deck from its site isolates it.",
} as const;

/** Returns the file of the pane that a URL names. @throws an Error with a sentence */
export function threadFile(url: string, program: Program | undefined): string {
  const threads = program?.threads ?? {};
  const specifier = findText(url, home) === 0 ? `./${sliceText(url, home.length)}` : url;
  const file = asBefore(() => findFile(specifier, (name) => hasOwn(threads, name)));
  if (file === undefined) throw new Error(noFile(url));
  return file;
}

function noFile(url: string): string {
  return `"${url}" is no file that the program starts as a Worker: write its name as in ${example}.`;
}
