// The engine's own functions and collections, kept before a program can replace them: for what runs amid the program.

export const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } =
  Reflect;
export const { isArray } = Array;
export const { hasOwn } = Object;
export const { ceil, floor, max, min, round } = Math;
export const { stringify } = JSON;
export const text = String;

type Method = (this: never, ...given: never) => unknown;
type Uncurried<Engine extends Method> = (
  self: ThisParameterType<Engine>,
  ...given: Parameters<Engine>
) => ReturnType<Engine>;

/** A method as a function of the object that it is called on: to look it up there may find the program's. */
export const uncurry = Function.prototype.bind.bind(Function.prototype.call) as <Engine extends Method>(
  method: Engine,
) => Uncurried<Engine>;

export const sliceText = uncurry(String.prototype.slice);
export const findText = uncurry(String.prototype.indexOf);

/** Items by index. It has no methods, and inherits nothing that a program could have put in the place of an index. */
export interface List<Item> {
  length: number;
  [index: number]: Item;
}

export function list<Item>(): List<Item> {
  const made: List<Item> = [];
  setPrototypeOf(made, null);
  return made;
}

const ArrayPrototype = Array.prototype;

/** The same object as an array; nothing may be added to it afterwards. */
export function toArray<Item>(items: List<Item>): readonly Item[] {
  setPrototypeOf(items, ArrayPrototype);
  return items as unknown as Item[];
}

/** What an array itself holds at an index: no hole is looked through, no getter called. */
export function element(array: object, index: number): unknown {
  const property = getOwnPropertyDescriptor(array, index);
  return property && hasOwn(property, "value") ? property.value : undefined;
}

/** Gives each collection the engine's methods as its own, so that none is looked up where the program can reach. */
function keepMethods(own: { readonly prototype: object }, engine: { readonly prototype: object }): void {
  for (const key of Reflect.ownKeys(engine.prototype)) {
    const property = getOwnPropertyDescriptor(engine.prototype, key);
    if (property && key !== "constructor") defineProperty(own.prototype, key, property);
  }
  setPrototypeOf(own.prototype, null);
}

export class KeptMap<Key, Value> extends Map<Key, Value> {}
export class KeptSet<Item> extends Set<Item> {}
export class KeptWeakMap<Key extends WeakKey, Value> extends WeakMap<Key, Value> {}
export class KeptWeakSet<Item extends WeakKey> extends WeakSet<Item> {}

keepMethods(KeptMap, Map);
keepMethods(KeptSet, Set);
keepMethods(KeptWeakMap, WeakMap);
keepMethods(KeptWeakSet, WeakSet);

const done = { __proto__: null, done: true, value: undefined };
const finished = { __proto__: null, next: () => done };

/** Can be iterated, and holds nothing: no iterator of the program's is asked. */
export const nothing = {
  __proto__: null,
  [Symbol.iterator]: () => finished,
} as unknown as Iterable<never>;
