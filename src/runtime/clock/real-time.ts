// Real time: the engine's own clock and timers, kept from before the program can replace them.

import { ceil, max, min } from "../engine/kept.ts";
import type { RealTime } from "./clock.ts";

/** The longest delay of a timer in milliseconds. Engines fire a timer with a longer delay at once. */
const longest = 2 ** 31 - 1;

/** Keeps the engine's clock and timers. To be called before a program runs. */
export function createRealTime(): RealTime {
  const now = performance.now.bind(performance);
  const setTimer = setTimeout.bind(globalThis);
  const clearTimer = clearTimeout.bind(globalThis);
  const { wait } = Atomics;
  const nobodysCell = globalThis.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
  return {
    now,
    setTimer: (callback, delay) => {
      const handle = setTimer(callback, min(max(0, ceil(delay)), longest));
      return () => clearTimer(handle);
    },
    soon: createTurns(),
    block: (duration) => {
      const until = now() + duration;
      // Sleeps where the host grants shared memory: several threads that block must not take each other's processor.
      if (nobodysCell) wait(nobodysCell, 0, 0, duration);
      while (now() < until);
    },
  };
}

interface Turn {
  readonly callback: () => void;
  next: Turn | undefined;
}

/**
 * Returns a function that schedules a turn. In browsers it posts a message, because they delay nested timers by 4 ms. In
 * Node it is setImmediate, the only one there that lets everything else come first.
 */
function createTurns(): RealTime["soon"] {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };
  if (setImmediate) return (callback) => void setImmediate(callback);
  let first: Turn | undefined;
  let last: Turn | undefined;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const turn = first;
    first = turn?.next;
    turn?.callback();
  };
  const post = port2.postMessage.bind(port2);
  return (callback) => {
    post(undefined);
    const turn: Turn = { callback, next: undefined };
    if (first && last) last.next = turn;
    else first = turn;
    last = turn;
  };
}
