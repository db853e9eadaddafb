// The texts of values without parts: primitives, keys, and the titles of functions and errors.

import type { ShownValue } from "../../trace/events/events.ts";
import { type AnyFunction, className, readText } from "./safe-reading.ts";

/** Longest shown string in characters: alone, and as a part of an object. */
export const longestString = { alone: 10_000, part: 1000 } as const;

export type Primitive = string | number | bigint | boolean | symbol | undefined | null;

/** @param longest how many characters of a string are shown */
export function showPrimitive(value: Primitive, longest: number): ShownValue {
  if (value === null) return { kind: "null", text: "null" };
  switch (typeof value) {
    case "string":
      return { kind: "string", text: quote(value, longest) };
    case "number":
      return { kind: "number", text: Object.is(value, -0) ? "-0" : `${value}` };
    case "bigint":
      return { kind: "bigint", text: `${value}n` };
    case "symbol":
      return { kind: "symbol", text: symbolText(value) };
    case "boolean":
      return { kind: "boolean", text: `${value}` };
    case "undefined":
      return { kind: "undefined", text: "undefined" };
    default:
      return value satisfies never;
  }
}

export function quote(text: string, longest: number): string {
  if (text.length <= longest) return JSON.stringify(text);
  const more = (text.length - longest).toLocaleString("en");
  return `${JSON.stringify(text.slice(0, longest)).slice(0, -1)}…" (${more} more characters)`;
}

/** Returns a key as written in an object literal. */
export function keyText(key: string | symbol): string {
  if (typeof key === "symbol") return `[${symbolText(key)}]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : quote(key, 100);
}

const engineSymbolText = Symbol.prototype.toString;

function symbolText(symbol: symbol): string {
  return Reflect.apply(engineSymbolText, symbol, []);
}

/** Returns for example `[async function speak]` or `[class Cow extends Animal]`. */
export function functionText(value: AnyFunction): string {
  const name = Object.getOwnPropertyDescriptor(value, "name")?.value;
  const named = typeof name === "string" && name !== "" ? ` ${name}` : "";
  const source = sourceOf(value);
  if (!/^class\b/.test(source)) return `[${functionKind(value)}${named}]`;
  const base: unknown = Object.getPrototypeOf(value);
  const baseName = typeof base === "function" ? readText(base, "name") : "";
  return `[class${named}${baseName === "" ? "" : ` extends ${baseName}`}]`;
}

const engineSource = Function.prototype.toString;

function sourceOf(value: AnyFunction): string {
  return Reflect.apply(engineSource, value, []);
}

const functionKinds: ReadonlyMap<unknown, string> = new Map([
  [Object.getPrototypeOf(async () => {}), "async function"],
  [Object.getPrototypeOf(function* () {}), "generator function"],
  [Object.getPrototypeOf(async function* () {}), "async generator function"],
]);

function functionKind(value: AnyFunction): string {
  return functionKinds.get(Object.getPrototypeOf(value)) ?? "function";
}

/** Returns name and message, for example "TypeError: no such cow". */
export function errorText(error: object): string {
  const name = readText(error, "name") || (className(error) ?? "Error");
  const message = readText(error, "message");
  return message === "" ? name : `${name}: ${message}`;
}
