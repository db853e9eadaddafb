// Tests which calls of Atomics count as taking and releasing a lock.

import { expect, test } from "vitest";
import { madeUpThreads } from "../../../testing/runtime/made-up-thread.ts";
import { watchLocking } from "./atomics.ts";
import { Locks } from "./locks.ts";
import { Memories } from "./memories.ts";
import { ThreadWaits } from "./thread-waits.ts";

/** A thread whose methods of Atomics are watched, and what it has told. */
function setUp() {
  const { main, facts } = madeUpThreads();
  const memories = new Memories(() => main.shared.nextMemory());
  const locks = new Locks(main, memories);
  const { aroundNotify } = new ThreadWaits(main, memories, locks);
  const atomics = Object.defineProperties({}, Object.getOwnPropertyDescriptors(Atomics)) as Atomics;
  watchLocking({ ...locks, aroundNotify }, atomics);
  const told = () => facts.map(({ kind }) => kind);
  return {
    atomics,
    locks,
    facts,
    told,
    shared: main.shared,
    cells: new Int32Array(new SharedArrayBuffer(16)),
  };
}

const taken = "lock-taken";
const released = "lock-released";

test("a mutex of compareExchange and store is seen, with its cell", () => {
  const { atomics, facts, cells } = setUp();
  atomics.compareExchange(cells, 2, 0, 1);
  atomics.compareExchange(cells, 2, 0, 1);
  atomics.store(cells, 2, 0);
  const where = {
    worker: 0,
    task: 0,
    on: { memory: 0, byte: 8 },
    place: { file: "cow.ts", line: 1, column: 1 },
  };
  expect(facts).toEqual([
    { kind: taken, ...where },
    { kind: released, ...where },
  ]);
});

test("other ways to lock are seen too: exchange, sub, and a value that says that others wait", () => {
  const { atomics, told, cells } = setUp();
  atomics.exchange(cells, 0, 2);
  atomics.exchange(cells, 0, 0);
  atomics.compareExchange(cells, 1, 0, 1);
  atomics.sub(cells, 1, 1);
  atomics.compareExchange(cells, 1, 0, 1);
  atomics.compareExchange(cells, 1, 1, 0);
  expect(told()).toEqual([taken, released, taken, released, taken, released]);
});

test("a lock may be given back by and and xor; or gives nothing back", () => {
  const { atomics, told, cells } = setUp();
  atomics.exchange(cells, 0, 1);
  atomics.or(cells, 0, 2);
  expect(told()).toEqual([taken]);
  atomics.and(cells, 0, 0);
  atomics.exchange(cells, 0, 1);
  atomics.xor(cells, 0, 1);
  expect(told()).toEqual([taken, released, taken, released]);
  expect(cells[0]).toBe(0);
});

test("a release is told before the cell is free, so that the next holder comes later", () => {
  const { atomics, facts, cells } = setUp();
  atomics.compareExchange(cells, 0, 0, 1);
  const atRelease: number[] = [];
  const push = facts.push.bind(facts);
  facts.push = (...added) => {
    atRelease.push(cells[0] ?? Number.NaN);
    return push(...added);
  };
  atomics.store(cells, 0, 0);
  expect(atRelease).toEqual([1]);
});

test("counters, stores and memory that is not shared are no locks", () => {
  const { atomics, told, cells } = setUp();
  const own = new Int32Array(2);
  for (let count = 0; count < 10; count += 1) atomics.add(cells, 0, 1);
  atomics.store(cells, 1, 1);
  atomics.compareExchange(cells, 1, 1, 2);
  atomics.compareExchange(own, 0, 0, 1);
  expect(told()).toEqual([]);
  expect([cells[0], cells[1], own[0]]).toEqual([10, 2, 1]);
});

test("a run that takes locks without end tells of so many, and of those that a thread keeps when it blocks", () => {
  const { atomics, told, locks, shared, cells } = setUp();
  for (let count = 0; count < 70_000; count += 1) shared.tellsFact();
  atomics.compareExchange(cells, 0, 0, 1);
  expect(told()).toEqual([]);
  locks.tellHeld();
  locks.tellHeld();
  expect(told()).toEqual([taken]);
});
