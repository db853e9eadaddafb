// Text and parts of built-in objects: errors, promises, generators, dates, replies and the like.

import type { Frame, ShownValue } from "../../trace/events/events.ts";
import { generatorState } from "../tasks/generators.ts";
import { isPromise } from "./promise-states.ts";
import {
  type AnyFunction,
  answer,
  className,
  engineClasses,
  engineGetter,
  inherits,
  read,
  readText,
  stackOf,
} from "./safe-reading.ts";
import {
  composed,
  join,
  named,
  noParts,
  ownParts,
  type Part,
  prefixOf,
  type Shape,
  type ShapeOptions,
  whole,
} from "./shown-parts.ts";
import { errorText, functionText, quote, showPrimitive } from "./shown-text.ts";

export function functionShape(object: object): Shape | undefined {
  if (typeof object !== "function") return undefined;
  const isOwn = (key: string | symbol) => key !== "prototype";
  return {
    kind: "function",
    text: functionText(object as AnyFunction),
    parts: () => ownParts(object, isOwn),
  };
}

const errorPrototypes = [Error.prototype, DOMException.prototype];

export function errorShape(error: object, { frames }: ShapeOptions): Shape | undefined {
  if (!errorPrototypes.some((prototype) => inherits(error, prototype))) return undefined;
  const isFurther = (key: string | symbol) =>
    !["stack", "message", "name", "cause", "errors"].includes(String(key));
  const parts = () => {
    const steps = frames(stackOf(error)).map(step);
    const reasons = ["cause", "errors"].filter((key) => Object.hasOwn(error, key));
    const own = ownParts(error, isFurther);
    return join(join(own, { parts: reasons.map((key) => named(key, read(error, key))), more: 0 }), {
      parts: steps,
      more: 0,
    });
  };
  return { kind: "error", text: errorText(error), parts };
}

/** Shows a stack frame as stack traces do. */
function step({ name, file, line, column }: Frame): Part {
  const place = `${file}:${line}:${column}`;
  return {
    key: "at",
    content: { shown: { kind: "object", text: name === "" ? place : `${name} (${place})` } },
  };
}

export function promiseShape(promise: object, { promises }: ShapeOptions): Shape | undefined {
  if (!isPromise(promise)) return undefined;
  const known = promises.get(promise);
  if (!known) return composed(prefixOf(promise), "{}", () => ownParts(promise));
  const parts =
    known.state === "pending" ? [state(known.state, "<pending>")] : settled(known.state, known.value);
  return composed(className(promise) ?? "Promise", "{}", () => join({ parts, more: 0 }, ownParts(promise)));
}

function settled(how: "fulfilled" | "rejected", value: unknown): Part[] {
  const before = how === "rejected" ? "<rejected> " : "";
  return [state(how), { key: "<value>", content: { value }, inLine: { before, hasText: true } }];
}

/** @param inLine text in the object's one line; absent if the line shows the state in another way */
function state(text: string, inLine?: string): Part {
  const part = { key: "<state>", content: { shown: { kind: "string", text } satisfies ShownValue } };
  return inLine === undefined ? part : { ...part, inLine: { before: inLine, hasText: false } };
}

export function generatorShape(object: object): Shape | undefined {
  const now = generatorState(object);
  if (!now) return undefined;
  const first = { parts: [state(now, `<${now}>`)], more: 0 };
  return composed(prefixOf(object), "{}", () => join(first, ownParts(object)));
}

const dateTime = Date.prototype.getTime;
const dateText = Date.prototype.toISOString;

export function dateShape(object: object): Shape | undefined {
  const time = answer(dateTime, object);
  if (typeof time !== "number") return undefined;
  return whole(Number.isNaN(time) ? "Invalid Date" : String(answer(dateText, object)), () =>
    ownParts(object),
  );
}

const regExpSource = engineGetter(RegExp.prototype, "source");
const regExpFlags = [
  ["hasIndices", "d"],
  ["global", "g"],
  ["ignoreCase", "i"],
  ["multiline", "m"],
  ["dotAll", "s"],
  ["unicode", "u"],
  ["unicodeSets", "v"],
  ["sticky", "y"],
].map(([name = "", letter = ""]) => ({ get: engineGetter(RegExp.prototype, name), letter }));

export function regExpShape(object: object): Shape | undefined {
  if (object === RegExp.prototype) return undefined;
  const source = answer(regExpSource, object);
  if (typeof source !== "string") return undefined;
  const flags = regExpFlags.filter(({ get }) => answer(get, object) === true).map(({ letter }) => letter);
  return whole(`/${source}/${flags.join("")}`, () => ownParts(object));
}

const boxed = [Number, String, Boolean, BigInt, Symbol].map(({ name, prototype }) => ({
  name,
  unbox: prototype.valueOf,
}));

export function boxedShape(object: object): Shape | undefined {
  for (const { name, unbox } of boxed) {
    const value = answer(unbox, object);
    if (value === undefined) continue;
    const text = showPrimitive(value as string | number, longestBoxed).text;
    const isOwn = (key: string | symbol) => typeof key === "symbol" || !/^\d+$/.test(key);
    return whole(`[${name}: ${text}]`, () => ownParts(object, isOwn));
  }
  return undefined;
}

const longestBoxed = 100;

const bufferLength = engineGetter(ArrayBuffer.prototype, "byteLength");

export function bufferShape(object: object): Shape | undefined {
  const length = answer(bufferLength, object);
  if (typeof length !== "number") return undefined;
  return composed("ArrayBuffer", "{}", () => ({ parts: [named("byteLength", length)], more: 0 }));
}

export function urlShape(object: object): Shape | undefined {
  if (!inherits(object, URL.prototype)) return undefined;
  return whole(`URL ${quote(readText(object, "href"), 1000)}`, () => noParts);
}

/** Shows an object of a browser class by the engine's getters. */
export function platformShape(object: object): Shape | undefined {
  for (const [prototype, keys] of engineClasses) {
    if (!inherits(object, prototype) || object === prototype) continue;
    const parts = keys.map((key) => named(key, read(object, key)));
    return composed(prefixOf(object), "{}", () => join({ parts, more: 0 }, ownParts(object)));
  }
  return undefined;
}
