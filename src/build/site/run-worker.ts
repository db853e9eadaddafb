// Bundles the run worker of each language as one text. The page hands it to the frame that starts the worker, because
// that frame can load nothing.

import { join } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { bundleWorker } from "./bundle-worker.ts";
import { loadLanguages } from "./languages.ts";

const prefix = "virtual:run-worker/";

/**
 * Vite plugin: serves a module for each language, for example "virtual:run-worker/typescript", whose default export
 * is the worker's code. In dev it follows changes.
 * @param alias files of the talk that workers import by other names
 */
export function runWorkers(alias: Readonly<Record<string, string>>): Plugin {
  let config: ResolvedConfig | undefined;
  return {
    name: "run-workers",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!config || !id.startsWith(`\0${prefix}`)) return undefined;
      const name = id.slice(prefix.length + 1);
      const language = (await loadLanguages(config)).find((each) => each.id === name);
      if (!language) return this.error(`There is no language "${name}" in src/languages/table.ts.`);
      const { code, files } = await bundleWorker(join(config.root, language.worker), { alias });
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}
