// Which file means which other one, and what each name that it imports stands for (https://tc39.es/ecma262/#sec-modules).

import { offered, offerName } from "../../protocol/modules.ts";
import type { Export, Import, ModuleText } from "./module-text.ts";

/** A file of the program, or the module that panes offer. */
export interface Module {
  readonly name: string;
  readonly text: ModuleText | undefined;
  /** For each of the file's requests the number of the module that it leads to. */
  readonly targets: readonly number[];
  /** The modules that are evaluated before it: not those of which it names types alone. */
  readonly needs: readonly number[];
}

/** What a name stands for. */
export type Resolution =
  /** A name of a module's top level; without `local`, all that the module exports. */
  | { readonly kind: "found"; readonly module: number; readonly local: string | undefined }
  | { readonly kind: "missing" }
  /** Several files export it, and `export *` names neither. */
  | { readonly kind: "ambiguous" };

type Visited = ReadonlySet<string>;

const missing: Resolution = { kind: "missing" };

/** The module that panes offer, which is the first of every program. */
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

  /** What a module exports under a name. */
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

  /** What a file imports under a name of its own. */
  import(index: number, { imported, request }: Import): Resolution {
    const target = this.target(index, request);
    if (imported === undefined) return { kind: "found", module: target, local: undefined };
    return this.export(target, imported);
  }

  target(index: number, request: number): number {
    return this.at(index).targets[request] ?? 0;
  }

  /** All names that a module exports, in the order of its namespace, without those that are types, or ambiguous. */
  exportedNames(index: number): string[] {
    const names = [...this.#allNames(index, new Set())];
    return names.filter((name) => this.export(index, name).kind === "found").sort(byCodeUnits);
  }

  /** True where a module imports itself, by way of others or not: then it may be called before it is evaluated. */
  isCyclic(index: number): boolean {
    const known = this.#cyclic.get(index);
    if (known !== undefined) return known;
    const isCyclic = this.#reached(index).has(index);
    this.#cyclic.set(index, isCyclic);
    return isCyclic;
  }

  /** True where a module has to wait for another one before it can begin. */
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
