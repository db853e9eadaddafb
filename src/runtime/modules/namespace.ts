// Creates module namespaces, the objects of `import * as`: they show a module's exports and cannot be changed
// (https://tc39.es/ecma262/#sec-module-namespace-exotic-objects).

// Kept, because the runtime replaces Proxy to recognise the program's proxies. A namespace must not count as one.
const EngineProxy = Proxy;

/**
 * Returns the namespace of a module.
 * @param exports reads the value of each exported name, in the order of the names. A read throws a ReferenceError while
 * the binding is in its dead zone
 */
export function createNamespace(exports: ReadonlyMap<string, () => unknown>): object {
  const target: object = Object.create(null);
  const property = { value: undefined, writable: true, enumerable: true, configurable: false };
  for (const name of exports.keys()) Object.defineProperty(target, name, property);
  Object.defineProperty(target, Symbol.toStringTag, { value: "Module" });
  Object.preventExtensions(target);
  const read = (key: PropertyKey) => (typeof key === "string" ? exports.get(key) : undefined);
  return new EngineProxy(target, {
    get: (_, key) => (read(key) ?? (() => Reflect.get(target, key)))(),
    getOwnPropertyDescriptor: (_, key) => {
      const value = read(key);
      return value ? { ...property, value: value() } : Reflect.getOwnPropertyDescriptor(target, key);
    },
    defineProperty: (_, key, wanted) => {
      const value = read(key);
      return value ? isAsItIs(wanted, value()) : Reflect.defineProperty(target, key, wanted);
    },
    set: () => false,
    setPrototypeOf: (_, prototype) => prototype === null,
    // An object's own order would put names that are numbers first.
    ownKeys: () => [...exports.keys(), Symbol.toStringTag],
  });
}

/** True if `wanted` describes the property as it is, with this value. Only then does Object.defineProperty succeed. */
function isAsItIs(wanted: PropertyDescriptor, value: unknown): boolean {
  if (wanted.configurable || wanted.enumerable === false || wanted.get || wanted.set) return false;
  return wanted.writable !== false && (!("value" in wanted) || Object.is(wanted.value, value));
}
