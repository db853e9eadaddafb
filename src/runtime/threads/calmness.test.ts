// Tests when a thread counts as having nothing to do.

import { expect, test } from "vitest";
import { madeUpThreads } from "../../../testing/runtime/made-up-thread.ts";
import { Calmness } from "./calmness.ts";

/** Thread 1 of a made-up run, with nothing pending. What it would do later is done by `wait`. */
function setUp({ isInTurns = false } = {}) {
  const callbacks: (() => void)[] = [];
  const later = (callback: () => void) => void callbacks.push(callback);
  const { main, other } = madeUpThreads();
  const { shared } = main;
  let isIdle = true;
  const calmness = new Calmness({
    shared: other.shared,
    thread: 1,
    isInTurns,
    isIdle: () => isIdle,
    settle: (callback) => callback(),
    later,
    muchLater: (callback) => later(callback),
  });
  const wait = () => {
    for (const callback of callbacks.splice(0)) callback();
  };
  const setIdle = (value: boolean) => {
    isIdle = value;
  };
  return { calmness, shared, wait, setIdle };
}

test("while its top level waits, a thread is given long, because the engine may be at work for it", () => {
  const { calmness, shared, wait } = setUp();
  calmness.settleDown();
  expect(shared.isCalm).toBe(false);
  calmness.stir();
  wait();
  expect(shared.isCalm).toBe(false);
  wait();
  expect(shared.isCalm).toBe(true);
});

test("a thread whose top level has ended is calm once it has recorded nothing for a moment", () => {
  const { calmness, shared, wait } = setUp();
  calmness.endTop();
  calmness.stir();
  calmness.settleDown();
  expect(shared.isCalm).toBe(false);
  wait();
  expect(shared.isCalm).toBe(false);
  wait();
  expect(shared.isCalm).toBe(true);
});

test("a thread whose top level ends while it is given long is given no longer than a moment", () => {
  const { calmness, shared, wait } = setUp();
  calmness.settleDown();
  calmness.endTop();
  wait();
  expect(shared.isCalm).toBe(true);
});

test("a thread that takes turns is calm at once, because no other runs while the engine is at work for it", () => {
  const { calmness, shared } = setUp({ isInTurns: true });
  calmness.settleDown();
  expect(shared.isCalm).toBe(true);
});

test("a calm thread has something to do again before its next event", () => {
  const { calmness, shared, wait, setIdle } = setUp();
  calmness.endTop();
  wait();
  setIdle(false);
  calmness.stir();
  wait();
  expect(shared.isCalm).toBe(false);
  setIdle(true);
  calmness.settleDown();
  wait();
  expect(shared.isCalm).toBe(true);
});

test("who asks whether all are calm while one is not, is called back once, however often it asks", () => {
  const { calmness, wait } = setUp();
  let calls = 0;
  const again = () => {
    calls += 1;
  };
  expect(calmness.isCommon(again)).toBe(false);
  expect(calmness.isCommon(again)).toBe(false);
  wait();
  expect(calls).toBe(1);
  calmness.endTop();
  wait();
  expect(calmness.isCommon(again)).toBe(true);
});
