// Serves a module for each language, which the build makes from the language's record.

import type { Plugin, ResolvedConfig } from "vite";
import type { Language } from "../../languages/language.ts";
import { loadLanguages } from "./languages.ts";

/** What a module may be made from, besides its language. */
export interface ModuleSources {
  /** The root of the repository, as an absolute path. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** In dev, the module is made again when the file changes. */
  readonly watch: (file: string) => void;
}

/**
 * Vite plugin: serves "virtual:<name>/<language>" for each language.
 * @param make returns the default export of a language's module, as the text of an expression
 */
export function languageModules(
  name: string,
  make: (language: Language, sources: ModuleSources) => Promise<string>,
): Plugin {
  const prefix = `virtual:${name}/`;
  let config: ResolvedConfig | undefined;
  return {
    name: `interleave-${name}`,
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!config || !id.startsWith(`\0${prefix}`)) return undefined;
      const wanted = id.slice(prefix.length + 1);
      const languages = await loadLanguages(config);
      const language = languages.find((each) => each.id === wanted);
      if (!language) return this.error(`There is no language "${wanted}" in src/languages/table.ts.`);
      const watch = (file: string) => this.addWatchFile(file);
      return `export default ${await make(language, { root: config.root, languages, watch })};`;
    },
  };
}
