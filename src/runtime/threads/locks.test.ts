// Tests which calls of Atomics count as taking and releasing a lock.

import { expect, test } from "vitest";
import { madeUpThreads } from "../../../testing/runtime/made-up-thread.ts";
import { watchLocking } from "./atomics.ts";
import { Locks } from "./locks.ts";
import { Memories } from "./memories.ts";
import type { ThreadSelf } from "./thread-self.ts";
import { ThreadWaits } from "./thread-waits.ts";

/** The methods of Atomics of a thread, watched. */
function watched(thread: ThreadSelf, memories: Memories) {
  const locks = new Locks(thread, memories);
  const { aroundNotify } = new ThreadWaits(thread, memories, locks);
  const atomics = Object.defineProperties({}, Object.getOwnPropertyDescriptors(Atomics)) as Atomics;
  watchLocking({ ...locks, aroundNotify }, atomics);
  return { locks, atomics };
}

/** A thread whose methods of Atomics are watched, and what it has told. */
function setUp() {
  const { main, facts } = madeUpThreads();
  const { locks, atomics } = watched(main, new Memories(() => main.shared.nextMemory()));
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

test("a thread may release what another one holds, who then holds nothing and can take it again", () => {
  const { main, other, facts } = madeUpThreads();
  const [ours, theirs] = [main, other].map(({ shared }) => new Memories(() => shared.nextMemory()));
  const cells = new Int32Array(new SharedArrayBuffer(16));
  if (!ours || !theirs) throw new Error("There are two threads.");
  theirs.learn(cells, ours.numbersIn(cells) ?? []);
  const [holder, releaser] = [watched(main, ours).atomics, watched(other, theirs).atomics];
  holder.compareExchange(cells, 1, 0, 1);
  releaser.store(cells, 0, 0);
  releaser.store(cells, 1, 0);
  holder.store(cells, 1, 0);
  holder.compareExchange(cells, 1, 0, 1);
  releaser.sub(cells, 1, 1);
  expect(facts.map((fact) => [fact.kind, "worker" in fact && fact.worker])).toEqual([
    [taken, 0],
    [released, 1],
    [taken, 0],
    [released, 1],
  ]);
});

test("a thread that holds more locks than others can see releases them all the same", () => {
  const { atomics, told } = setUp();
  const many = new Int32Array(new SharedArrayBuffer(40));
  for (let index = 0; index < 10; index += 1) atomics.compareExchange(many, index, 0, 1);
  for (let index = 0; index < 10; index += 1) atomics.store(many, index, 0);
  expect(told()).toEqual([...Array(10).fill(taken), ...Array(10).fill(released)]);
});
