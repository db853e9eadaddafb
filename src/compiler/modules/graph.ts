// The module graph: which file each specifier names, and which binding each import resolves to
// (https://tc39.es/ecma262/#sec-modules).

import { offered, offerName } from "../../protocol/modules.ts";
import type { Export, Import, ModuleText } from "./module-text.ts";

/** A file of the program, or the built-in module, which has no text. */
export interface Module {
  readonly name: string;
  readonly text: ModuleText | undefined;
  /** For each request of the file, the number of the module that it names. */
  readonly targets: readonly number[];
  /** The modules that are evaluated before it. Imports of types alone do not count. */
  readonly needs: readonly number[];
}

/** The binding that a name resolves to. */
export type Resolution =
  /** A name of a module's top level. Without `local` it is the module's namespace. */
  | { readonly kind: "found"; readonly module: number; readonly local: string | undefined }
  | { readonly kind: "missing" }
  /** Several files export the name, and `export *` picks none of them. */
  | { readonly kind: "ambiguous" };

type Visited = ReadonlySet<string>;

const missing: Resolution = { kind: "missing" };

/** The built-in module, which is module 0 of every program. */
export const offer: Module = { name: offerName, text: undefined, targets: [], needs: [] };

/** All modules of a program. */
export class Graph {
  readonly modules: readonly Module[];
  readonly #cyclic = new Map<number, boolean>();

  constructor(modules: readonly Module[]) {
    this.modules = modules;
  }

  at(index: number): Module {
    const module = this.modules[index];
    if (!module) throw new RangeError(`The program has no module ${index}.`);
    return module;
  }

  /** Resolves a name that a module exports. */
  export(index: number, name: string, visited: Visited = new Set()): Resolution {
    const { text } = this.at(index);
    if (!text) return offered.includes(name) ? { kind: "found", module: index, local: name } : missing;
    const key = `${index} ${name}`;
    if (visited.has(key)) return missing;
    const further = new Set([...visited, key]);
    const found = text.exports.get(name);
    if (found) return this.#follow(index, found, further);
    return name === "default" ? missing : this.#fromStars(index, name, further);
  }

  /** Resolves an import of a file. */
  import(index: number, { imported, request }: Import): Resolution {
    const target = this.target(index, request);
    if (imported === undefined) return { kind: "found", module: target, local: undefined };
    return this.export(target, imported);
  }

  target(index: number, request: number): number {
    return this.at(index).targets[request] ?? 0;
  }

  /** All names that a module exports, in the order of its namespace. Types and ambiguous names are left out. */
  exportedNames(index: number): string[] {
    const names = [...this.#allNames(index, new Set())];
    return names.filter((name) => this.export(index, name).kind === "found").sort(byCodeUnits);
  }

  /**
   * True if a module imports itself, directly or through others. Its functions may then be called before it is
   * evaluated.
   */
  isCyclic(index: number): boolean {
    const known = this.#cyclic.get(index);
    if (known !== undefined) return known;
    const isCyclic = this.#reached(index).has(index);
    this.#cyclic.set(index, isCyclic);
    return isCyclic;
  }

  /** True if a module that this one needs awaits at its top level, so that this one has to wait for it. */
  waits(index: number): boolean {
    return [...this.#reached(index)].some((each) => each !== index && this.at(each).text?.isAsync);
  }

  #follow(index: number, found: Export, visited: Visited): Resolution {
    if (found.kind === "own") return { kind: "found", module: index, local: found.local };
    const target = this.target(index, found.request);
    if (found.imported === undefined) return { kind: "found", module: target, local: undefined };
    return this.export(target, found.imported, visited);
  }

  #fromStars(index: number, name: string, visited: Visited): Resolution {
    let result = missing;
    for (const request of this.at(index).text?.stars ?? []) {
      const found = this.export(this.target(index, request), name, visited);
      if (found.kind === "ambiguous") return found;
      if (found.kind === "missing") continue;
      if (result.kind === "found" && (result.module !== found.module || result.local !== found.local))
        return { kind: "ambiguous" };
      result = found;
    }
    return result;
  }

  #allNames(index: number, visited: Set<number>): Set<string> {
    if (visited.has(index)) return new Set();
    visited.add(index);
    const { text } = this.at(index);
    if (!text) return new Set(offered);
    const fromStars = text.stars.flatMap((request) => [
      ...this.#allNames(this.target(index, request), visited),
    ]);
    return new Set([...text.exports.keys(), ...fromStars.filter((name) => name !== "default")]);
  }

  #reached(index: number): Set<number> {
    const reached = new Set<number>();
    const visit = (from: number) => {
      for (const target of this.at(from).needs) {
        if (reached.has(target)) continue;
        reached.add(target);
        visit(target);
      }
    };
    visit(index);
    return reached;
  }
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
