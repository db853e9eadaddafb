// Which file an import names, for the compiler and for import() in the run worker alike.

import { offerName } from "./modules.ts";

const ending = ".ts";

/** The file that a specifier names, or the built-in module's name; `undefined` if it names neither. */
export function findFile(specifier: unknown, hasFile: (name: string) => boolean): string | undefined {
  if (specifier === offerName) return offerName;
  if (typeof specifier !== "string" || !specifier.startsWith("./")) return undefined;
  const name = specifier.slice(2);
  return [name, `${name}${ending}`].find(hasFile);
}

/** How a file is imported, for messages: `./speak` for speak.ts. */
export function specifierOf(file: string): string {
  return `./${file.endsWith(ending) ? file.slice(0, -ending.length) : file}`;
}

/** Why an import with attributes is refused. */
export const attributesReason =
  "Import attributes do not work in a pane, whose files are all code: put the data into a .ts file, export it, and import that without attributes.";
