// Replaces methods of `Atomics`: waits go by the run's clock, and what a program does with locks is told.

import { define } from "../engine/define.ts";
import { max, toNumber } from "../engine/kept.ts";

export interface WaitingOptions {
  /** Calls `wait`, which may block the thread. `limit` is in milliseconds of the run's clock; `undefined` if there is none. */
  readonly aroundWait: (given: WaitGiven, limit: number | undefined, wait: () => WaitResult) => WaitResult;
  /** The speed of the run's clock; 0 while it stands still. */
  readonly speed: () => number;
  /**
   * Calls `wait`, which begins an asynchronous wait with this limit.
   * @param limit as for `aroundWait`
   */
  readonly aroundWaitAsync: (
    given: WaitGiven,
    limit: number | undefined,
    wait: (limit: number | undefined) => WaitAsyncResult,
  ) => WaitAsyncResult;
  /** Called with the promise of an asynchronous wait that has begun. */
  readonly onWaitAsync: (given: WaitGiven, promise: Promise<string>, hasLimit: boolean) => void;
}

/** What a wait is for: an element of an array, as long as it has this value. */
export type WaitGiven = readonly [array: Int32Array, index: number, value: number];
export type WaitResult = ReturnType<typeof Atomics.wait>;

type Wait = (array: Int32Array, index: number, value: number, timeout?: number) => WaitResult;
type WaitAsync = (...given: Parameters<Wait>) => WaitAsyncResult;
export type WaitAsyncResult =
  | { readonly async: false; readonly value: string }
  | { readonly async: true; readonly value: Promise<string> };

/** Replaces `Atomics.wait` and `Atomics.waitAsync`. Their time limits are milliseconds on the run's clock. */
export function watchWaits(
  { aroundWait, aroundWaitAsync, speed, onWaitAsync }: WaitingOptions,
  atomics: Atomics = Atomics,
): void {
  const engine = atomics as unknown as { readonly wait: Wait; readonly waitAsync?: WaitAsync };
  const { wait, waitAsync } = engine;
  const real = (limit: number | undefined) =>
    limit === undefined ? Number.POSITIVE_INFINITY : limit / (speed() || 1);
  const watched = {
    wait(array: Int32Array, index: number, value: number, timeout?: number): WaitResult {
      const limit = limitOf(timeout);
      return aroundWait([array, index, value], limit, () => wait(array, index, value, real(limit)));
    },
    waitAsync(array: Int32Array, index: number, value: number, timeout?: number): ReturnType<WaitAsync> {
      const limit = limitOf(timeout);
      const engineWait = waitAsync ?? unsupported;
      const result = aroundWaitAsync([array, index, value], limit, (within) =>
        engineWait(array, index, value, real(within)),
      );
      if (result.async) onWaitAsync([array, index, value], result.value, limit !== undefined);
      return result;
    },
  };
  define(atomics, "wait", watched.wait);
  if (waitAsync) define(atomics, "waitAsync", watched.waitAsync);
}

/** What the engine makes of a time limit: https://tc39.es/ecma262/#sec-dowait */
function limitOf(timeout: unknown): number | undefined {
  const limit = toNumber(timeout);
  // NaN is no limit, either.
  return limit < Number.POSITIVE_INFINITY ? max(limit, 0) : undefined;
}

function unsupported(): never {
  throw new TypeError("Atomics.waitAsync is not a function");
}

/** What is told of the calls that locks are made of. */
export interface LockingOptions {
  /** True while a thread may hold a lock: only then `willChange` is called. */
  readonly mayBeHeld: () => boolean;
  /** Called before an element gets another value. */
  readonly willChange: (array: unknown, index: unknown, value: unknown) => void;
  /** Called when a compareExchange or an exchange has changed an element. */
  readonly hasChanged: (array: unknown, index: unknown, from: unknown, to: unknown) => void;
  /** Calls `notify`, which returns how many waits it has ended. */
  readonly aroundNotify: (array: unknown, index: unknown, count: unknown, notify: () => number) => number;
  /** Called before each of these methods, if another thread may get control there. */
  readonly before?: (() => void) | undefined;
}

/** Replaces the methods of `Atomics` that take locks, release them and wake others. Adding must stay cheap. */
export function watchLocking(told: LockingOptions, atomics: Atomics = Atomics): void {
  const { compareExchange, exchange, load, store, add, sub, and, or, xor, notify } = atomics;
  const { mayBeHeld, willChange, hasChanged, aroundNotify, before } = told;
  const watched = {
    compareExchange(array: Int32Array, index: number, expected: number, value: number): number {
      before?.();
      if (mayBeHeld() && load(array, index) === expected) willChange(array, index, value);
      const was = compareExchange(array, index, expected, value);
      if (was === expected && was !== value) hasChanged(array, index, was, value);
      return was;
    },
    exchange(array: Int32Array, index: number, value: number): number {
      before?.();
      if (mayBeHeld()) willChange(array, index, value);
      const was = exchange(array, index, value);
      if (was !== value) hasChanged(array, index, was, value);
      return was;
    },
    store(array: Int32Array, index: number, value: number): number {
      before?.();
      if (mayBeHeld()) willChange(array, index, value);
      return store(array, index, value);
    },
    add(array: Int32Array, index: number, value: number): number {
      before?.();
      if (mayBeHeld()) willChange(array, index, load(array, index) + value);
      return add(array, index, value);
    },
    sub(array: Int32Array, index: number, value: number): number {
      before?.();
      if (mayBeHeld()) willChange(array, index, load(array, index) - value);
      return sub(array, index, value);
    },
    and(array: Int32Array, index: number, value: number): number {
      before?.();
      if (mayBeHeld()) willChange(array, index, load(array, index) & value);
      return and(array, index, value);
    },
    or(array: Int32Array, index: number, value: number): number {
      // It makes no cell 0 that is not 0, so it releases nothing.
      before?.();
      return or(array, index, value);
    },
    xor(array: Int32Array, index: number, value: number): number {
      before?.();
      if (mayBeHeld()) willChange(array, index, load(array, index) ^ value);
      return xor(array, index, value);
    },
    notify(array: Int32Array, index: number, count?: number): number {
      return aroundNotify(array, index, count, () => notify(array, index, count));
    },
  };
  for (const [name, value] of Object.entries(watched)) define(atomics, name, value);
}
