// Types and helpers for showing an object: its shape and its parts.

import type { Frame, ShownValue } from "../../trace/events/events.ts";
import type { PromiseState } from "./promise-states.ts";
import { className, read } from "./safe-reading.ts";
import { keyText } from "./shown-text.ts";

/** How many parts of one object are shown at most. */
export const mostParts = 100;

/** One part of an object, for example a property. Its value is not shown yet. */
export interface Part {
  readonly key: string;
  readonly content: { readonly value: unknown } | { readonly shown: ShownValue };
  /** Its text in the object's one line; absent if the line leaves the part out. */
  readonly inLine?: { readonly before: string; readonly hasText: boolean };
}

export interface Parts {
  readonly parts: readonly Part[];
  /** How many parts were left out. */
  readonly more: number;
}

export const noParts: Parts = { parts: [], more: 0 };

export interface Shape {
  readonly kind: ShownValue["kind"];
  /** The whole text, or the prefix and brackets around the parts. */
  readonly text: string | { readonly prefix: string; readonly brackets: "[]" | "{}" };
  readonly parts: () => Parts;
}

export interface ShapeOptions {
  /** The known states of promises. */
  readonly promises: ReadonlyMap<object, PromiseState>;
  /** Returns the frames of a stack trace that are in the program. */
  readonly frames: (stack: string) => readonly Frame[];
  /** Shortens a key of a Map to text. */
  readonly shorten: (value: unknown) => string;
}

export function composed(prefix: string, brackets: "[]" | "{}", parts: () => Parts): Shape {
  return { kind: "object", text: { prefix, brackets }, parts };
}

export function whole(text: string, parts: () => Parts = () => noParts): Shape {
  return { kind: "object", text, parts };
}

/** Returns a part that reads "name: value". */
export function named(key: string, value: unknown): Part {
  return { key, content: { value }, inLine: { before: `${key}: `, hasText: true } };
}

/** Returns a part that reads as its value alone, for example an element of an array. */
export function bare(key: string, value: unknown): Part {
  return { key, content: { value }, inLine: { before: "", hasText: true } };
}

/** Returns the class name to write before an object's parts, or "" for a plain object. */
export function prefixOf(object: object): string {
  const name = className(object);
  if (name === null) return "[Object: null prototype]";
  const tag = read(object, Symbol.toStringTag);
  if (typeof tag !== "string" || tag === "" || tag === name) return name === "Object" ? "" : name;
  return name === "Object" || name === "Iterator" ? tag : `${name} [${tag}]`;
}

/** Returns the own enumerable properties as parts. @param isShown filter by key; without it all are parts */
export function ownParts(object: object, isShown: (key: string | symbol) => boolean = () => true): Parts {
  const parts: Part[] = [];
  let more = 0;
  for (const key of Reflect.ownKeys(object)) {
    const property = isShown(key) ? Object.getOwnPropertyDescriptor(object, key) : undefined;
    if (!property?.enumerable) continue;
    if (parts.length === mostParts) more += 1;
    else parts.push(propertyPart(keyText(key), property));
  }
  return { parts, more };
}

function propertyPart(key: string, property: PropertyDescriptor): Part {
  if ("value" in property) return named(key, property.value);
  const text = property.get ? "(getter)" : "(setter)";
  const inLine = { before: `${key}: `, hasText: true };
  return { key, content: { shown: { kind: "getter", text } }, inLine };
}

export function join(first: Parts, second: Parts): Parts {
  const all = [...first.parts, ...second.parts];
  const more = first.more + second.more + Math.max(0, all.length - mostParts);
  return { parts: all.slice(0, mostParts), more };
}
