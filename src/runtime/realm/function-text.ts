// Replaces Function.prototype.toString, which would show instrumented code and our stand-ins of the engine's methods.

import { define } from "../engine/define.ts";
import { apply, getOwnPropertyDescriptor, KeptWeakSet } from "../engine/kept.ts";
import type { AuthorText } from "./author-text.ts";

/** Replaces Function.prototype.toString: returns the author's text, and "[native code]" for our stand-ins of the engine's. */
export function watchFunctionText(authors: AuthorText): void {
  const engine = Function.prototype.toString;
  const standIns = new KeptWeakSet<object>();
  // A method because, like the engine's toString, it is no constructor.
  const standIn = {
    toString(this: unknown): string {
      const text = apply(engine, this, []) as string;
      const isStandIn = typeof this === "function" && standIns.has(this);
      return isStandIn ? nativeText(nameOf(this)) : authors.ofFunction(text);
    },
  }.toString;
  define(Function.prototype, "toString", standIn);
  standIns.add(standIn);
  for (const owner of ownersOfStandIns()) {
    for (const key of Reflect.ownKeys(owner)) {
      const value: unknown = getOwnPropertyDescriptor(owner, key)?.value;
      if (typeof value === "function" && !/\[native code\]\s*\}$/.test(engine.call(value)))
        standIns.add(value);
    }
  }
}

/** Returns the objects in which we have replaced methods. */
function ownersOfStandIns(): readonly object[] {
  const {
    Blob,
    Request,
    Response,
    AbortController,
    AbortSignal,
    ReadableStream,
    performance,
    crypto,
    console,
  } = globalThis;
  const prototypes = [Blob, Request, Response, AbortController, ReadableStream].map(
    ({ prototype }) => prototype,
  );
  const generators = [function* () {}, async function* () {}].map(
    (each) => Object.getPrototypeOf(each).prototype as object,
  );
  const singletons = [performance, crypto].map((each) => Object.getPrototypeOf(each) as object);
  return [
    globalThis,
    console,
    crypto.subtle,
    AbortSignal,
    Date,
    Proxy,
    Math,
    Reflect,
    ...prototypes,
    ...generators,
    ...singletons,
  ];
}

function nativeText(name: string): string {
  return `function ${name}() { [native code] }`;
}

function nameOf(made: object): string {
  const name: unknown = getOwnPropertyDescriptor(made, "name")?.value;
  return typeof name === "string" ? name : "";
}
