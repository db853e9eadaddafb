// Decides how the names of a file's top level are bound: own names, copied imports, and live imports.

import type { Graph } from "./graph.ts";
import type { ModuleText } from "./module-text.ts";

/** A name of a module's top level. Without `local` it is the module's namespace. */
export interface Origin {
  readonly module: number;
  readonly local: string | undefined;
}

export interface Bindings {
  /**
   * Imports that do not change once their module is evaluated: variables of the file, with the name that each is copied
   * from.
   */
  readonly copied: ReadonlyMap<string, Origin>;
  /** Imports that may change later. They are read anew at each use (live bindings). */
  readonly live: ReadonlyMap<string, Origin>;
  /** Names of the file that it assigns although it must not: constants and copied imports. */
  readonly fixed: ReadonlySet<string>;
  /** Names of the file that other modules may read. */
  readonly exported: readonly string[];
}

/** @param index of the file's module */
export function bindingsOf(graph: Graph, index: number, text: ModuleText): Bindings {
  const copied = new Map<string, Origin>();
  const live = new Map<string, Origin>();
  for (const each of text.imports) {
    const found = graph.import(index, each);
    if (found.kind !== "found") continue;
    const { module, local } = found;
    const mayChange = graph.isCyclic(index) || changes(graph.at(module).text, local);
    (mayChange ? live : copied).set(each.local, { module, local });
  }
  const assigned = new Set([...text.found.assigned].map(({ name }) => name));
  const fixed = [...text.constants, ...copied.keys()].filter((name) => assigned.has(name));
  const exported = [...text.exports.values()].flatMap((each) => (each.kind === "own" ? [each.local] : []));
  return { copied, live, fixed: new Set(fixed), exported: [...new Set(exported)] };
}

/** True for a name that its own module may assign after it was evaluated. */
function changes(text: ModuleText | undefined, local: string | undefined): boolean {
  if (!text || local === undefined || text.constants.has(local)) return false;
  return text.found.evaluates || [...text.found.assigned].some(({ name }) => name === local);
}

/** The names at a file's top level, each with its name in the file's code. */
export function namesOf(
  text: ModuleText,
  { copied, live }: Bindings,
  accessors: string,
): Record<string, string> {
  const own = [...text.declared, ...copied.keys()].map((name) => [name, name]);
  return Object.fromEntries([...own, ...[...live.keys()].map((name) => [name, `${accessors}.${name}`])]);
}
