// Lets a thread wait in Atomics.wait without keeping from the viewer what it did before.

export interface WaitingOptions {
  /** Called before the thread may be blocked. */
  readonly beforeWait: () => void;
  /** The speed of the run's clock; 0 while it stands still. */
  readonly speed: () => number;
  /** Notes work that ends without the program, and returns the promise that the program gets. */
  readonly follow: (promise: Promise<unknown>) => Promise<unknown>;
}

type Wait = (
  array: Int32Array,
  index: number,
  value: number,
  timeout?: number,
) => ReturnType<typeof Atomics.wait>;
type WaitAsync = (
  ...given: Parameters<Wait>
) =>
  | { readonly async: false; readonly value: string }
  | { readonly async: true; readonly value: Promise<string> };

/** Replaces `Atomics.wait` and `Atomics.waitAsync`. Their time limits are milliseconds on the run's clock. */
export function watchWaits({ beforeWait, speed, follow }: WaitingOptions, realm = globalThis): void {
  const { Atomics: atomics } = realm as unknown as { Atomics: { wait: Wait; waitAsync?: WaitAsync } };
  const { wait, waitAsync } = atomics;
  const real = (timeout: number | undefined) =>
    timeout === undefined ? Number.POSITIVE_INFINITY : timeout / (speed() || 1);
  const watched = {
    wait(...[array, index, value, timeout]: Parameters<Wait>): ReturnType<Wait> {
      beforeWait();
      return Reflect.apply(wait, atomics, [array, index, value, real(timeout)]);
    },
    waitAsync(...[array, index, value, timeout]: Parameters<Wait>): ReturnType<WaitAsync> {
      const result: ReturnType<WaitAsync> = Reflect.apply(waitAsync ?? unsupported, atomics, [
        array,
        index,
        value,
        real(timeout),
      ]);
      // Without a time limit it may never end, and a run does not wait for what may never end.
      if (result.async && timeout !== undefined && Number.isFinite(Number(timeout)))
        void follow(result.value);
      return result;
    },
  };
  replace(atomics, "wait", watched.wait);
  if (waitAsync) replace(atomics, "waitAsync", watched.waitAsync);
}

function unsupported(): never {
  throw new TypeError("Atomics.waitAsync is not a function");
}

function replace(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
