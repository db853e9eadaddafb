// Tests when a thread counts as having nothing to do.

import { expect, test } from "vitest";
import { sharedMemory } from "../../protocol/threads.ts";
import { Threads } from "./threads.ts";

/** Thread 1 of a made-up run, with nothing pending. What it would do much later is done by `wait`. */
function setUp() {
  const later: (() => void)[] = [];
  const threads = new Threads({
    record: () => undefined,
    reserve: () => undefined,
    flush: () => undefined,
    task: () => 0,
    whereabouts: () => ({}),
    onTake: () => undefined,
    onTaken: () => undefined,
    settle: (callback) => callback(),
    isIdle: () => true,
    afterTurn: (callback) => callback(),
    later: () => undefined,
    muchLater: (callback) => void later.push(callback),
  });
  threads.connect({ memory: new SharedArrayBuffer(sharedMemory.bytes), ask: () => undefined });
  const code = { text: "", map: "", names: [], sites: [] };
  const program = { ...code, entry: "cow.ts", threads: { "cow.ts": code } };
  const started = { file: "cow.ts", name: "cow", parent: 0 };
  threads.begin(
    {
      kind: "start",
      program,
      clock: { kind: "live", speed: 1 },
      threads: { part: 0, thread: 1, started },
    } as never,
    undefined,
  );
  const { shared } = threads;
  if (!shared) throw new Error("The thread has not joined.");
  shared.newThread(0);
  const wait = () => {
    for (const callback of later.splice(0)) callback();
  };
  return { threads, shared, wait };
}

test("while its top level waits, a thread is given long, because the engine may be at work for it", () => {
  const { threads, shared, wait } = setUp();
  threads.settleDown();
  expect(shared.isCalm).toBe(false);
  threads.stir();
  wait();
  expect(shared.isCalm).toBe(false);
  wait();
  expect(shared.isCalm).toBe(true);
});

test("a thread whose top level has ended is calm at once", () => {
  const { threads, shared } = setUp();
  threads.endTop();
  expect(shared.isCalm).toBe(true);
});
