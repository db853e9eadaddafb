// Reads objects without running code of the program's: no getter of its own is called.

import { isProxy } from "../engine/proxies.ts";

/** A function of whatever kind, for the engine to call. */
export type AnyFunction = (...given: never) => unknown;

/**
 * What a property holds, own or inherited; undefined where it would have to be computed by the program. Getters that the
 * engine brought along are called.
 */
export function read(object: object, key: PropertyKey): unknown {
  if (isProxy(object)) return undefined;
  for (let owner: object | null = object; owner; owner = parentOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (!property) continue;
    if ("value" in property) return property.value;
    const { get } = property;
    return get && engineGetters.has(get) ? answer(get, object) : undefined;
  }
  return undefined;
}

/** The text that a property holds, or "". */
export function readText(object: object, key: PropertyKey): string {
  const value = read(object, key);
  return typeof value === "string" ? value : "";
}

/** What an object inherits from; null where that is nothing, or a proxy, which must be left alone. */
export function parentOf(object: object): object | null {
  const parent: object | null = isProxy(object) ? null : Object.getPrototypeOf(object);
  return isProxy(parent) ? null : parent;
}

/** True also for the prototype itself. */
export function inherits(object: object, prototype: object | undefined): boolean {
  for (let each: object | null = object; each; each = parentOf(each)) {
    if (each === prototype) return true;
  }
  return false;
}

/** The name of the class that an object is of; null where it has no prototype, "Object" for a plain one. */
export function className(object: object): string | null {
  const prototype = parentOf(object);
  if (!prototype) return null;
  for (let each: object | null = prototype; each; each = parentOf(each)) {
    const maker: unknown = Object.getOwnPropertyDescriptor(each, "constructor")?.value;
    const name: unknown =
      typeof maker === "function" && Object.getOwnPropertyDescriptor(maker, "name")?.value;
    if (typeof name === "string" && name !== "") return name;
  }
  return "Object";
}

/**
 * What one of the engine's own functions gives for an object; undefined where it does not take that object, by which its
 * kind is told.
 */
export function answer(engineFunction: AnyFunction, object: object, given: readonly unknown[] = []): unknown {
  try {
    return Reflect.apply(engineFunction, object, given);
  } catch {
    return undefined;
  }
}

/** The engine's getter of a property of a prototype, as it is when this file is loaded. */
export function engineGetter(prototype: object, key: PropertyKey): AnyFunction {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  return get ?? (() => undefined);
}

/** What classes of browsers tell of themselves by getters. */
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

/** The prototype of a class that the global scope has, as it is when this file is loaded. */
function enginePrototype(name: string): object | undefined {
  const found = (globalThis as Record<string, unknown>)[name];
  return typeof found === "function" ? found.prototype : undefined;
}

/** Those of them that this engine has, by their prototypes. */
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

/** The text of an error's stack, or "" where the program has its own way to tell it. */
export function stackOf(error: object): string {
  for (let owner: object | null = error; owner; owner = parentOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, "stack");
    if (!property) continue;
    const isEngines = property.get !== undefined && stackGetters.includes(property.get);
    const stack = isEngines && property.get ? answer(property.get, error) : property.value;
    return typeof stack === "string" ? stack : "";
  }
  return "";
}
