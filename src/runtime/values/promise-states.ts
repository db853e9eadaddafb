// Probes the states of promises, which the language does not expose, without disturbing the promises.

import {
  apply,
  defineProperty,
  EnginePromise,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  KeptMap,
} from "../engine/kept.ts";
import { inherits } from "./safe-reading.ts";

/** The state of a promise at one moment. */
export type PromiseState =
  | { readonly state: "pending" }
  | { readonly state: "fulfilled" | "rejected"; readonly value: unknown };

export interface ProbeOptions {
  /** Returns the state if it is known without a probe, otherwise `undefined`. */
  readonly known?: (promise: object) => PromiseState | undefined;
  /** True if the program itself handles the promise's rejection. Called when the promise is rejected. */
  readonly isHandled?: (promise: object) => boolean;
}

// Saved at load: the program may replace them.
const { isExtensible, deleteProperty } = Reflect;
const enginePrototype = Promise.prototype;
const engineThen = Promise.prototype.then;

/** True if the object inherits from the engine's Promise.prototype. */
export function isPromise(object: object): boolean {
  return inherits(object, enginePrototype);
}

/**
 * Probes the state of each promise: calls then() on all of them and lets one microtask pass. The settled ones answer in it.
 *
 * For the engine, then() handles a rejection: a probed promise is no longer reported as unhandled. If it is rejected
 * already, the shown state tells the error. If it is rejected later, the error would be lost. So it is thrown on into a
 * promise that nobody handles, and the engine reports it, unless `isHandled` is true. `known` promises are not probed.
 *
 * @returns the states, without the promises that cannot be probed without running the program's code
 */
export async function probePromises(
  promises: readonly object[],
  { known, isHandled = () => false }: ProbeOptions = {},
): Promise<Map<object, PromiseState>> {
  const states = new KeptMap<object, PromiseState>();
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
  for (let index = 0; index < promises.length; index += 1) {
    const promise = promises[index];
    const state = promise && known?.(promise);
    if (promise && state) states.set(promise, state);
    else if (promise) ask(promise);
  }
  await undefined;
  isOver = true;
  return states;
}

/** Calls the engine's then(). @returns false if the object is no promise or cannot be probed */
function attach(
  promise: object,
  fulfilled: (value: unknown) => void,
  rejected: (error: unknown) => void,
): boolean {
  const ask = () => {
    try {
      apply(engineThen, promise, [fulfilled, rejected]);
      return true;
    } catch {
      return false;
    }
  };
  return isOrdinary(promise) ? ask() : asOrdinary(promise, ask);
}

/** True if then() finds the engine's constructor. It creates another promise with it, so it must not be the program's. */
function isOrdinary(promise: object): boolean {
  const isPlain = getPrototypeOf(promise) === enginePrototype && !hasOwn(promise, "constructor");
  return isPlain && getOwnPropertyDescriptor(enginePrototype, "constructor")?.value === EnginePromise;
}

function asOrdinary(promise: object, ask: () => boolean): boolean {
  if (hasOwn(promise, "constructor") || !isExtensible(promise)) return false;
  defineProperty(promise, "constructor", { value: EnginePromise, configurable: true });
  const isAsked = ask();
  deleteProperty(promise, "constructor");
  return isAsked;
}
