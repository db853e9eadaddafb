// Completes an unfinished name at the prompt, without running the program's code.

import type { UnfinishedName } from "../../protocol/javascript.ts";
import { propertyNames, scopeNames } from "./completion-names.ts";

export interface Completion {
  /** How many characters before the caret the names replace. */
  readonly replaces: number;
  readonly names: readonly string[];
}

/**
 * Lists completions: after a dot the properties of the value before the dot, otherwise the names in scope.
 * Getters of the program are not called.
 * @param evaluate returns the value of a name in the program's scope
 * @param names the names of the program's top level, each with its name in the compiled code
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

/** True if the name completes the prefix. Names like `__proto__` fit only if the prefix begins with `__`. */
function isFitting(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && (prefix.startsWith("__") || !name.startsWith("__"));
}
