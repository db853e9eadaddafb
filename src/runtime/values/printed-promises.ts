// Knows the states of promises that are printed, as they are at that moment, without the program noticing that it was asked.

import { type PromiseState, probePromises } from "./promise-states.ts";

const pending: PromiseState = { state: "pending" };

/** What is known of the promises of one run. */
export class PrintedPromises {
  readonly #isPending: (promise: object) => boolean;
  readonly #settled = new WeakMap<object, PromiseState>();
  /** Those that somebody in the program has awaited, or called a method of, since they were printed. */
  readonly #used = new WeakSet<object>();

  /** @param isPending true for a promise that is known not to have settled: it is not asked */
  constructor(isPending: (promise: object) => boolean) {
    this.#isPending = isPending;
  }

  /** The state as it is now; undefined where it has to be asked for. */
  stateOf(promise: object): PromiseState | undefined {
    return this.#settled.get(promise) ?? (this.#isPending(promise) ? pending : undefined);
  }

  /**
   * Asks for the states as they are now: those that have settled answer before this resolves, a microtask later.
   *
   * Who asks handles a rejection, for the engine. Where a promise is rejected later, the error is passed on as one that
   * nobody handled, unless the program has used the promise by then.
   */
  async learn(promises: ReadonlySet<object>): Promise<ReadonlyMap<object, PromiseState>> {
    const asked = probePromises(promises, { isHandled: (promise) => this.#used.has(promise) });
    for (const promise of promises) this.#watch(promise);
    const states = await asked;
    for (const [promise, state] of states) if (state.state !== "pending") this.#settled.set(promise, state);
    return states;
  }

  /** Whatever handles a promise, awaiting it too, asks for its constructor first: https://tc39.es/ecma262/#sec-promise-resolve */
  #watch(promise: object): void {
    if (Object.hasOwn(promise, "constructor") || !Object.isExtensible(promise)) return;
    const get = () => {
      this.#used.add(promise);
      Reflect.deleteProperty(promise, "constructor");
      return promise.constructor;
    };
    const property = Object.setPrototypeOf({ get, configurable: true }, null);
    Reflect.defineProperty(promise, "constructor", property);
  }
}
