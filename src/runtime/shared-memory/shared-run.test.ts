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

test("the newest number of an event can be taken back, an older one cannot", () => {
  const [main, other] = twoViews();
  const first = main.nextEvent();
  const second = other.nextEvent();
  expect([main.takeBackEvent(first), other.takeBackEvent(second), main.nextEvent()]).toEqual([
    false,
    true,
    second,
  ]);
});

test("a run is calm when no thread but the first has something to do, and no message is on its way", () => {
  const [main, other] = twoViews();
  expect(main.isCalm).toBe(true);
  const thread = main.newThread(0);
  expect([thread, other.isCalm]).toEqual([1, false]);
  other.setBusy(thread, false);
  main.countGiven(thread, 1);
  expect(main.isCalm).toBe(false);
  other.countGiven(thread, -1);
  other.countSent(thread, 1);
  expect(main.isCalm).toBe(false);
  main.countSent(thread, -1);
  expect(main.isCalm).toBe(true);
});

test("a terminated thread is never waited for, nor are its messages and the threads that it has started", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  const below = other.newThread(thread);
  other.countSent(thread, 1);
  expect(main.end(thread, "terminated")).toEqual([thread, below]);
  other.setBusy(below, true);
  expect(main.isCalm).toBe(true);
  expect(main.end(thread, "terminated")).toEqual([]);
});

test("messages that a thread has sent before close() are waited for", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  other.countSent(thread, 1);
  other.end(thread, "closed");
  expect(main.isCalm).toBe(false);
  main.countSent(thread, -1);
  expect(main.isCalm).toBe(true);
});

test("a thread that is started while its parent is being terminated is over at once", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  main.end(thread, "terminated");
  expect(main.isAlive(other.newThread(thread))).toBe(false);
  expect(main.isCalm).toBe(true);
});

test("a blocked thread learns who has notified its cell, and no other cell", () => {
  const [main, other] = twoViews();
  const [memory, byte] = [3, 8];
  main.block(0, { memory, byte }, true);
  other.notifies(1, { memory, byte: 12 });
  expect(main.unblock(0)).toBeUndefined();
  main.block(0, { memory, byte }, true);
  other.notifies(1, { memory, byte });
  expect(main.unblock(0)).toBe(1);
});

test("the clock is the same for all threads", () => {
  const [main, other] = twoViews();
  main.clock.begin(2, 100, 5000);
  expect([other.clock.get(), other.clock.origin]).toEqual([{ time: 0, real: 100, speed: 2 }, 5000]);
  other.clock.set({ time: 30, real: 115, speed: 0 });
  expect(main.clock.get()).toEqual({ time: 30, real: 115, speed: 0 });
});

test("a step is taken by the thread whose timer is due first, once", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  main.clock.setDue(0, 200);
  other.clock.setDue(thread, 100);
  expect([main.takeStep(0, 1), other.takeStep(thread, 1), main.takeStep(0, 1)]).toEqual([
    "another",
    "this",
    "nobody",
  ]);
});

test("two quick steps are two steps, also if each is another thread's", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  main.clock.setDue(0, 200);
  other.clock.setDue(thread, 100);
  expect([main.takeStep(0, 1), main.takeStep(0, 2)]).toEqual(["another", "another"]);
  expect(other.takeStep(thread, 1)).toBe("this");
  other.clock.setDue(thread, undefined);
  expect([other.takeStep(thread, 2), main.takeStep(0, 2)]).toEqual(["another", "this"]);
});

test("a step to nothing is not made up for later, and a blocked thread takes none", () => {
  const [main, other] = twoViews();
  const thread = main.newThread(0);
  expect(main.takeStep(0, 1)).toBe("another");
  expect(main.takeStep(0, 1)).toBe("nobody");
  main.clock.setDue(0, 100);
  other.clock.setDue(thread, 50);
  other.block(thread, { memory: 0, byte: 0 }, true);
  expect([main.takeStep(0, 2), main.takeStep(0, 2)]).toEqual(["this", "nobody"]);
});

test("too many threads are refused with a sentence", () => {
  const [main] = twoViews();
  for (let count = 0; count < mostThreads; count += 1) main.newThread(0);
  expect(() => main.newThread(0)).toThrow(`A run may start ${mostThreads} threads`);
});

test("a cleared part is 0 outside of its times, whatever place is added to it", () => {
  const part = new Int32Array(new SharedArrayBuffer(sharedMemory.bytes));
  const run = new SharedRun(part.buffer, 0, 0);
  run.clear();
  const { clock, places } = sharedMemory;
  const [from, to] = [clock.time * 2, (clock.deadlines + mostThreads + 1) * 2];
  const others = [...part.entries()].filter(([index]) => index < from || index >= to);
  expect(others.filter(([index, value]) => value !== 0 && index !== places.busy)).toEqual([]);
});
