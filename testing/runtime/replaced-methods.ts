// Replaces the engine's methods, as a program may, while a test's work is done.

const classes = [Array, Map, Set, WeakMap, WeakSet, String, Number, RegExp, Promise];
const owners: readonly object[] = [
  ...classes.map(({ prototype }) => prototype),
  Array,
  Object,
  Reflect,
  Math,
];
const { apply, defineProperty } = Reflect;

const methods = owners.flatMap((owner) =>
  Reflect.ownKeys(owner).flatMap((key) => {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    const isMethod = key !== "constructor" && property?.configurable && typeof property.value === "function";
    return isMethod
      ? [{ owner, key, property, replacement: { ...property, value: failing(String(key)) } }]
      : [];
  }),
);

function failing(name: string): () => never {
  return () => {
    throw new Error(`The program's ${name}() was called.`);
  };
}

/** Calls `work` while every method of the engine's throws. They are put back afterwards. */
export function withReplacedMethods<T>(work: () => T): T {
  define("replacement");
  try {
    return apply(work, undefined, []) as T;
  } finally {
    define("property");
  }
}

function define(which: "property" | "replacement"): void {
  for (let index = 0; index < methods.length; index += 1) {
    const method = methods[index];
    if (method) defineProperty(method.owner, method.key, method[which]);
  }
}
