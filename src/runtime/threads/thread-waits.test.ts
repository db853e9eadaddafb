// Tests the waits of a thread in a run with a seed: another thread may have its turn wherever a fact is recorded.

import { expect, test } from "vitest";
import { madeUpThreads } from "../../../testing/runtime/made-up-thread.ts";
import type { TraceFact } from "../../trace/events/events.ts";
import { Locks } from "./locks.ts";
import { Memories } from "./memories.ts";
import { ThreadWaits } from "./thread-waits.ts";

const never = () => {
  throw new Error("The engine's own wait would block the only thread.");
};

/**
 * A thread that waits for a cell while its value is 1.
 * @param turnOfOther what another thread does with the cells while the wait is being recorded
 */
function setUp(turnOfOther: (cells: Int32Array) => void) {
  const { main, facts } = madeUpThreads();
  const cells = new Int32Array(new SharedArrayBuffer(8));
  cells[0] = 1;
  const deadlines: number[] = [];
  const turns = {
    time: () => 100,
    waitAsync: never,
    block: (_: unknown, deadline: number) => deadlines.push(deadline) > 1,
  };
  const record = (fact: TraceFact) => {
    if (fact.kind === "block") turnOfOther(cells);
    main.record(fact);
  };
  const memories = new Memories(() => main.shared.nextMemory());
  const waits = new ThreadWaits({ ...main, record }, memories, new Locks(main, memories), turns);
  const wait = (limit?: number) => waits.around([cells, 0, 1], limit, never);
  return { wait, facts, deadlines };
}

/** A thread in turns whose asynchronous waits the test ends. */
function setUpAsync(waitAsync: (limit: number | undefined, done: (how: "ok") => void) => void) {
  const { main } = madeUpThreads();
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const memories = new Memories(() => main.shared.nextMemory());
  const waits = new ThreadWaits(main, memories, new Locks(main, memories), {
    time: () => 0,
    block: never,
    waitAsync: (_, limit, done) => waitAsync(limit, done),
  });
  return { waits, cells };
}

test("a thread whose cell was changed while its wait was recorded is not blocked: nobody would wake it", () => {
  const { wait, facts, deadlines } = setUp((cells) => Atomics.store(cells, 0, 0));
  expect(wait()).toBe("not-equal");
  expect(deadlines).toEqual([]);
  expect(facts.map(({ kind }) => kind)).toEqual(["block", "wake"]);
});

test("a thread whose cell is as before waits, for ever or until a time of the run", () => {
  const { wait, deadlines } = setUp(() => undefined);
  expect([wait(), wait(50)]).toEqual(["timed-out", "ok"]);
  expect(deadlines).toEqual([Number.NaN, 150]);
});

test("an asynchronous wait in turns is not the engine's, which only looks at the cell", async () => {
  const limits: (number | undefined)[] = [];
  const { waits, cells } = setUpAsync((limit, done) => {
    limits.push(limit);
    done("ok");
  });
  const engine = (answer: string) => (limit: number | undefined) => {
    expect(limit).toBe(0);
    return { async: false, value: answer } as const;
  };
  expect(waits.aroundAsync([cells, 0, 2], 50, engine("not-equal"))).toEqual({
    async: false,
    value: "not-equal",
  });
  expect(waits.aroundAsync([cells, 0, 1], 0, engine("timed-out")).value).toBe("timed-out");
  expect(limits).toEqual([]);
  expect(await waits.aroundAsync([cells, 0, 1], 50, engine("timed-out")).value).toBe("ok");
  expect(limits).toEqual([50]);
});
