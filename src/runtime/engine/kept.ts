// Keeps the engine's own functions and collections before a program can replace them, for code that runs amid the
// program.

export const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } =
  Reflect;
export const { isArray } = Array;
export const { hasOwn } = Object;
export const { ceil, floor, max, min, round, trunc } = Math;
export const { stringify } = JSON;
export const text = String;
export const toNumber = Number;
export const EnginePromise = Promise;

type Method = (this: never, ...given: never) => unknown;
type Uncurried<Engine extends Method> = (
  self: ThisParameterType<Engine>,
  ...given: Parameters<Engine>
) => ReturnType<Engine>;

/**
 * Returns a method as a function whose first argument is `this`. Looking the method up on the object could find the
 * program's.
 */
const uncurry = Function.prototype.bind.bind(Function.prototype.call) as <Engine extends Method>(
  method: Engine,
) => Uncurried<Engine>;

export const sliceText = uncurry(String.prototype.slice);
export const findText = uncurry(String.prototype.indexOf);

/**
 * Items by index. It has no methods and no prototype, so it inherits nothing that a program could have put at an
 * index.
 */
export interface List<Item> {
  length: number;
  [index: number]: Item;
}

export function list<Item>(): List<Item> {
  const made: List<Item> = [];
  setPrototypeOf(made, null);
  return made;
}

/** Adds an item at the end. */
export function push<Item>(items: List<Item>, item: Item): void {
  items[items.length] = item;
}

/** Returns the last item; `undefined` if there is none. */
export function last<Item>(items: List<Item>): Item | undefined {
  return items[items.length - 1];
}

/** Removes the last item and returns it; `undefined` if there is none. */
export function pop<Item>(items: List<Item>): Item | undefined {
  const item = last(items);
  if (items.length > 0) items.length -= 1;
  return item;
}

const ArrayPrototype = Array.prototype;

/** Returns the same object as an array. Nothing may be added to it afterwards. */
export function toArray<Item>(items: List<Item>): readonly Item[] {
  setPrototypeOf(items, ArrayPrototype);
  return items as unknown as Item[];
}

/** Returns an object's own value at an index or a key. It reads no prototype for a hole, and calls no getter. */
export function element(array: object, index: PropertyKey): unknown {
  const property = getOwnPropertyDescriptor(array, index);
  return property && hasOwn(property, "value") ? property.value : undefined;
}

/**
 * Copies the engine's methods to a collection's own prototype, so that none is looked up where the program can
 * replace it.
 */
function keepMethods(own: { readonly prototype: object }, engine: { readonly prototype: object }): void {
  for (const key of Reflect.ownKeys(engine.prototype)) {
    const property = getOwnPropertyDescriptor(engine.prototype, key);
    if (property && key !== "constructor") defineProperty(own.prototype, key, property);
  }
  setPrototypeOf(own.prototype, null);
}

export class KeptMap<Key, Value> extends Map<Key, Value> {
  // biome-ignore lint/complexity/noUselessConstructor: the default one goes through its arguments with the program's iterator.
  constructor() {
    super();
  }
}
export class KeptSet<Item> extends Set<Item> {
  // biome-ignore lint/complexity/noUselessConstructor: the default one goes through its arguments with the program's iterator.
  constructor() {
    super();
  }
}
export class KeptWeakMap<Key extends WeakKey, Value> extends WeakMap<Key, Value> {
  // biome-ignore lint/complexity/noUselessConstructor: the default one goes through its arguments with the program's iterator.
  constructor() {
    super();
  }
}
export class KeptWeakSet<Item extends WeakKey> extends WeakSet<Item> {
  // biome-ignore lint/complexity/noUselessConstructor: the default one goes through its arguments with the program's iterator.
  constructor() {
    super();
  }
}

keepMethods(KeptMap, Map);
keepMethods(KeptSet, Set);
keepMethods(KeptWeakMap, WeakMap);
keepMethods(KeptWeakSet, WeakSet);

const done = { __proto__: null, done: true, value: undefined };
const finished = { __proto__: null, next: () => done };

/** An empty iterable. Iterating it calls no iterator of the program's. */
export const nothing = {
  __proto__: null,
  [Symbol.iterator]: () => finished,
} as unknown as Iterable<never>;
