// Wraps the engine's methods that work in the background, such as `Blob.text()` and `crypto.subtle.digest()`.

import { apply, EnginePromise, KeptWeakSet } from "../engine/kept.ts";

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Realm = typeof globalThis;

/**
 * Called with each promise that such a method returned and the object it was called on.
 * @returns what the method returns instead
 */
type Note = (promise: Promise<unknown>, owner: object) => Promise<unknown>;

/** Notes work that the engine ends by itself. */
export function noteTasks(realm: Realm, note: Note): void {
  noteAll(prototypeOf(realm, "Blob"), ["arrayBuffer", "bytes", "text"], note);
  const subtle = prototypeOf(realm, "SubtleCrypto");
  noteAll(subtle, Object.getOwnPropertyNames(subtle ?? {}), note);
  noteAll(part(realm, "WebAssembly"), ["compile", "instantiate"], note);
  noteAll(prototypeOf(realm, "OffscreenCanvas"), ["convertToBlob"], note);
  noteAll(ownerOf(realm, "createImageBitmap"), ["createImageBitmap"], note);
}

/** Notes reads of bodies. A body may come from a stream, and the stream from the program. */
export function noteBodies(realm: Realm, note: Note): void {
  const methods = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];
  for (const name of ["Request", "Response"]) noteAll(prototypeOf(realm, name), methods, note);
}

export function noteStreams(realm: Realm, note: Note): void {
  noteAll(prototypeOf(realm, "ReadableStreamDefaultReader"), ["read"], note);
  noteAll(prototypeOf(realm, "ReadableStreamBYOBReader"), ["read"], note);
  noteAll(prototypeOf(realm, "WritableStreamDefaultWriter"), ["close", "write"], note);
  const stream = prototypeOf(realm, "ReadableStream");
  noteAll(stream, ["pipeTo"], note);
  noteIterators(stream, note);
}

/** Notes reads by `FileReader`, which ends with an event, not a promise. */
export function noteFiles(realm: Realm, begin: () => () => void): void {
  const reader = prototypeOf(realm, "FileReader");
  for (const name of ["readAsArrayBuffer", "readAsDataURL", "readAsText"]) {
    after(reader, name, (_, owner) => {
      (owner as FileReader).addEventListener("loadend", begin(), { once: true });
    });
  }
}

/** Notes messages. A message takes a turn or two to arrive. */
export function noteMessages(realm: Realm, note: () => void): void {
  after(prototypeOf(realm, "MessagePort"), "postMessage", note);
}

/**
 * Notes `for await` over a stream: it calls the iterator's `next`, which some engines define on each iterator itself.
 */
function noteIterators(stream: object | undefined, note: Note): void {
  const noted = new KeptWeakSet<object>();
  after(stream, "values", (iterator) => {
    const owner = ownerOf(iterator as object, "next");
    if (owner && !noted.has(owner)) noteAll(owner, ["next"], note);
    if (owner) noted.add(owner);
    return iterator;
  });
  const values = stream && Object.getOwnPropertyDescriptor(stream, "values");
  // `values` and `Symbol.asyncIterator` are one function: https://streams.spec.whatwg.org/#rs-class-definition
  if (values) Object.defineProperty(stream, Symbol.asyncIterator, { ...values, enumerable: false });
}

function noteAll(owner: object | undefined, names: readonly string[], note: Note): void {
  for (const name of names) {
    after(owner, name, (result, self) => {
      if (!(result instanceof EnginePromise)) return result;
      return note(result, typeof self === "object" && self !== null ? self : result);
    });
  }
}

/** The object whose method is being called. */
let working: unknown;

/** Wraps a method: it returns what `look` returns for the method's result and the object that it was called on. */
function after(
  owner: object | undefined,
  name: string,
  look: (result: unknown, self: unknown) => unknown,
): void {
  const descriptor = owner && Object.getOwnPropertyDescriptor(owner, name);
  const method: unknown = descriptor?.value;
  if (!owner || typeof method !== "function") return;
  const { [method.name]: replacement } = {
    [method.name](...args: unknown[]) {
      const outer = working;
      working = this;
      try {
        const result: unknown = apply(method, this, args);
        // Engines implement some methods by calling another of the same object: only the outer call counts.
        return outer === this && outer !== undefined ? result : look(result, this);
      } finally {
        working = outer;
      }
    },
  } as Record<string, Method>;
  Object.defineProperty(replacement, "length", { value: method.length, configurable: true });
  Object.defineProperty(owner, name, { ...descriptor, value: replacement });
}

/** Returns the object of the prototype chain that has the property as its own. */
function ownerOf(object: object, name: string): object | undefined {
  for (let owner: object | null = object; owner; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name)) return owner;
  }
  return undefined;
}

function part(realm: Realm, name: string): object | undefined {
  const value: unknown = Reflect.get(realm, name);
  return (typeof value === "object" || typeof value === "function") && value !== null ? value : undefined;
}

function prototypeOf(realm: Realm, name: string): object | undefined {
  const owner = part(realm, name);
  return owner && (Reflect.get(owner, "prototype") as object);
}
