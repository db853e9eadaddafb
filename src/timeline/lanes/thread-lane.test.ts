// Tests of the lanes of threads and locks, and of the links between them.

import { describe, expect, test } from "vitest";
import { groupOf } from "../../../testing/timeline/made-up-pictures.ts";
import type { Timed } from "../../../testing/trace/made-up-events.ts";
import { suspend, taskStart, traceOf } from "../../../testing/trace/made-up-events.ts";
import {
  block,
  cowAndPig,
  cycle,
  inTurns,
  unhappyCow,
  wake,
} from "../../../testing/trace/made-up-threads.ts";
import { keyOf } from "./lane-items.ts";
import { laneItems } from "./lane-tree.ts";
import type { LockLane } from "./lock-lane.ts";
import type { ThreadLane } from "./thread-lane.ts";

/** High enough for words in the bars. */
const size = { width: 1180, height: 600 };

function group(facts: readonly Timed[]) {
  return groupOf({ label: "a", trace: traceOf(...facts) }, undefined, size);
}

function threadLane(facts: readonly Timed[], worker: number): ThreadLane {
  const lane = group(facts).lanes.find(({ key }) => key === `thread-${worker}`);
  if (lane?.kind !== "thread") throw new Error(`There is no lane of thread ${worker}.`);
  return lane;
}

function lockLane(facts: readonly Timed[]): LockLane {
  const [lane] = group(facts).lanes;
  if (lane?.kind !== "lock") throw new Error("The first lane is not that of a lock.");
  return lane;
}

describe("the lanes of a program with threads", () => {
  test("are its locks and its threads, and below each thread its tasks", () => {
    const trace = traceOf(
      ...inTurns.slice(0, 8),
      [21, { ...taskStart(3, "speak()", "coroutine", 1), worker: 1 }],
      [22, suspend(3)],
      [23, { ...taskStart(4, "hear()"), worker: 2 }],
    );
    expect(laneItems(trace).map((item) => `${"depth" in item ? item.depth : ""} ${keyOf(item)}`)).toEqual([
      "0 lock-0-0",
      "0 thread-0",
      "0 thread-1",
      "1 task-3",
      "0 thread-2",
      "1 task-4",
    ]);
  });
});

describe("a thread's lane", () => {
  test("begins with its start, runs, is blocked and runs again, at the times of the trace", () => {
    const { starting, life, parts, marks } = threadLane(inTurns, 2);
    const unit = life.width / (96 - 12);
    expect(Math.round(starting.width / unit)).toBe(10);
    expect(
      parts.blocks.flatMap(({ extents }) => extents).map(({ width }) => Math.round(width / unit)),
    ).toEqual([13, 35]);
    expect(parts.blocked.map(({ width }) => Math.round(width / unit))).toEqual([35]);
    expect(marks.map(({ end }) => end)).toEqual(["ended"]);
  });

  test("overlaps with the lanes of threads that run at the same time", () => {
    const [cow, pig] = [threadLane(inTurns, 1), threadLane(inTurns, 2)];
    const [first] = cow.parts.blocks.flatMap(({ extents }) => extents);
    const [second] = pig.parts.blocks.flatMap(({ extents }) => extents);
    expect(first && second && second.x < first.x + first.width).toBe(true);
  });

  test("says in its bar what it waits for, and at which line if there is room", () => {
    expect(threadLane(inTurns, 2).words.map(({ text }) => text)).toEqual(["the lock · line 4 of speak.ts"]);
  });

  test("keeps long waits apart that follow each other, and joins short ones to their neighbour", () => {
    const waits: Timed[] = [
      [100, block(1, 1)],
      [1000, wake(1)],
      [1000, block(1, 1)],
      [1900, wake(1)],
      [1900, block(1, 1)],
      [1901, wake(1)],
      [2000, { kind: "run-end", outcome: { kind: "finished" } }],
    ];
    const { parts, words } = threadLane([...cowAndPig, ...waits], 1);
    expect(parts.blocked.map(({ piece }) => piece?.from)).toEqual([100, 1000]);
    expect(words).toHaveLength(2);
  });

  test("ends at the error of a thread that failed, and says never for one that is blocked for ever", () => {
    const cow = threadLane(unhappyCow, 1);
    expect(cow.marks.map(({ end, note }) => [end, note?.text])).toEqual([["failed", "failed"]]);
    expect(cow.never).toBeUndefined();
    expect(threadLane(unhappyCow, 2).never?.text).toBe("never");
  });

  test("says who was terminated", () => {
    const lane = threadLane(
      [...cowAndPig, [50, { kind: "thread-end", worker: 1, how: "terminated", by: 0 }]],
      1,
    );
    expect(lane.marks.map(({ end, note }) => [end, note?.text])).toEqual([["terminated", "terminated"]]);
  });
});

describe("a lock's lane", () => {
  test("shows by name and extent who held it", () => {
    const { blocks, words, never } = lockLane(inTurns);
    expect(blocks.flatMap(({ extents }) => extents)).toHaveLength(2);
    expect(words.map(({ text }) => text)).toEqual(["cow", "pig"]);
    expect(never).toBeUndefined();
  });

  test("says never if it is never released, and there is one lane for each lock", () => {
    expect(lockLane(unhappyCow).never?.text).toBe("never");
    expect(group(cycle).lanes.flatMap(({ kind, ...lane }) => (kind === "lock" ? [lane.key] : []))).toEqual([
      "lock-0-0",
      "lock-0-4",
    ]);
  });
});

describe("links", () => {
  test("lead from the starter to the thread, from sender to taker, and from the waker to the woken", () => {
    const { links, lanes } = group([
      ...inTurns.slice(0, 8),
      [22, { kind: "message-sent", message: 0, worker: 1, task: 1, to: 2 }],
      [24, { kind: "message-taken", message: 0, worker: 2 }],
      ...inTurns.slice(9, 12),
    ]);
    const laneAt = (y: number) =>
      lanes.find((lane) => y > lane.y - 1 && y < lane.y + lane.height + 1)?.key.replace("thread-", "");
    expect(links.map(({ x1, x2, y1, y2 }) => [laneAt(y1), laneAt(y2), x2 > x1])).toEqual([
      ["0", "1", false],
      ["0", "2", false],
      ["1", "2", true],
      ["1", "2", false],
    ]);
  });

  test("stay few enough to be told apart", () => {
    const messages = Array.from({ length: 2000 }, (_, message): Timed[] => [
      [20 + message, { kind: "message-sent", message, worker: 1, task: 1, to: 2 }],
      [20 + message, { kind: "message-taken", message, worker: 2 }],
      [20 + message, { kind: "message-handled", message, worker: 2 }],
    ]).flat();
    const { links } = group([...cowAndPig, ...messages]);
    expect(links.length).toBeGreaterThan(30);
    expect(links.length).toBeLessThan(90);
  });
});
