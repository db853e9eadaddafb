// Brings the deck's own source into Node, so that what is measured here is the code that the deck runs.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "../setup.mjs";

/** Inside the repository, so that what stays an import is found in node_modules. */
const folder = join(root, ".cache", "bench");

/**
 * @param {string} source relative to the repository
 * @param {Record<string, string>} [replacements] texts of modules to take instead, by the ending of their path
 * @returns {Promise<any>} the module's exports
 */
export async function importSource(source, replacements = {}) {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${source.replaceAll(/\W/g, "-")}.mjs`);
  await build({
    entryPoints: [join(root, source)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
    plugins: [replace(replacements)],
  });
  return import(pathToFileURL(outfile).href);
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
