// Names that may follow a text at the prompt, found without running the program's code.

import { propertyNames, scopeNames } from "./completion-names.ts";
import { endOfText } from "./completion-text.ts";

export interface Completion {
  /** How many characters at the end of the text the names replace. */
  readonly replaces: number;
  readonly names: readonly string[];
}

/**
 * What may follow `text`, which ends at the cursor: after a dot the properties of what stands before it, else the names
 * that can be used there. A name that would have to be computed is not looked into.
 * @param evaluate gives what a name stands for, in the program's scope
 * @param names the names of the program's top level, each with the name that it has in the program's code
 */
export function complete(
  text: string,
  evaluate: (code: string) => unknown,
  names: Readonly<Record<string, string>>,
): Completion {
  const end = endOfText(text);
  if (!end || end.base === "unknown") return { replaces: 0, names: [] };
  const { prefix, base } = end;
  const scope = { evaluate, names };
  const found = base ? propertyNames(base, scope) : scopeNames(scope, prefix !== "");
  return { replaces: prefix.length, names: found.filter((name) => isFitting(name, prefix)) };
}

/** Names such as __proto__ are for those who ask for them. */
function isFitting(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && (prefix.startsWith("__") || !name.startsWith("__"));
}
