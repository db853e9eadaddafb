// Finds the states of printed promises at the moment of printing, without the program noticing.

import { asBefore } from "../engine/as-before.ts";
import { KeptWeakMap, KeptWeakSet } from "../engine/kept.ts";
import { type PromiseState, probePromises } from "./promise-states.ts";

const pending: PromiseState = { state: "pending" };

// Kept, because the program may replace it.
const { deleteProperty } = Reflect;

/** The known states of one run's promises. */
export class PrintedPromises {
  readonly #isPending: (promise: object) => boolean;
  readonly #settled = new KeptWeakMap<object, PromiseState>();
  /** Promises that the program has awaited, or called a method of, since they were printed. */
  readonly #used = new KeptWeakSet<object>();

  /** @param isPending true if a promise is known to be pending: such a promise is not probed */
  constructor(isPending: (promise: object) => boolean) {
    this.#isPending = isPending;
  }

  /** Returns the present state, or `undefined` if the promise must be probed with `learn`. */
  stateOf(promise: object): PromiseState | undefined {
    return this.#settled.get(promise) ?? (this.#isPending(promise) ? pending : undefined);
  }

  /**
   * Probes the present states. Settled promises answer before this resolves, a microtask later.
   *
   * For the engine, a probe handles a rejection. If a promise is rejected later, its error is therefore reported as
   * unhandled, unless the program has used the promise by then.
   */
  async learn(promises: ReadonlySet<object>): Promise<ReadonlyMap<object, PromiseState>> {
    const isHandled = (promise: object) => this.#used.has(promise);
    const asked = asBefore(() => {
      const probed = probePromises([...promises], { isHandled });
      for (const promise of promises) this.#watch(promise);
      return probed;
    });
    const states = await asked;
    states.forEach((state, promise) => {
      if (state.state !== "pending") this.#settled.set(promise, state);
    });
    return states;
  }

  /** Notes the first use of a promise: then() and await read its constructor first, https://tc39.es/ecma262/#sec-promise-resolve */
  #watch(promise: object): void {
    if (Object.hasOwn(promise, "constructor") || !Object.isExtensible(promise)) return;
    const get = () => {
      this.#used.add(promise);
      deleteProperty(promise, "constructor");
      return promise.constructor;
    };
    const property = Object.setPrototypeOf({ get, configurable: true }, null);
    Reflect.defineProperty(promise, "constructor", property);
  }
}
