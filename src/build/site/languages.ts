// Brings the table of languages into the build: its records only, for what they load lazily is for the page.

import { join } from "node:path";
import { type ResolvedConfig, runnerImport } from "vite";
import type { Language } from "../../languages/language.ts";

/** The languages of the deck that is built with this configuration. Takes some ten milliseconds, so keep what it gives. */
export async function loadLanguages({ root, resolve }: ResolvedConfig): Promise<readonly Language[]> {
  // Not with this configuration's plugins: they are what needs the languages.
  const config = { root, configFile: false, resolve: { alias: resolve.alias } } as const;
  const table = join(root, "src", "languages", "languages.ts");
  const { module } = await runnerImport<{ languages: readonly Language[] }>(table, config);
  return module.languages;
}
