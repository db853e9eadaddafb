// Lets the editor strike through the names that a pane's program cannot use, and say why when one is pointed at.

import {
  missingNames,
  refusedFunctions,
  refusedInFirstThread,
  refusedObjects,
  removedNames,
} from "../../runtime/realm/refused-names.ts";

/** Why each name of browser workers that a pane refuses does not work. */
const reasons: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...Object.entries(refusedFunctions),
    ...Object.entries(removedNames),
    ...Object.entries(refusedObjects).map(([name, { instead }]) => [name, instead] as const),
  ].filter(([name]) => !isForThreads(name)),
);

/** The editor does not know which files run as threads, so it does not strike what only they have. */
function isForThreads(name: string): boolean {
  return name === "onmessage" || Object.hasOwn(refusedInFirstThread, name);
}

// Matches all declarations of a name. TypeScript treats a name as deprecated only if all its declarations are.
const declaration = new RegExp(
  `^(?:declare (?:var|function)|interface) (${Object.keys(reasons).join("|")})\\b`,
  "gm",
);

/** Returns the text of a type library in which the refused names are declared as deprecated. */
export function strikeRefused(library: string): string {
  const struck = library.replace(
    declaration,
    (found, name: string) => deprecated(name, reasons[name]) + found,
  );
  // TypeScript would advise to add the library of pages.
  const missing = Object.entries(missingNames).map(
    ([name, reason]) => `${deprecated(name, reason)}declare var ${name}: any;\n`,
  );
  return struck + missing.join("");
}

function deprecated(name: string, reason = ""): string {
  return `/** @deprecated ${name} does not work in a pane: ${reason}. */\n`;
}
