// Brings the deck's own source into Node, so that what runs here is the code that the deck runs.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./setup.mjs";

/** Inside the repository, so that what stays an import is found in node_modules. */
const folder = join(root, ".cache", "source");

/**
 * @param {string} source relative to the repository
 * @param {Record<string, string>} [replacements] texts of modules to take instead, by the ending of their path
 * @returns {Promise<any>} the module's exports
 */
export async function importSource(source, replacements = {}) {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${source.replaceAll(/\W/g, "-")}.mjs`);
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
    plugins: [replace(replacements)],
  });
  // Another process may be reading the file, or writing it: it is whole at any time.
  const draft = `${outfile}.${process.pid}`;
  writeFileSync(draft, outputFiles[0]?.text ?? "");
  renameSync(draft, outfile);
  return import(pathToFileURL(outfile).href);
}

/** What src/compiler/bundle/esbuild.ts is in Node: the same calls, answered by native code. */
const nativeEsbuild = `import * as esbuild from "esbuild"; export const loadEsbuild = async () => esbuild;`;

/** @returns {Promise<typeof import("../src/compiler/compile.ts")>} the deck's compiler, with native esbuild */
export function importCompiler() {
  return importSource("src/compiler/compile.ts", { "bundle/esbuild.ts": nativeEsbuild });
}

/** @returns {Promise<typeof import("../src/compiler/prompt.ts")>} what compiles entries of the prompt, in the same way */
export function importPromptCompiler() {
  return importSource("src/compiler/prompt.ts", { "bundle/esbuild.ts": nativeEsbuild });
}

/**
 * @param {Record<string, string>} replacements
 * @returns {import("esbuild").Plugin}
 */
function replace(replacements) {
  return {
    name: "replace",
    setup: ({ onLoad }) => {
      for (const [ending, contents] of Object.entries(replacements)) {
        const filter = new RegExp(`${ending.replaceAll(".", "\\.")}$`);
        onLoad({ filter }, () => ({ contents, loader: "js", resolveDir: root }));
      }
    },
  };
}
