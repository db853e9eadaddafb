// Real time whose timers fire only if a test fires them: how busy the machine is then changes nothing.

import type { RealTime } from "../../src/runtime/clock/clock.ts";
import { createRealTime } from "../../src/runtime/clock/real-time.ts";

export interface HandFiredTime extends RealTime {
  /** The delays of all timers that were set, in milliseconds. */
  readonly delays: readonly number[];
  /** The number of calls of `soon`. */
  readonly turns: number;
  /** Fires each pending timer, and each timer that is set until the promise settles. Settles as the promise does. */
  fireUntil<T>(promise: Promise<T>): Promise<T>;
}

/** Returns real time with turns of the event loop as usual, and with timers that wait for `fireUntil`. */
export function createHandFiredTime(): HandFiredTime {
  const real = createRealTime();
  const pending = new Set<() => void>();
  const delays: number[] = [];
  let turns = 0;
  let isFiring = false;
  const fire = () => {
    if (!isFiring) return;
    const callbacks = [...pending];
    pending.clear();
    for (const callback of callbacks) callback();
  };
  return {
    ...real,
    delays,
    get turns() {
      return turns;
    },
    setTimer: (callback, delay) => {
      delays.push(delay);
      pending.add(callback);
      real.soon(fire);
      return () => void pending.delete(callback);
    },
    soon: (callback) => {
      turns += 1;
      real.soon(callback);
    },
    fireUntil: (promise) => {
      isFiring = true;
      real.soon(fire);
      return promise.finally(() => {
        isFiring = false;
      });
    },
  };
}
