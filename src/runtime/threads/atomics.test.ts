// Tests what a pane does around the methods of Atomics.

import { expect, test, vi } from "vitest";
import { type WaitAsyncResult, type WaitGiven, type WaitResult, watchWaits } from "./atomics.ts";

function setUp(speed: number) {
  const wait = vi.fn((..._given: unknown[]) => "timed-out");
  const waitAsync = vi.fn((..._given: unknown[]) => ({ async: true, value: Promise.resolve("ok") }));
  const watched = { wait, waitAsync } as unknown as typeof Atomics;
  const limits: (number | undefined)[] = [];
  const told = {
    aroundWait: (_: WaitGiven, limit: number | undefined, wait: () => WaitResult) => {
      limits.push(limit);
      return wait();
    },
    aroundWaitAsync: (
      _: WaitGiven,
      limit: number | undefined,
      wait: (limit: number | undefined) => WaitAsyncResult,
    ) => wait(limit),
    speed: () => speed,
    onWaitAsync: vi.fn(),
  };
  watchWaits(told, watched);
  return { wait, told, watched, limits };
}

const cells = new Int32Array(new SharedArrayBuffer(8));

test("the time limit of a wait is of the run's clock", () => {
  const { wait, watched, limits } = setUp(4);
  expect(watched.wait(cells, 1, 0, 200)).toBe("timed-out");
  expect(limits).toEqual([200]);
  expect(wait).toHaveBeenCalledWith(cells, 1, 0, 50);
});

test("a wait without a time limit stays one, and a clock that stands still scales nothing", () => {
  const { wait, watched, limits } = setUp(0);
  watched.wait(cells, 0, 0);
  watched.wait(cells, 0, 0, Number.NaN);
  watched.wait(cells, 0, 0, 200);
  const forEver = Number.POSITIVE_INFINITY;
  expect(wait.mock.calls.map(([, , , limit]) => limit)).toEqual([forEver, forEver, 200]);
  expect(limits).toEqual([undefined, undefined, 200]);
});

test("an asynchronous wait tells whether it has a time limit", () => {
  const { told, watched } = setUp(1);
  const waitAsync = (watched as unknown as { waitAsync: (...given: unknown[]) => unknown }).waitAsync;
  waitAsync(cells, 0, 0);
  waitAsync(cells, 0, 0, 100);
  expect(told.onWaitAsync.mock.calls.map(([, , hasLimit]) => hasLimit)).toEqual([false, true]);
});
