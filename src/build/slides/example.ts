// Finds the files that a pane shows: its entries and what they import.

import { SlideError } from "./slide.ts";

/** Gives the text of a file of slides/examples, or undefined where there is none. */
export type ReadExample = (name: string) => string | undefined;

/** One file of a pane. The name is that of a file in slides/examples. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

/** The module that a pane offers to its programs (src/runtime/offer.d.ts). */
const offered = "interleave";

/** The modules that a TypeScript text imports, in their order. Expects an import to begin its line. */
export function importedModules(text: string): string[] {
  const statements = text.matchAll(
    /^[ \t]*(?:import\s*|(?:import|export)\b[\w\s$*{},]+?\bfrom\s*)["']([^"'\n]+)["']/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*["']([^"'\n]+)["']\s*\)/g);
  return [...statements, ...calls].sort((a, b) => a.index - b.index).map(([, module = ""]) => module);
}

/** Examples lie in one folder: a pane's program finds its files by name alone (src/compiler/bundle/pane-files.ts). */
function resolve(module: string, read: ReadExample): string | undefined {
  const [, name] = /^\.\/([^/]+)$/.exec(module) ?? [];
  return name === undefined ? undefined : [name, `${name}.ts`].find((file) => read(file) !== undefined);
}

/**
 * The entries first, then what they import, directly and through others, in the order of the first import.
 * @param slide the file to name in messages
 * @throws {SlideError} for a missing entry and for an import that does not resolve
 */
export function paneFiles(slide: string, entries: readonly string[], read: ReadExample): ExampleFile[] {
  const names = [...new Set(entries)];
  const files: ExampleFile[] = [];
  for (const name of names) {
    const text = read(name);
    if (text === undefined)
      throw new SlideError(slide, `there is no slides/examples/${name} to show in the pane.`);
    files.push({ name, text });
    for (const module of importedModules(text)) {
      if (module === offered) continue;
      const found = resolve(module, read);
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
