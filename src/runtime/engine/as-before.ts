// Runs code of ours with the engine's methods as they were before the program began, whatever the program has made of
// them: for code that is called seldom, and calls nothing of the program's.

import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  type List,
  list,
  push,
} from "./kept.ts";

interface Property {
  readonly owner: object;
  readonly key: PropertyKey;
  /** `undefined` if the owner has no such property. */
  readonly descriptor: PropertyDescriptor | undefined;
}

const { ownKeys, deleteProperty } = Reflect;
const iterators = [[], new Map(), new Set(), ""].map((each) => getPrototypeOf(each[Symbol.iterator]()));
const classes = [
  Array,
  Map,
  Set,
  WeakMap,
  WeakSet,
  String,
  Number,
  BigInt,
  Symbol,
  RegExp,
  Function,
  Object,
  Promise,
];
const owners: readonly object[] = [
  ...classes.flatMap((each): object[] => [each, each.prototype]),
  ...iterators.flatMap((each) => (each ? [each] : [])),
  Reflect,
  Math,
  JSON,
];

let remembered: readonly Property[] = [];

/** Remembers the methods as they are now. To be called when the realm is ready for the program. */
export function rememberMethods(): void {
  remembered = owners.flatMap((owner) =>
    ownKeys(owner).flatMap((key) => {
      const descriptor = getOwnPropertyDescriptor(owner, key);
      return descriptor?.configurable ? [{ owner, key, descriptor }] : [];
    }),
  );
}

/** Calls `work` with the remembered methods, then puts back what the program had in their place. */
export function asBefore<T>(work: () => T): T {
  const replaced = restore();
  try {
    return apply(work, undefined, []) as T;
  } finally {
    for (let index = replaced.length - 1; index >= 0; index -= 1) putBack(replaced[index]);
  }
}

/** @returns the program's properties in place of those that were restored */
function restore(): List<Property> {
  const replaced: List<Property> = list();
  for (let index = 0; index < remembered.length; index += 1) {
    const before = remembered[index];
    if (!before?.descriptor) continue;
    const { owner, key, descriptor } = before;
    const now = getOwnPropertyDescriptor(owner, key);
    if (now && now.value === descriptor.value && now.get === descriptor.get) continue;
    if (defineProperty(owner, key, descriptor)) push(replaced, { owner, key, descriptor: now });
  }
  return replaced;
}

function putBack(property: Property | undefined): void {
  if (!property) return;
  const { owner, key, descriptor } = property;
  if (descriptor) defineProperty(owner, key, descriptor);
  else deleteProperty(owner, key);
}
