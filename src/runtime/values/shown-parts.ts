// What it takes to show an object: its parts, and how they read.

import type { Frame, ShownValue } from "../../trace/events/events.ts";
import type { PromiseState } from "./promise-states.ts";
import { className, read } from "./safe-reading.ts";
import { keyText } from "./shown-text.ts";

/** At most so many parts of one object are shown. */
export const mostParts = 100;

/** One part of an object, before it is shown itself. */
export interface Part {
  readonly key: string;
  readonly content: { readonly value: unknown } | { readonly shown: ShownValue };
  /** How it reads in the object's one line; absent where it is left out there. */
  readonly inLine?: { readonly before: string; readonly hasText: boolean };
}

export interface Parts {
  readonly parts: readonly Part[];
  /** How many were left out. */
  readonly more: number;
}

export const noParts: Parts = { parts: [], more: 0 };

export interface Shape {
  readonly kind: ShownValue["kind"];
  /** The whole text, or what stands around the parts. */
  readonly text: string | { readonly prefix: string; readonly brackets: "[]" | "{}" };
  readonly parts: () => Parts;
}

export interface ShapeOptions {
  /** What is known of promises. */
  readonly promises: ReadonlyMap<object, PromiseState>;
  /** The steps of a stack that are the program's own. */
  readonly frames: (stack: string) => readonly Frame[];
  /** A key of a Map, in short. */
  readonly shorten: (value: unknown) => string;
}

export function composed(prefix: string, brackets: "[]" | "{}", parts: () => Parts): Shape {
  return { kind: "object", text: { prefix, brackets }, parts };
}

export function whole(text: string, parts: () => Parts = () => noParts): Shape {
  return { kind: "object", text, parts };
}

/** A part under a name that reads "name: value". */
export function named(key: string, value: unknown): Part {
  return { key, content: { value }, inLine: { before: `${key}: `, hasText: true } };
}

/** A part that reads as its value alone. */
export function bare(key: string, value: unknown): Part {
  return { key, content: { value }, inLine: { before: "", hasText: true } };
}

/** The class of an object, as it is written before its parts; "" for a plain object. */
export function prefixOf(object: object): string {
  const name = className(object);
  if (name === null) return "[Object: null prototype]";
  const tag = read(object, Symbol.toStringTag);
  if (typeof tag !== "string" || tag === "" || tag === name) return name === "Object" ? "" : name;
  return name === "Object" || name === "Iterator" ? tag : `${name} [${tag}]`;
}

/** @param isShown which of the own properties that a loop over the object would meet are parts; all where absent */
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
