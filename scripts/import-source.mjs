// Imports the deck's source files into Node, so that scripts and tests run the same code as the deck.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./setup.mjs";

/** Inside the repository, so that external imports are found in node_modules. */
const folder = join(root, ".cache", "source");

/**
 * Bundles a source file and imports the bundle.
 * @param {string} source path relative to the repository
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
    plugins: [withoutEditor, withNativeEsbuild, withoutPrepared],
  });
  // Written under another name and then renamed, so that another process never reads or writes half of the file.
  const draft = `${outfile}.${process.pid}`;
  writeFileSync(draft, outputFiles[0]?.text ?? "");
  renameSync(draft, outfile);
  return import(pathToFileURL(outfile).href);
}

/** Replaces the compiler's esbuild.ts in Node: the same calls, answered by native code. */
const nativeEsbuild = `import * as esbuild from "esbuild"; export const loadEsbuild = async () => esbuild;`;

/**
 * Imports the table of languages. Their compilers are the deck's, with native esbuild.
 * @returns {Promise<typeof import("../src/languages/languages.ts")>}
 */
export function importLanguages() {
  return importSource("src/languages/languages.ts");
}

/** The editor works only in browsers. Dynamic imports of it stay as they are, and nothing in Node calls them. */
const withoutEditor = /** @type {import("esbuild").Plugin} */ ({
  name: "without-editor",
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/editor\// }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
});

/** In Node every text is compiled. */
const withoutPrepared = /** @type {import("esbuild").Plugin} */ ({
  name: "without-prepared",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^virtual:prepared\// }, ({ path }) => ({ path, namespace: "prepared" }));
    onLoad({ filter: /.*/, namespace: "prepared" }, () => ({ contents: "export default [];", loader: "js" }));
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
