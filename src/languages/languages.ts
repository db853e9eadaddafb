// Finds the language of a file in the table of languages.

import { languages } from "#languages";
import type { Language } from "./language.ts";

export { languages };

/**
 * Returns the language of a file.
 * @throws {RangeError} if no language has files with this ending; the message is a sentence
 */
export function languageOf(file: string): Language {
  const language = languages.find(({ ending }) => file.endsWith(ending));
  if (language) return language;
  const endings = languages.map(({ ending }) => ending).join(" or ");
  throw new RangeError(`The name of "${file}" does not tell its language: it should end in ${endings}.`);
}

/** Returns the name of a file for readers: without the ending of its language. */
export function nameOf(file: string): string {
  const language = languages.find(({ ending }) => file.endsWith(ending));
  return language ? file.slice(0, -language.ending.length) : file;
}
