// How the names of one file's top level are bound: which are its own, and which it reads from other modules.

import type { Graph } from "./graph.ts";
import type { ModuleText } from "./module-text.ts";

/** A name of a module's top level; without `local`, all that the module exports. */
export interface Origin {
  readonly module: number;
  readonly local: string | undefined;
}

export interface Bindings {
  /** Imports that no longer change once the module is evaluated: names of its own, with what they are copied from. */
  readonly copied: ReadonlyMap<string, Origin>;
  /** Imports that are read anew whenever they are used. */
  readonly live: ReadonlyMap<string, Origin>;
  /** Names of its own that the file assigns although it must not: constants, and copied imports. */
  readonly fixed: ReadonlySet<string>;
  /** Names of its own that others may read. */
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

/** True for a name that its own module may assign when it has been evaluated. */
function changes(text: ModuleText | undefined, local: string | undefined): boolean {
  if (!text || local === undefined || text.constants.has(local)) return false;
  return text.found.evaluates || [...text.found.assigned].some(({ name }) => name === local);
}

/** The names at a file's top level, each with what it is in the file's code. */
export function namesOf(
  text: ModuleText,
  { copied, live }: Bindings,
  accessors: string,
): Record<string, string> {
  const own = [...text.declared, ...copied.keys()].map((name) => [name, name]);
  return Object.fromEntries([...own, ...[...live.keys()].map((name) => [name, `${accessors}.${name}`])]);
}
