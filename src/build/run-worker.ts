// Bundles the run worker into one text, which the page hands to the frame that starts it: there it can load nothing.

import { resolve } from "node:path";
import { build } from "esbuild";
import type { Plugin } from "vite";

const virtualModule = "virtual:run-worker";

/** Serves the module "virtual:run-worker", whose default export is the worker's code; in dev it follows changes. */
export function runWorker(entry: string): Plugin {
  return {
    name: "run-worker",
    resolveId: (id) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    async load(id) {
      if (id !== `\0${virtualModule}`) return undefined;
      const { code, files } = await bundle(entry);
      for (const file of files) this.addWatchFile(resolve(file));
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/** One script that runs anywhere, and the files it was made from. */
export async function bundle(entry: string): Promise<{ code: string; files: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    // Module workers fail on file:// in Chromium.
    format: "iife",
    minify: true,
    target: "es2022",
    legalComments: "none",
  });
  return { code: outputFiles[0]?.text ?? "", files: Object.keys(metafile.inputs) };
}
