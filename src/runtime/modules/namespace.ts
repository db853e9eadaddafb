// Creates module namespaces, the objects of `import * as`: they show a module's exports and cannot be changed
// (https://tc39.es/ecma262/#sec-module-namespace-exotic-objects).

import { apply, KeptMap, KeptWeakSet, type List, list, push, text, toArray } from "../engine/kept.ts";

// Kept, because the runtime replaces Proxy to recognise the program's proxies. A namespace must not count as one.
const EngineProxy = Proxy;
const { create, is } = Object;
const { get, set, defineProperty, getOwnPropertyDescriptor, preventExtensions } = Reflect;
const namespaces = new KeptWeakSet<object>();

/**
 * Returns the namespace of a module.
 * @param exports reads the value of each exported name, in the order of the names. A read throws a ReferenceError while
 * the binding is in its dead zone
 */
export function createNamespace(exports: readonly (readonly [name: string, read: () => unknown])[]): object {
  const readers = new KeptMap<string, () => unknown>();
  const keys: List<string | symbol> = list();
  const target: object = create(null);
  const property = { value: undefined, writable: true, enumerable: true, configurable: false };
  for (let index = 0; index < exports.length; index += 1) {
    const each = exports[index];
    if (!each) continue;
    readers.set(each[0], each[1]);
    push(keys, each[0]);
    defineProperty(target, each[0], property);
  }
  push(keys, Symbol.toStringTag);
  defineProperty(target, Symbol.toStringTag, { value: "Module" });
  preventExtensions(target);
  const read = (key: PropertyKey) => (typeof key === "string" ? readers.get(key) : undefined);
  const traps: ProxyHandler<object> & { readonly __proto__: null } = {
    // Without a prototype, so that nothing a program adds to `Object.prototype` becomes a trap.
    __proto__: null,
    get: (_, key) => (read(key) ?? (() => get(target, key)))(),
    getOwnPropertyDescriptor: (_, key) => {
      const value = read(key);
      return value ? { ...property, value: value() } : getOwnPropertyDescriptor(target, key);
    },
    defineProperty: (_, key, wanted) => {
      const value = read(key);
      if (!value) return defineProperty(target, key, wanted);
      if (isAsItIs(wanted, value())) return true;
      throw new TypeError(`Cannot redefine property: ${text(key)}`);
    },
    set: (_, key, __, receiver) => {
      if (receiver !== namespace) return false;
      // The message of the engine for its own namespaces. That for a proxy would name the trap.
      throw new TypeError(`Cannot assign to property '${text(key)}' of [object Module]`);
    },
    setPrototypeOf: (_, prototype) => prototype === null,
    // An object's own order would put names that are numbers first.
    ownKeys: () => toArray(keys),
  };
  const namespace: object = new EngineProxy(target, traps);
  namespaces.add(namespace);
  return namespace;
}

/** True if `wanted` describes the property as it is, with this value. Only then does Object.defineProperty succeed. */
function isAsItIs(wanted: PropertyDescriptor, value: unknown): boolean {
  if (wanted.configurable || wanted.enumerable === false || wanted.get || wanted.set) return false;
  return wanted.writable !== false && (!("value" in wanted) || is(wanted.value, value));
}

/** Lets Reflect return false for changes that a namespace refuses: elsewhere its traps throw. Call it once in a realm. */
export function watchReflect(): void {
  Object.assign(Reflect, {
    set(target: object, key: PropertyKey, value: unknown, ...receiver: unknown[]) {
      return !namespaces.has(target) && apply(set, Reflect, [target, key, value, ...receiver]);
    },
    defineProperty(target: object, key: PropertyKey, wanted: PropertyDescriptor) {
      const property = namespaces.has(target) ? getOwnPropertyDescriptor(target, key) : undefined;
      return property && typeof key === "string"
        ? isAsItIs(wanted, property.value)
        : defineProperty(target, key, wanted);
    },
  });
}
