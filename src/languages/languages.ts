// Finds the language of a file in the table of languages.

import { languages } from "#languages";
import type { Language } from "./language.ts";

export { languages };

/**
 * The language of a file.
 * @throws {RangeError} in a sentence, where no language has files with such a name
 */
export function languageOf(file: string): Language {
  const language = languages.find(({ ending }) => file.endsWith(ending));
  if (language) return language;
  const endings = languages.map(({ ending }) => ending).join(" or ");
  throw new RangeError(`The name of "${file}" does not tell its language: it should end in ${endings}.`);
}

/** The name of a file for readers: without what tells its language. */
export function nameOf(file: string): string {
  const language = languages.find(({ ending }) => file.endsWith(ending));
  return language ? file.slice(0, -language.ending.length) : file;
}
