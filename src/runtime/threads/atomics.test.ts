// Tests what a pane does around Atomics.wait.

import { expect, test, vi } from "vitest";
import { watchWaits } from "./atomics.ts";

function setUp(speed: number) {
  const wait = vi.fn((..._given: unknown[]) => "timed-out");
  const waitAsync = vi.fn((..._given: unknown[]) => ({ async: true, value: Promise.resolve("ok") }));
  const realm = { Atomics: { wait, waitAsync } } as unknown as typeof globalThis;
  const told = {
    beforeWait: vi.fn(),
    speed: () => speed,
    follow: vi.fn((promise: Promise<unknown>) => promise),
  };
  watchWaits(told, realm);
  return { wait, told, watched: realm.Atomics };
}

const cells = new Int32Array(new SharedArrayBuffer(8));

test("what happened before is told before the thread is blocked, and its time limit is of the run's clock", () => {
  const { wait, told, watched } = setUp(4);
  expect(watched.wait(cells, 1, 0, 200)).toBe("timed-out");
  expect(told.beforeWait).toHaveBeenCalledTimes(1);
  expect(wait).toHaveBeenCalledWith(cells, 1, 0, 50);
});

test("a wait without a time limit stays one, and a clock that stands still scales nothing", () => {
  const { wait, watched } = setUp(0);
  watched.wait(cells, 0, 0);
  watched.wait(cells, 0, 0, 200);
  expect(wait.mock.calls.map(([, , , limit]) => limit)).toEqual([Number.POSITIVE_INFINITY, 200]);
});

test("a run waits for an asynchronous wait only if that has a time limit", () => {
  const { told, watched } = setUp(1);
  watched.waitAsync(cells, 0, 0);
  expect(told.follow).not.toHaveBeenCalled();
  watched.waitAsync(cells, 0, 0, 100);
  expect(told.follow).toHaveBeenCalledTimes(1);
});
