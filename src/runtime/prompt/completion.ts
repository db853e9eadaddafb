// Names that go on with an unfinished one at the prompt, found without running the program's code.

import type { UnfinishedName } from "../../protocol/javascript.ts";
import { propertyNames, scopeNames } from "./completion-names.ts";

export interface Completion {
  /** How many characters before the cursor the names replace. */
  readonly replaces: number;
  readonly names: readonly string[];
}

/**
 * What the name may be: after a dot a property of what stands before it, else one of the names that can be used there.
 * A property that would have to be computed is not looked into.
 * @param evaluate gives what a name stands for, in the program's scope
 * @param names the names of the program's top level, each with the name that it has in the program's code
 */
export function complete(
  { prefix, base }: UnfinishedName,
  evaluate: (code: string) => unknown,
  names: Readonly<Record<string, string>>,
): Completion {
  const scope = { evaluate, names };
  const found = base ? propertyNames(base, scope) : scopeNames(scope, prefix !== "");
  return { replaces: prefix.length, names: found.filter((name) => isFitting(name, prefix)) };
}

/** Names such as __proto__ are for those who ask for them. */
function isFitting(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && (prefix.startsWith("__") || !name.startsWith("__"));
}
