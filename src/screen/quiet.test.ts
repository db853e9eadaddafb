// Tests of when the deck is not used.

import { afterEach, beforeEach, expect, test, vi } from "vitest";

let press = () => undefined as unknown;
let isRunning = false;

beforeEach(() => {
  vi.useFakeTimers();
  isRunning = false;
  vi.stubGlobal("addEventListener", (_: string, hear: () => void) => {
    press = hear;
  });
  vi.stubGlobal("document", { querySelector: () => (isRunning ? {} : null) });
  // Without requestIdleCallback the page counts as idle after 200 ms.
  vi.stubGlobal("window", {});
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Waits until it is quiet, and returns how long that took, in milliseconds. */
async function waited(atMost?: number): Promise<number> {
  const { quiet } = await import("./quiet.ts");
  const begin = performance.now();
  let end = begin;
  const waiting = quiet(atMost).then(() => {
    end = performance.now();
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await waiting;
  return end - begin;
}

test("a deck that nobody has used is quiet at once", async () => {
  expect(await waited()).toBe(200);
});

test("it is quiet two seconds after the last key", async () => {
  await import("./quiet.ts");
  press();
  setTimeout(press, 1500);
  expect(await waited()).toBe(3700);
});

test("it is not quiet while a program runs", async () => {
  isRunning = true;
  setTimeout(() => {
    isRunning = false;
  }, 5000);
  expect(await waited()).toBe(6200);
});

test("whoever says so waits no longer than this", async () => {
  isRunning = true;
  setTimeout(() => {
    isRunning = false;
  }, 30_000);
  expect(await waited(15_000)).toBe(15_200);
});
