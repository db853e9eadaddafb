// Observes when a promise settles. The program cannot notice: even unhandled rejections stay unhandled.

const { then, catch: handle } = Promise.prototype;

/**
 * Calls `settled` when `promise` settles, before the program's own handlers.
 * @returns the same promise
 */
export function observe<T>(promise: Promise<T>, settled: () => void): Promise<T> {
  let isUsed = false;
  /**
   * A promise rejected like `promise`, and unhandled in its place: the engine takes `promise` for handled once it is
   * observed.
   */
  let echo: Promise<never> | undefined;
  then.call(promise, settled, (reason: unknown) => {
    settled();
    if (!isUsed) echo = Promise.reject(reason);
  });
  // Code that handles a promise, `await` too, reads its `constructor` first:
  // https://tc39.es/ecma262/#sec-promise-resolve
  const get = () => {
    isUsed = true;
    if (echo) handle.call(echo, () => undefined);
    Reflect.deleteProperty(promise, "constructor");
    return promise.constructor;
  };
  return Object.defineProperty(promise, "constructor", { get, configurable: true });
}
