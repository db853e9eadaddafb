// The esbuild plugin that finds modules among a pane's files, and nowhere else.

import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from "esbuild-wasm";

/** esbuild writes this and a colon before the names of files in messages and source maps. */
export const paneNamespace = "pane";

/** Makes the files of one pane, and the module that panes offer, the only ones there are. */
export function paneFiles(files: ReadonlyMap<string, string>): Plugin {
  return {
    name: "pane-files",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => resolve(files, args));
      build.onLoad({ filter: /.*/, namespace: paneNamespace }, ({ path }) => loadFile(files, path));
      build.onLoad({ filter: /.*/, namespace: "offer" }, () => ({ contents: offerModule, loader: "js" }));
    },
  };
}

/** The wrapper around the bundle has what this module exports as its parameter. */
const offerModule = "export const { write, block, worker, workers, Lock } = __offer;";

function resolve(files: ReadonlyMap<string, string>, { path, kind }: OnResolveArgs): OnResolveResult {
  if (path === "interleave") return { path, namespace: "offer" };
  const name = path.replace(/^\.\//, "");
  const found = path.startsWith("./") && [name, `${name}.ts`].find((candidate) => files.has(candidate));
  if (found) return { path: found, namespace: paneNamespace };
  const names = [...files.keys()].map((file) => `"./${file.replace(/\.ts$/, "")}"`).join(", ");
  const verb = kind === "dynamic-import" ? "import()" : "import";
  return { errors: [{ text: `Cannot ${verb} "${path}": a pane has ${names} and "interleave".` }] };
}

function loadFile(files: ReadonlyMap<string, string>, path: string): OnLoadResult {
  return { contents: files.get(path) ?? "", loader: "ts" };
}
