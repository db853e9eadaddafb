// The methods of an engine that work in the background.

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Realm = typeof globalThis;

/**
 * Told of each promise that such a method has made, and of the object whose method it is.
 * @returns what the method returns
 */
type Note = (promise: Promise<unknown>, owner: object) => Promise<unknown>;

// Taken before a program can replace it.
const NativePromise = Promise;

/** Work that the engine ends by itself. */
export function noteTasks(realm: Realm, note: Note): void {
  noteAll(prototypeOf(realm, "Blob"), ["arrayBuffer", "bytes", "text"], note);
  const subtle = prototypeOf(realm, "SubtleCrypto");
  noteAll(subtle, Object.getOwnPropertyNames(subtle ?? {}), note);
  noteAll(part(realm, "WebAssembly"), ["compile", "instantiate"], note);
  noteAll(prototypeOf(realm, "OffscreenCanvas"), ["convertToBlob"], note);
  noteAll(ownerOf(realm, "createImageBitmap"), ["createImageBitmap"], note);
}

/** Bodies may come from streams, and streams from the program. */
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

/** FileReader tells its end by an event. */
export function noteFiles(realm: Realm, begin: () => () => void): void {
  const reader = prototypeOf(realm, "FileReader");
  for (const name of ["readAsArrayBuffer", "readAsDataURL", "readAsText"]) {
    after(reader, name, (_, owner) => {
      (owner as FileReader).addEventListener("loadend", begin(), { once: true });
    });
  }
}

/** A message is on its way for a turn, or two. */
export function noteMessages(realm: Realm, note: () => void): void {
  after(prototypeOf(realm, "MessagePort"), "postMessage", note);
}

/** `for await` over a stream calls the iterator's `next`, which some engines keep in each iterator. */
function noteIterators(stream: object | undefined, note: Note): void {
  const noted = new WeakSet<object>();
  after(stream, "values", (iterator) => {
    const owner = ownerOf(iterator as object, "next");
    if (owner && !noted.has(owner)) noteAll(owner, ["next"], note);
    if (owner) noted.add(owner);
    return iterator;
  });
  const values = stream && Object.getOwnPropertyDescriptor(stream, "values");
  // They are one function: https://streams.spec.whatwg.org/#rs-class-definition
  if (values) Object.defineProperty(stream, Symbol.asyncIterator, { ...values, enumerable: false });
}

function noteAll(owner: object | undefined, names: readonly string[], note: Note): void {
  for (const name of names) {
    after(owner, name, (result, self) => {
      if (!(result instanceof NativePromise)) return result;
      return note(result, typeof self === "object" && self !== null ? self : result);
    });
  }
}

/** The object a method of which is being called. */
let working: unknown;

/** Makes a method return what `look` gives for what it has returned so far, and for the object that it is called on. */
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
        const result: unknown = Reflect.apply(method, this, args);
        // Engines do some methods by another of the same object.
        return outer === this && outer !== undefined ? result : look(result, this);
      } finally {
        working = outer;
      }
    },
  } as Record<string, Method>;
  Object.defineProperty(replacement, "length", { value: method.length, configurable: true });
  Object.defineProperty(owner, name, { ...descriptor, value: replacement });
}

/** The object that has the property itself, and not by inheritance. */
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
