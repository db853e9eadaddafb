// Tests what the threads of a run share.

import { expect, test } from "vitest";
import { mostThreads, sharedMemory } from "../../protocol/threads.ts";
import { SharedRun } from "./shared-run.ts";

/** The same run, seen from two threads. */
function twoViews(): [SharedRun, SharedRun] {
  const memory = new SharedArrayBuffer(2 * sharedMemory.bytes);
  const views: [SharedRun, SharedRun] = [new SharedRun(memory, 1), new SharedRun(memory, 1)];
  views[0].clear();
  return views;
}

test("events of all threads count from 0 without gaps", () => {
  const [main, other] = twoViews();
  expect([main.nextEvent(), other.nextEvent(), main.nextEvent(), other.events]).toEqual([0, 1, 2, 3]);
});

test("a run is calm when no thread that lives has a reason to do anything", () => {
  const [main, other] = twoViews();
  expect(main.isCalm).toBe(true);
  const thread = main.newThread(0);
  expect([thread, other.isCalm]).toEqual([1, false]);
  other.calmer(thread);
  main.busier(0);
  expect(main.isCalm).toBe(false);
  main.calmer(0);
  expect(main.isCalm).toBe(true);
});

test("a thread that is over is never waited for, nor are the threads that it has started", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  const below = other.newThread(thread);
  main.end(thread);
  other.busier(below);
  expect(main.isCalm).toBe(true);
});

test("the clock is the same for all threads", () => {
  const [main, other] = twoViews();
  main.begin(2, 100, 5000);
  expect([other.get(), other.origin]).toEqual([{ time: 0, real: 100, speed: 2 }, 5000]);
  other.set({ time: 30, real: 115, speed: 0 });
  expect(main.get()).toEqual({ time: 30, real: 115, speed: 0 });
});

test("a step is taken by the thread whose timer is due first, once", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  main.setDue(0, 200);
  other.setDue(thread, 100);
  expect([main.takesStep(0, 1), other.takesStep(thread, 1)]).toEqual([false, true]);
  other.setDue(thread, undefined);
  expect([main.takesStep(0, 1), other.takesStep(thread, 2), main.takesStep(0, 2)]).toEqual([
    false,
    false,
    true,
  ]);
});

test("too many threads are refused with a sentence", () => {
  const [main] = twoViews();
  for (let count = 0; count < mostThreads; count += 1) main.newThread(0);
  expect(() => main.newThread(0)).toThrow(`A run may start ${mostThreads} threads`);
});
