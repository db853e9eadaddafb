// Tests how a run that stands still is noticed.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blocking, mostThreads, sharedMemory, threadStates, turns } from "../protocol/threads.ts";
import { standstillOf } from "./deadlock.ts";
import { watchRuns } from "./run-watch.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { places, bytes } = sharedMemory;

/** A watched run of two threads: 1 is blocked, and 0 has nothing to do. */
function setUp() {
  const memory = new SharedArrayBuffer(2 * bytes);
  const part = new Int32Array(memory, bytes);
  part[places.threads] = 1;
  part[places.blocked + 1] = blocking.forEver;
  const watch = watchRuns(
    { bytes, places, states: threadStates, blocking, turns, mostThreads },
    standstillOf,
  );
  const ask = vi.fn();
  const tell = vi.fn();
  watch.begin(7, memory, 1, ask, tell);
  const answer = () => {
    part[places.answers] = ask.mock.lastCall?.[0];
  };
  return { part, watch, ask, tell, answer };
}

test("a standstill is told once, within half a second, if the thread without anything to do answers", () => {
  const { ask, tell, answer } = setUp();
  vi.advanceTimersByTime(400);
  expect(ask).toHaveBeenCalledTimes(1);
  answer();
  vi.advanceTimersByTime(100);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(tell).toHaveBeenCalledWith({ idle: [0], broken: [], events: 0 });
  vi.advanceTimersByTime(2000);
  expect(tell).toHaveBeenCalledTimes(1);
});

test("a thread that keeps control does not answer, and may wake the others yet", () => {
  const { tell } = setUp();
  vi.advanceTimersByTime(5000);
  expect(tell).not.toHaveBeenCalled();
});

test("events begin the wait anew, and the end of the first thread ends it", () => {
  const { part, watch, ask } = setUp();
  for (let event = 1; event < 20; event += 1) {
    vi.advanceTimersByTime(200);
    part[places.event] = event;
  }
  expect(ask).not.toHaveBeenCalled();
  watch.end(7);
  vi.advanceTimersByTime(2000);
  expect(ask).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
