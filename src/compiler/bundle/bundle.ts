// From a pane's files to one script, into which no hooks are written yet.

import type { Message } from "esbuild-wasm";
import { type Code, hooksName, programUrl } from "../../protocol/javascript.ts";
import { paneFiles, paneNamespace } from "./pane-files.ts";

export interface Bundle extends Omit<Code, "sites"> {
  readonly warnings: readonly Message[];
}

/**
 * Bundles the file `entry` with what it imports. Rejects with esbuild's failure where the text is wrong.
 * @param files the text of each file by its name
 */
export async function bundle(
  esbuild: Pick<typeof import("esbuild-wasm"), "build">,
  files: ReadonlyMap<string, string>,
  entry: string,
): Promise<Bundle> {
  const { outputFiles = [], warnings } = await esbuild.build({
    ...settings,
    entryPoints: [`./${entry}`],
    plugins: [paneFiles(files)],
  });
  const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  const code = `${text(programUrl).replace(exports, "\n$1")}${wrapper.after}`;
  return { code, map: text(".map").replaceAll(`"${paneNamespace}:`, '"'), warnings };
}

/**
 * What the entry exports stays inside: esbuild names it at the end. An entry without imports and exports that calls eval()
 * is a CommonJS module to esbuild, which is evaluated there.
 */
const exports = /\nexport (?:\{\n(?: {2}.*\n)*\};|default (require_\w+\(\);))\n$/;

/**
 * The whole bundle is one async function, because evaluated code has no top-level await. It is called with the hooks that
 * trace it, with what "interleave" exports, and with what answers an import() whose name is not known before the program
 * runs.
 */
export const wrapper = {
  before: `(async (${hooksName}, __offer, require) => { "use strict";`,
  after: `})\n//# sourceURL=${programUrl}`,
};

const settings = {
  bundle: true,
  // What the program itself does not use may be used at the prompt.
  treeShaking: false,
  write: false,
  outfile: programUrl,
  format: "esm",
  platform: "neutral",
  // A fixed edition, so that what the audience writes works in every browser the same.
  target: "es2022",
  // import() would ask the network; it becomes a call of require.
  supported: { "dynamic-import": false },
  charset: "utf8",
  sourcemap: "external",
  // Names are read from it; the program goes without.
  sourcesContent: true,
  logLevel: "silent",
  banner: { js: wrapper.before },
} as const;
