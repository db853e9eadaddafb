// The run worker as one text, which the page hands to the frame that starts it: there it can load nothing.

import type { Plugin } from "vite";
import { bundleWorker } from "./bundle-worker.ts";

const virtualModule = "virtual:run-worker";

/** Serves the module "virtual:run-worker", whose default export is the worker's code; in dev it follows changes. */
export function runWorker(entry: string): Plugin {
  return {
    name: "run-worker",
    resolveId: (id) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    async load(id) {
      if (id !== `\0${virtualModule}`) return undefined;
      const { code, files } = await bundleWorker(entry);
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}
