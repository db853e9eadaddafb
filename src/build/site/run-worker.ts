// Bundles the run worker of each language as one text. The page hands it to the frame that starts the worker, because
// that frame can load nothing.

import { join } from "node:path";
import type { Plugin } from "vite";
import { bundleWorker } from "./bundle-worker.ts";
import { languageModules } from "./language-modules.ts";

/**
 * Vite plugin: serves a module for each language, for example "virtual:run-worker/typescript", whose default export
 * is the worker's code. In dev it follows changes.
 * @param alias files of the talk that workers import by other names
 */
export function runWorkers(alias: Readonly<Record<string, string>>): Plugin {
  return languageModules("run-worker", async ({ worker }, { root, watch }) => {
    const { code, files } = await bundleWorker(join(root, worker), { alias });
    for (const file of files) watch(file);
    return JSON.stringify(code);
  });
}
