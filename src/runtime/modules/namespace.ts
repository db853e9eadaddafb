// What `import * as` gives: an object that shows what a module exports, and cannot be changed
// (https://tc39.es/ecma262/#sec-module-namespace-exotic-objects).

// The program's own proxies are watched; this one is no proxy for anybody.
const EngineProxy = Proxy;

/** @param exports what each exported name holds, in the order of the names; reading it throws while nothing is in it */
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
    // Names that are numbers would come first.
    ownKeys: () => [...exports.keys(), Symbol.toStringTag],
  });
}

function isAsItIs(wanted: PropertyDescriptor, value: unknown): boolean {
  if (wanted.configurable || wanted.enumerable === false || wanted.get || wanted.set) return false;
  return wanted.writable !== false && (!("value" in wanted) || Object.is(wanted.value, value));
}
