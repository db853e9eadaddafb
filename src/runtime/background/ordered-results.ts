// Results of what the engine does in the background, handed over in the order of the calls, whoever of them is done first.

const { then } = Promise.prototype;

interface Result {
  /** Hands it over; undefined until it is there. */
  settle: (() => void) | undefined;
}

export class OrderedResults {
  /** In the order of the calls. */
  readonly #results = new Set<Result>();

  /**
   * @param onDone told when the result is there, to be handed over by `handOver`
   * @returns what the program gets in place of `promise`
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

  /** Hands over the first result that is there; false where none is. */
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
