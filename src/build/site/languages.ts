// Loads the table of languages for the build. It loads only the records: what they import lazily is for the page.

import { join } from "node:path";
import { type ResolvedConfig, runnerImport } from "vite";
import type { Language } from "../../languages/language.ts";

/**
 * Returns the languages of the deck that is built with this configuration. Takes about ten milliseconds, so keep the
 * result.
 */
export async function loadLanguages({ root, resolve }: ResolvedConfig): Promise<readonly Language[]> {
  // Without the plugins of this configuration: they themselves need the languages.
  const config = { root, configFile: false, resolve: { alias: resolve.alias } } as const;
  const table = join(root, "src", "languages", "languages.ts");
  const { module } = await runnerImport<{ languages: readonly Language[] }>(table, config);
  return module.languages;
}
