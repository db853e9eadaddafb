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
 * @returns {Promise<any>} the module's exports
 */
export async function importSource(source) {
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
    plugins: [withoutEditor, withNativeEsbuild],
  });
  // Another process may be reading the file, or writing it: it is whole at any time.
  const draft = `${outfile}.${process.pid}`;
  writeFileSync(draft, outputFiles[0]?.text ?? "");
  renameSync(draft, outfile);
  return import(pathToFileURL(outfile).href);
}

/** What the compiler's esbuild.ts is in Node: the same calls, answered by native code. */
const nativeEsbuild = `import * as esbuild from "esbuild"; export const loadEsbuild = async () => esbuild;`;

/** @returns {Promise<typeof import("../src/languages/languages.ts")>} the languages, whose compilers are the deck's with native esbuild */
export function importLanguages() {
  return importSource("src/languages/languages.ts");
}

/** The editor is for browsers: what would load it stays an import, which nobody here follows. */
const withoutEditor = /** @type {import("esbuild").Plugin} */ ({
  name: "without-editor",
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/editor\// }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
});

const withNativeEsbuild = /** @type {import("esbuild").Plugin} */ ({
  name: "with-native-esbuild",
  setup: ({ onLoad }) => {
    onLoad({ filter: /src\/compiler\/\w+\/esbuild\.ts$/ }, () => ({
      contents: nativeEsbuild,
      loader: "js",
      resolveDir: root,
    }));
  },
});
