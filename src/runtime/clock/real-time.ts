// Real time, as the engine has it before the program can replace anything.

import type { RealTime } from "./clock.ts";

/** Engines call at once what is due later than this. */
const longest = 2 ** 31 - 1;

/** To be called before a program runs. */
export function createRealTime(): RealTime {
  const now = performance.now.bind(performance);
  const setTimer = setTimeout.bind(globalThis);
  const clearTimer = clearTimeout.bind(globalThis);
  return {
    now,
    setTimer: (callback, delay) => {
      const handle = setTimer(callback, Math.min(Math.max(0, Math.ceil(delay)), longest));
      return () => clearTimer(handle);
    },
    soon: createTurns(),
    block: (duration) => {
      // Atomics.wait would sleep instead of spinning, but needs a shared buffer, which static hosts do not grant.
      const until = now() + duration;
      while (now() < until);
    },
  };
}

/** Browsers keep nested timers waiting for 4 ms, but no messages; Node lets all else come first with setImmediate alone. */
function createTurns(): RealTime["soon"] {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };
  if (setImmediate) return (callback) => void setImmediate(callback);
  const callbacks: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => callbacks.shift()?.();
  const post = port2.postMessage.bind(port2);
  return (callback) => {
    callbacks.push(callback);
    post(undefined);
  };
}
