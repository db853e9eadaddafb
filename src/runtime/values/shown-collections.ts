// Text and parts of collections: arrays, typed arrays, maps, sets, and pairs like Headers.

import { type AnyFunction, answer, className, engineGetter, inherits } from "./safe-reading.ts";
import {
  bare,
  composed,
  join,
  mostParts,
  noParts,
  ownParts,
  type Part,
  type Parts,
  prefixOf,
  type Shape,
  type ShapeOptions,
} from "./shown-parts.ts";
import { quote } from "./shown-text.ts";

export function arrayShape(object: object): Shape | undefined {
  if (!Array.isArray(object)) return undefined;
  const name = className(object);
  const prefix = name === "Array" ? "" : `${name ?? "[Array: null prototype]"}(${object.length})`;
  return composed(prefix, "[]", () => join(elements(object), furtherProperties(object)));
}

function elements(array: readonly unknown[]): Parts {
  const parts: Part[] = [];
  let index = 0;
  while (index < array.length && parts.length < mostParts) {
    const property = Object.getOwnPropertyDescriptor(array, index);
    if (!property) {
      const next = nextElement(array, index);
      parts.push(hole(next - index));
      index = next;
      continue;
    }
    parts.push("value" in property ? bare(`${index}`, property.value) : getterElement(index));
    index += 1;
  }
  return { parts, more: array.length - index };
}

/** Returns the index after the holes that begin at `index`. */
function nextElement(array: readonly unknown[], index: number): number {
  const near = Math.min(array.length, index + 1000);
  for (let next = index; next < near; next += 1) if (Object.hasOwn(array, next)) return next;
  // An array with more than 1,000 holes in a row has few elements, so listing its keys is cheap.
  const next = Object.keys(array).find((key) => /^\d+$/.test(key) && Number(key) >= index);
  return next === undefined ? array.length : Number(next);
}

function hole(count: number): Part {
  const shown = { kind: "undefined", text: `<${count} empty>` } as const;
  return { key: "<empty>", content: { shown }, inLine: { before: "", hasText: true } };
}

function getterElement(index: number): Part {
  const shown = { kind: "getter", text: "(getter)" } as const;
  return { key: `${index}`, content: { shown }, inLine: { before: "", hasText: true } };
}

/** Returns properties beside the elements, for example the groups of a match. Not looked for beyond 1,000 elements. */
function furtherProperties(array: readonly unknown[]): Parts {
  if (array.length > 1000) return noParts;
  return ownParts(array, (key) => typeof key === "symbol" || !/^\d+$/.test(key));
}

const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayTag = engineGetter(typedArray, Symbol.toStringTag);
const typedArrayLength = engineGetter(typedArray, "length");

export function typedArrayShape(object: object): Shape | undefined {
  if (typeof answer(typedArrayTag, object) !== "string") return undefined;
  const length = Number(answer(typedArrayLength, object));
  return composed(`${className(object)}(${length})`, "[]", () => {
    const count = Math.min(length, mostParts);
    const numbers = object as ArrayLike<number | bigint>;
    const parts = Array.from({ length: count }, (_, index) => bare(`${index}`, numbers[index]));
    return { parts, more: length - count };
  });
}

const mapSize = engineGetter(Map.prototype, "size");
const mapEntries = Map.prototype.entries;
const setSize = engineGetter(Set.prototype, "size");
const setValues = Set.prototype.values;
const mapNext: Next = Object.getPrototypeOf(new Map().entries()).next;
const setNext: Next = Object.getPrototypeOf(new Set().values()).next;

type Next = () => IteratorResult<unknown>;

export function mapShape(object: object, { shorten }: ShapeOptions): Shape | undefined {
  const size = answer(mapSize, object);
  if (typeof size !== "number") return undefined;
  return composed(`${className(object)}(${size})`, "{}", () => {
    const entries = take(Reflect.apply(mapEntries, object, []), mapNext) as [unknown, unknown][];
    const parts = entries.map(([key, value]) => entry(shorten(key), value));
    return join({ parts, more: size - parts.length }, ownParts(object));
  });
}

function entry(key: string, value: unknown): Part {
  return { key, content: { value }, inLine: { before: `${key} => `, hasText: true } };
}

export function setShape(object: object): Shape | undefined {
  const size = answer(setSize, object);
  if (typeof size !== "number") return undefined;
  return composed(`${className(object)}(${size})`, "{}", () => {
    const values = take(Reflect.apply(setValues, object, []), setNext);
    const parts = values.map((value, index) => bare(`${index}`, value));
    return join({ parts, more: size - parts.length }, ownParts(object));
  });
}

/** Takes the first values of an engine's iterator, with the engine's `next`: the program may have replaced it. */
function take(iterator: object, next: Next): unknown[] {
  const values: unknown[] = [];
  while (values.length < mostParts) {
    const { done, value } = Reflect.apply(next, iterator, []);
    if (done) break;
    values.push(value);
  }
  return values;
}

/** Browser classes that hold pairs, for example the headers of a request. */
const pairClasses = [Headers, URLSearchParams, FormData].map(({ prototype }) => ({
  prototype,
  forEach: prototype.forEach as AnyFunction,
}));

export function pairsShape(object: object): Shape | undefined {
  const found = pairClasses.find(({ prototype }) => inherits(object, prototype));
  if (!found) return undefined;
  const parts: Part[] = [];
  answer(found.forEach, object, [
    (value: unknown, key: string) => parts.push(entry(quote(key, longestKey), value)),
  ]);
  return composed(prefixOf(object), "{}", () => join({ parts, more: 0 }, ownParts(object)));
}

const longestKey = 100;
