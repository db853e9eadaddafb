// Finds the files that a pane shows: its entries and everything they import or start as threads.

import type { Language } from "../../languages/language.ts";
import { SlideError } from "./slide.ts";

/** Returns the text of a file of slides/examples, or `undefined` if there is no such file. */
export type ReadExample = (name: string) => string | undefined;

/** One file of a pane. `name` is the name of the file in slides/examples. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

/** The part of a language that this file needs. */
export type ExampleLanguage = Pick<Language, "id" | "ending" | "importedModules" | "startsThreads">;

/**
 * Resolves an import to a file name. All examples are in one folder, because a pane's program finds its files by name
 * alone.
 */
function resolve(module: string, ending: string, read: ReadExample): string | undefined {
  const [, name] = /^\.\/([^/]+)$/.exec(module) ?? [];
  return name === undefined ? undefined : [name, name + ending].find((file) => read(file) !== undefined);
}

/**
 * Returns the entries first, then the files that they import, directly and through others, in the order of the first
 * import.
 * @param slide the slide's file, for messages
 * @throws {SlideError} if an entry is missing or an import does not resolve
 */
export function paneFiles(
  slide: string,
  entries: readonly string[],
  read: ReadExample,
  language: ExampleLanguage,
): ExampleFile[] {
  const names = [...new Set(entries)];
  const files: ExampleFile[] = [];
  for (const name of names) {
    const text = read(name);
    if (text === undefined)
      throw new SlideError(slide, `there is no slides/examples/${name} to show in the pane.`);
    files.push({ name, text });
    for (const module of language.importedModules(text)) {
      const found = resolve(module, language.ending, read);
      if (!found)
        throw new SlideError(
          `examples/${name}`,
          `the import "${module}" leads to no file of slides/examples.`,
        );
      if (!names.includes(found)) names.push(found);
    }
  }
  return files;
}

/**
 * Returns the language of a pane, by the endings of its entries.
 * @throws {SlideError} if an entry has no known ending, or the entries are of two languages
 */
export function languageOfPane<Some extends ExampleLanguage>(
  slide: string,
  entries: readonly string[],
  languages: readonly Some[],
): Some {
  const [first, ...others] = entries.map((entry) => languages.find(({ ending }) => entry.endsWith(ending)));
  const endings = languages.map(({ ending }) => ending).join(" or ");
  if (!first)
    throw new SlideError(slide, `the pane's ${entries[0]} is of no language: it should end in ${endings}.`);
  if (others.some((other) => other !== first))
    throw new SlideError(slide, `the files ${entries.join(" and ")} of one pane are of two languages.`);
  return first;
}
