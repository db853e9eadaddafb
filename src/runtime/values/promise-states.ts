// Finds out the states of promises, which the language itself does not tell, without disturbing them.

import { inherits } from "./safe-reading.ts";

/** A promise's state as it was at some moment. */
export type PromiseState =
  | { readonly state: "pending" }
  | { readonly state: "fulfilled" | "rejected"; readonly value: unknown };

export interface ProbeOptions {
  /** What is known without asking the promise, or undefined. */
  readonly known?: (promise: object) => PromiseState | undefined;
  /** Whether the program itself handles an error of this promise, asked when it has one. */
  readonly isHandled?: (promise: object) => boolean;
}

// The engine's own, whatever the program puts in their place.
const EnginePromise = Promise;
const enginePrototype = Promise.prototype;
const engineThen = Promise.prototype.then;

/** True for all that inherits from the engine's promises. */
export function isPromise(object: object): boolean {
  return inherits(object, enginePrototype);
}

/**
 * Asks each promise for its state, by attaching to all of them and then letting one turn pass: those that have settled
 * answer in that turn.
 *
 * To attach is to handle, for the engine: a rejected promise that has been asked is no longer reported as unhandled. Where
 * it is rejected already, the state that is shown tells the error. Where it is pending, its error would be lost if nobody
 * else handled it; so it is passed on to a promise that nobody handles, which the engine then reports with the same error,
 * unless `isHandled` tells that the program handles it. What is `known` need not be asked at all.
 *
 * @returns the states; a promise that cannot be asked without running code of the program's is missing
 */
export async function probePromises(
  promises: Iterable<object>,
  { known, isHandled = () => false }: ProbeOptions = {},
): Promise<Map<object, PromiseState>> {
  const states = new Map<object, PromiseState>();
  let isOver = false;
  const ask = (promise: object) => {
    const settle = (state: "fulfilled" | "rejected", value: unknown) => {
      if (!isOver) states.set(promise, { state, value });
      else if (state === "rejected" && !isHandled(promise)) throw value;
    };
    const fulfilled = (value: unknown) => settle("fulfilled", value);
    const rejected = (error: unknown) => settle("rejected", error);
    if (attach(promise, fulfilled, rejected)) states.set(promise, { state: "pending" });
  };
  for (const promise of promises) {
    const state = known?.(promise);
    if (state) states.set(promise, state);
    else ask(promise);
  }
  await undefined;
  isOver = true;
  return states;
}

/** @returns false where the object is no promise, or cannot be asked */
function attach(
  promise: object,
  fulfilled: (value: unknown) => void,
  rejected: (error: unknown) => void,
): boolean {
  const ask = () => {
    try {
      Reflect.apply(engineThen, promise, [fulfilled, rejected]);
      return true;
    } catch {
      return false;
    }
  };
  return isOrdinary(promise) ? ask() : asOrdinary(promise, ask);
}

/** then() looks for the constructor of a promise, to make another one: it must not find the program's. */
function isOrdinary(promise: object): boolean {
  const isPlain =
    Object.getPrototypeOf(promise) === enginePrototype && !Object.hasOwn(promise, "constructor");
  return isPlain && Object.getOwnPropertyDescriptor(enginePrototype, "constructor")?.value === EnginePromise;
}

function asOrdinary(promise: object, ask: () => boolean): boolean {
  if (Object.hasOwn(promise, "constructor") || !Object.isExtensible(promise)) return false;
  Object.defineProperty(promise, "constructor", { value: EnginePromise, configurable: true });
  const isAsked = ask();
  Reflect.deleteProperty(promise, "constructor");
  return isAsked;
}
