// Hands over the results of background work in the order of the calls, whichever is done first.

import { KeptSet } from "../engine/kept.ts";

const { then } = Promise.prototype;

interface Result {
  /** Settles the program's promise with the result; `undefined` until the result is there. */
  settle: (() => void) | undefined;
}

/** The results of one run. */
export class OrderedResults {
  /** The results that have not been handed over, in the order of the calls. */
  readonly #results = new KeptSet<Result>();

  /**
   * @param onDone called when the result is there and `handOver` can hand it over
   * @returns the promise that the program gets instead of `promise`
   */
  add(promise: Promise<unknown>, onDone: () => void): Promise<unknown> {
    const result: Result = { settle: undefined };
    this.#results.add(result);
    return new Promise((resolve, reject) => {
      const hold =
        <T>(settle: (with_: T) => void) =>
        (value: T) => {
          result.settle = () => settle(value);
          onDone();
        };
      then.call(promise, hold(resolve), hold(reject));
    });
  }

  /** Hands over the first result that is there. Returns false if there is none. */
  handOver(): boolean {
    for (const result of this.#results) {
      if (!result.settle) continue;
      this.#results.delete(result);
      result.settle();
      return true;
    }
    return false;
  }
}
