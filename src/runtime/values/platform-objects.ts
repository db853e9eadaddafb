// Stand-ins that show objects of browsers (Response, URL, Headers, …) as Node does.

import { type AnyFunction, answer, className, engineGetter, inherits, parentOf } from "./safe-reading.ts";
import { bare, custom, objectStandIn, type StandInNames, setStandIn } from "./stand-ins.ts";

/**
 * The properties that Node 20 shows of each class, in its order. A class comes before its base classes. The state of a
 * stream is missing: browsers do not expose it.
 */
const shown: Readonly<Record<string, readonly string[]>> = {
  Response: ["status", "statusText", "headers", "body", "bodyUsed", "ok", "redirected", "type", "url"],
  Request: [
    "method",
    "url",
    "headers",
    "destination",
    "referrer",
    "referrerPolicy",
    "mode",
    "credentials",
    "cache",
    "redirect",
    "integrity",
    "keepalive",
    "isReloadNavigation",
    "isHistoryNavigation",
    "signal",
  ],
  File: ["size", "type", "name", "lastModified"],
  Blob: ["size", "type"],
  AbortController: ["signal"],
  AbortSignal: ["aborted"],
  Event: ["type", "defaultPrevented", "cancelable", "timeStamp"],
  ReadableStream: ["locked"],
  WritableStream: ["locked"],
  TransformStream: ["readable", "writable"],
  TextDecoder: ["encoding", "fatal", "ignoreBOM"],
  TextDecoderStream: ["encoding", "fatal", "ignoreBOM", "readable", "writable"],
  TextEncoderStream: ["encoding", "readable", "writable"],
  CompressionStream: ["readable", "writable"],
  DecompressionStream: ["readable", "writable"],
  ByteLengthQueuingStrategy: ["highWaterMark"],
  CountQueuingStrategy: ["highWaterMark"],
  CryptoKey: ["type", "extractable", "algorithm", "usages"],
  PerformanceEntry: ["name", "entryType", "startTime", "duration", "detail"],
  URL: [
    "href",
    "origin",
    "protocol",
    "username",
    "password",
    "host",
    "hostname",
    "port",
    "pathname",
    "search",
    "searchParams",
    "hash",
  ],
  EventTarget: [],
};

/** Properties that Node has and browsers have dropped, with Node's values. */
const absent: Readonly<Record<string, unknown>> = { isReloadNavigation: false, isHistoryNavigation: false };

interface PlatformClass {
  readonly prototype: object;
  readonly getters: readonly (readonly [string, AnyFunction])[];
}

function prototypeOf(name: string): object | undefined {
  const found = (globalThis as Record<string, unknown>)[name];
  return typeof found === "function" ? (found.prototype as object) : undefined;
}

/** The classes that this engine has, collected when this file is loaded. */
const classes: readonly PlatformClass[] = Object.entries(shown).flatMap(([name, keys]) => {
  const prototype = prototypeOf(name);
  if (!prototype) return [];
  return [{ prototype, getters: keys.map((key) => [key, getterOf(prototype, key)] as const) }];
});

function getterOf(prototype: object, key: string): AnyFunction {
  for (let owner: object | null = prototype; owner; owner = parentOf(owner))
    if (Object.hasOwn(owner, key)) return engineGetter(owner, key);
  return () => absent[key];
}

/** Classes that hold pairs. `isMap`: Node writes their pairs with =>, as those of a Map. */
const pairs = [
  { name: "URLSearchParams", isMap: true },
  { name: "Headers", isMap: false },
  { name: "FormData", isMap: false },
].flatMap(({ name, isMap }) => {
  const prototype = prototypeOf(name) as { forEach: AnyFunction } | undefined;
  return prototype ? [{ prototype, forEach: prototype.forEach, isMap }] : [];
});

/** Returns the stand-in of a browser object, or `undefined` for any other object. */
export function platformStandIn(object: object, names: StandInNames): object | undefined {
  const pair = pairs.find(({ prototype }) => inherits(object, prototype) && object !== prototype);
  if (pair) return pairStandIn(object, pair, names);
  const found = classes.find(({ prototype }) => inherits(object, prototype) && object !== prototype);
  if (!found || Object.hasOwn(object, "constructor")) return undefined;
  const properties = found.getters.map(
    ([key, get]) => [key, own(object, key) ?? answer(get, object)] as const,
  );
  return objectStandIn(className(object) ?? "", Object.fromEntries(properties));
}

/** Reads an own property: replies of the mocked network have some, for example `url`. */
function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function pairStandIn(
  object: object,
  { forEach, isMap }: (typeof pairs)[number],
  names: StandInNames,
): object | undefined {
  const entries: [string, unknown][] = [];
  answer(forEach, object, [(value: unknown, key: string) => entries.push([key, value])]);
  const name = className(object) ?? "";
  if (!isMap) return objectStandIn(name, gathered(entries));
  const quoted = (text: unknown) => `'${String(text).replaceAll("'", "\\'")}'`;
  const parts = entries.map(([key, value]) => bare({ [custom]: () => `${quoted(key)} => ${quoted(value)}` }));
  return setStandIn(parts, name, names);
}

/** Collects pairs in an object. A repeated key gets a list of its values. */
function gathered(entries: readonly [string, unknown][]): object {
  const all = new Map<string, unknown>();
  for (const [key, value] of entries) {
    const before = all.get(key);
    all.set(key, before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]);
  }
  return Object.fromEntries(all);
}
