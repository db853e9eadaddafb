// Reads objects without running the program's code: its getters and proxies are never called.

import { apply, getOwnPropertyDescriptor, getPrototypeOf } from "../engine/kept.ts";
import { isProxy } from "../engine/proxies.ts";

/** A function with any parameters. */
export type AnyFunction = (...given: never) => unknown;

/**
 * Reads an own or inherited property. Calls getters of the engine's classes. Returns `undefined` for a getter of the
 * program and for a proxy.
 */
export function read(object: object, key: PropertyKey): unknown {
  if (isProxy(object)) return undefined;
  for (let owner: object | null = object; owner; owner = parentOf(owner)) {
    const property = getOwnPropertyDescriptor(owner, key);
    if (!property) continue;
    if ("value" in property) return property.value;
    const { get } = property;
    return get && engineGetters.has(get) ? answer(get, object) : undefined;
  }
  return undefined;
}

/** Reads a property that holds text. Returns "" if it holds anything else. */
export function readText(object: object, key: PropertyKey): string {
  const value = read(object, key);
  return typeof value === "string" ? value : "";
}

/** Returns the prototype of an object, or `null` if it has none or a proxy is involved: a proxy would run code. */
export function parentOf(object: object): object | null {
  const parent: object | null = isProxy(object) ? null : getPrototypeOf(object);
  return isProxy(parent) ? null : parent;
}

/** True if `prototype` is in the prototype chain of an object, or is the object itself. */
export function inherits(object: object, prototype: object | undefined): boolean {
  for (let each: object | null = object; each; each = parentOf(each)) {
    if (each === prototype) return true;
  }
  return false;
}

/** Returns the name of an object's class: "Object" for a plain object, `null` without a prototype. */
export function className(object: object): string | null {
  const prototype = parentOf(object);
  if (!prototype) return null;
  for (let each: object | null = prototype; each; each = parentOf(each)) {
    const maker: unknown = getOwnPropertyDescriptor(each, "constructor")?.value;
    const name: unknown = typeof maker === "function" && getOwnPropertyDescriptor(maker, "name")?.value;
    if (typeof name === "string" && name !== "") return name;
  }
  return "Object";
}

/**
 * Calls a function of the engine on an object. Returns `undefined` if it throws: that tells that the object is of another
 * kind, for example no Map for the getter of `Map.prototype.size`.
 */
export function answer(engineFunction: AnyFunction, object: object, given: readonly unknown[] = []): unknown {
  try {
    return apply(engineFunction, object, given);
  } catch {
    return undefined;
  }
}

/** Returns the getter of a prototype's property. Call it at load, before the program can replace the getter. */
export function engineGetter(prototype: object, key: PropertyKey): AnyFunction {
  const get = getOwnPropertyDescriptor(prototype, key)?.get;
  return get ?? (() => undefined);
}

/** Getters of browser classes that are read. */
const engineProperties: Readonly<Record<string, readonly string[]>> = {
  Response: ["status", "statusText", "ok", "type", "url", "redirected", "bodyUsed", "headers"],
  Request: ["method", "url", "headers", "bodyUsed", "signal"],
  AbortController: ["signal"],
  AbortSignal: ["aborted", "reason"],
  Blob: ["size", "type"],
  Event: ["type"],
  URL: ["href"],
  DOMException: ["name", "message", "code"],
};

/** Returns the prototype of a global class, or `undefined`. Called at load, before the program runs. */
function enginePrototype(name: string): object | undefined {
  const found = (globalThis as Record<string, unknown>)[name];
  return typeof found === "function" ? found.prototype : undefined;
}

/** The classes that this engine has: their property names by prototype. */
export const engineClasses: ReadonlyMap<object, readonly string[]> = new Map(
  Object.entries(engineProperties).flatMap(([name, keys]) => {
    const prototype = enginePrototype(name);
    return prototype ? [[prototype, keys] as const] : [];
  }),
);

const engineGetters: ReadonlySet<AnyFunction> = new Set(
  [...engineClasses].flatMap(([prototype, keys]) => keys.map((key) => engineGetter(prototype, key))),
);

const stackGetters = [new Error("own"), Error.prototype].map((owner) => engineGetter(owner, "stack"));

/** Returns an error's stack trace as text, or "" if the program defines its own getter for it. */
export function stackOf(error: object): string {
  for (let owner: object | null = error; owner; owner = parentOf(owner)) {
    const property = getOwnPropertyDescriptor(owner, "stack");
    if (!property) continue;
    const isEngines = property.get !== undefined && stackGetters.includes(property.get);
    const stack = isEngines && property.get ? answer(property.get, error) : property.value;
    return typeof stack === "string" ? stack : "";
  }
  return "";
}
