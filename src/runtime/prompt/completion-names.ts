// Lists names in scope at the prompt and properties of values for completion, without running the program's code.

import type { Base } from "../../protocol/javascript.ts";
import { isProxy } from "../engine/proxies.ts";
import { parentOf, read } from "../values/safe-reading.ts";

/** The program's scope. */
export interface ProgramScope {
  /** Returns the value of a name. Throws if the name is not initialised yet. */
  readonly evaluate: (code: string) => unknown;
  /** The names of the program's top level, each with its name in the compiled code. */
  readonly names: Readonly<Record<string, string>>;
}

/** Lists the program's names, then keywords and globals. If nothing is typed yet, only the program's: all would be too many. */
export function scopeNames({ names }: ProgramScope, isTyped: boolean): string[] {
  const own = Object.keys(names).filter(isName).toSorted();
  if (!isTyped) return own;
  return distinct([...own, ...[...keywords, ...globalNames()].toSorted()]).filter((name) => !isHidden(name));
}

/** Lists the property names of an expression's value: own properties first, then inherited ones. */
export function propertyNames(base: Base, scope: ProgramScope): string[] {
  const value = base.steps.reduce<unknown>(property, rootOf(base, scope));
  if (value === undefined || value === null || isProxy(value)) return [];
  const object: object = Object(value);
  const own = typeof value === "string" ? [] : ownNames(object);
  return distinct([...own.toSorted(), ...inheritedNames(object).toSorted()]);
}

function rootOf({ root }: Base, { evaluate, names }: ProgramScope): unknown {
  if (root.kind === "value") return root.value;
  if (root.name === "this") return undefined;
  if (!Object.hasOwn(names, root.name)) return globalValue(root.name);
  try {
    return evaluate(names[root.name] ?? root.name);
  } catch {
    // The name is not initialised yet.
    return undefined;
  }
}

function property(value: unknown, key: string): unknown {
  return value === undefined || value === null ? undefined : read(Object(value), key);
}

/** The engine's own getters in the global scope. */
const engineGetters = new Set<unknown>();

/** Collects the engine's getters in the global scope. Call it before the program begins. Until then no getter is called. */
export function rememberGetters(): void {
  for (const getter of globalOwners().flatMap(gettersOf)) engineGetters.add(getter);
}

function gettersOf(owner: object): unknown[] {
  return Object.values(Object.getOwnPropertyDescriptors(owner)).flatMap(({ get }) => (get ? [get] : []));
}

function globalValue(name: string): unknown {
  for (const owner of globalOwners()) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found?.get)
      return engineGetters.has(found.get) ? Reflect.apply(found.get, globalThis, []) : undefined;
    if (found) return found.value;
  }
  return undefined;
}

function globalNames(): string[] {
  return globalOwners().flatMap((owner) => ownNames(owner).filter((name) => isThere(owner, name)));
}

/** False if a pane lacks the name: such a name is undefined and not enumerable in the global scope. */
function isThere(owner: object, name: string): boolean {
  const found = Object.getOwnPropertyDescriptor(owner, name);
  return (
    name === "undefined" ||
    !found ||
    !("value" in found) ||
    found.value !== undefined ||
    found.enumerable === true
  );
}

/** Returns the global object and its prototypes, except Object.prototype. */
function globalOwners(): object[] {
  const owners: object[] = [];
  for (let owner: object | null = globalThis; owner && owner !== Object.prototype; owner = parentOf(owner)) {
    owners.push(owner);
  }
  return owners;
}

function inheritedNames(object: object): string[] {
  const parent = parentOf(object);
  return parent ? [...ownNames(parent), ...inheritedNames(parent)] : [];
}

function ownNames(object: object): string[] {
  // The indices of elements are no names, and there may be millions.
  if (ArrayBuffer.isView(object)) return [];
  if (Array.isArray(object) && object.length > 10_000) return ["length"];
  return Object.getOwnPropertyNames(object).filter(isName);
}

function isName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

/** True if the name belongs to our instrumentation. */
function isHidden(name: string): boolean {
  return name.startsWith("__") || name === "$code";
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

const keywords =
  "async await break case catch class const continue debugger default delete do else enum extends false finally for function if in instanceof interface let new null of return super switch this throw true try type typeof using var void while yield".split(
    " ",
  );
