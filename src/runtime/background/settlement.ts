// Learns when a promise settles, so that nobody can tell: not even whether its rejection is handled changes.

const { then, catch: handle } = Promise.prototype;

/**
 * Calls `settled` when `promise` settles, before the program hears of it.
 * @returns the promise
 */
export function observe<T>(promise: Promise<T>, settled: () => void): Promise<T> {
  let isUsed = false;
  /** Rejected like `promise` and unhandled in its place: once it is observed, the engine takes it for handled. */
  let echo: Promise<never> | undefined;
  then.call(promise, settled, (reason: unknown) => {
    settled();
    if (!isUsed) echo = Promise.reject(reason);
  });
  // Whatever handles a promise, awaiting it too, asks for its constructor first: https://tc39.es/ecma262/#sec-promise-resolve
  const get = () => {
    isUsed = true;
    if (echo) handle.call(echo, () => undefined);
    Reflect.deleteProperty(promise, "constructor");
    return promise.constructor;
  };
  return Object.defineProperty(promise, "constructor", { get, configurable: true });
}
