// Tests who gets control next in a run with a seed. The threads are played by one: a thread that would wait is not entered.

import { expect, test } from "vitest";
import { mostAsyncWaits, sharedMemory, turns as states, threadStates } from "../../protocol/threads.ts";
import { SharedRun } from "./shared-run.ts";

const { places } = sharedMemory;

/** A run of three threads, of which 0 has control. Threads 1 and 2 wait for `park`. */
function setUp(seed: number) {
  const memory = new SharedArrayBuffer(sharedMemory.bytes);
  const part = new Int32Array(memory);
  const run = new SharedRun(memory, 0, 0);
  run.clear();
  run.clock.begin(0, 0, 0);
  run.turns.begin(seed);
  for (const thread of [1, 2]) {
    run.newThread(0);
    run.turns.add(thread);
  }
  const park = (thread: number, how: keyof typeof states) => {
    part[places.parked + thread] = states[how];
  };
  /** Thread 0 ends its turn. Returns who has control then. */
  const next = () => {
    run.turns.leave();
    return part[places.turn];
  };
  return { run, park, next, part };
}

test("one of the threads that can go on gets control; the seed says which", () => {
  const drawn = (seed: number) => {
    const { next } = setUp(seed);
    return Array.from({ length: 12 }, next);
  };
  expect(drawn(7)).toEqual(drawn(7));
  expect(new Set(drawn(7))).toEqual(new Set([1, 2]));
  expect(drawn(8)).not.toEqual(drawn(7));
});

test("a thread that closes itself goes on until it has left, a terminated one does not", () => {
  const { run, next } = setUp(1);
  run.end(1, "closed");
  run.end(2, "terminated");
  expect(Array.from({ length: 4 }, next)).toEqual([1, 1, 1, 1]);
});

test("an idle thread gets control if it has a message, else when its timer is due, and the clock jumps there", () => {
  const { run, park, next } = setUp(1);
  park(1, "idle");
  park(2, "idle");
  run.clock.setDue(2, 300);
  run.countGiven(1, 1);
  expect([next(), run.clock.get().time]).toEqual([1, 0]);
  run.countGiven(1, -1);
  expect([next(), run.clock.get().time]).toEqual([2, 300]);
});

test("nobody can do anything: the first thread gets control", () => {
  const { park, next } = setUp(1);
  park(1, "idle");
  park(2, "blocked");
  expect(next()).toBe(0);
});

test("a terminated thread gets no control, and its messages wake nobody", () => {
  const { run, park, next } = setUp(1);
  park(2, "idle");
  run.countSent(1, 1);
  run.end(1, "terminated");
  expect(next()).toBe(0);
});

test("those that have waited longest for a cell are woken first", () => {
  const { run, park, part } = setUp(1);
  for (const thread of [1, 2]) {
    park(thread, "blocked");
    part[places.memory + thread] = 5;
    part[places.byte + thread] = 8;
    part[places.since + thread] = 10 - thread;
  }
  expect(run.turns.wake({ memory: 5, byte: 4 }, 1)).toBe(0);
  expect(run.turns.wake({ memory: 5, byte: 8 }, 1)).toBe(1);
  expect([part[places.parked + 1], part[places.parked + 2]]).toEqual([states.blocked, states.runnable]);
});

test("an asynchronous wait is woken in its order with the others, and its idle thread gets control then", () => {
  const { run, park, next, part } = setUp(1);
  const cell = { memory: 5, byte: 8 };
  const { asyncWaits, nextWait } = run.turns;
  const first = asyncWaits.begin(1, cell, nextWait());
  park(1, "idle");
  park(2, "blocked");
  part[places.memory + 2] = 5;
  part[places.byte + 2] = 8;
  part[places.since + 2] = nextWait();
  const second = asyncWaits.begin(1, cell, nextWait());
  expect(next()).toBe(0);
  expect(run.turns.wake(cell, 1)).toBe(1);
  expect([part[places.notified + 2], run.isCalm, next()]).toEqual([0, false, 1]);
  expect([asyncWaits.giveUp(first), asyncWaits.take(1), asyncWaits.take(1)]).toEqual([
    false,
    first,
    undefined,
  ]);
  expect(run.turns.wake(cell, 9)).toBe(2);
  expect([part[places.notified + 2], asyncWaits.take(1)]).toEqual([1, second]);
});

test("an asynchronous wait that was given up is woken by nobody; too many are refused in a sentence", () => {
  const { run } = setUp(1);
  const cell = { memory: 5, byte: 8 };
  const { asyncWaits, nextWait } = run.turns;
  const begin = () => asyncWaits.begin(1, cell, nextWait());
  expect(asyncWaits.giveUp(begin())).toBe(true);
  expect(run.turns.wake(cell, 1)).toBe(0);
  for (let count = 0; count < mostAsyncWaits; count += 1) begin();
  expect(begin).toThrow("At most 64 asynchronous waits (Atomics.waitAsync) may go on at once");
});

test("the places of a thread that has ended may be used again", () => {
  const { run, part } = setUp(1);
  const { asyncWaits, nextWait } = run.turns;
  const begin = (thread: number) => asyncWaits.begin(thread, { memory: 5, byte: 8 }, nextWait());
  for (let count = 0; count < mostAsyncWaits; count += 1) begin(1);
  expect(() => begin(2)).toThrow("At most 64 asynchronous waits");
  part[places.states + 1] = threadStates.terminated;
  expect(begin(2)).toBe(0);
});
