// Tests of the fold of threads, their messages and their locks.

import { describe, expect, test } from "vitest";
import { mainStart, place, runStart, taskEnd, traceOf } from "../../../testing/trace/made-up-events.ts";
import {
  block,
  cowAndPig,
  inTurns,
  printer,
  release,
  take,
  threadStart,
  topStart,
  wake,
} from "../../../testing/trace/made-up-threads.ts";
import { holdAt } from "./locks.ts";

describe("threads", () => {
  test("a program that starts none has none, and one that may start some has its own", () => {
    expect(traceOf([0, runStart], [0, mainStart]).threads).toEqual([]);
    const may = traceOf([0, runStart], [0, { ...mainStart, worker: 0 }]);
    expect(may.threads.map(({ name }) => name)).toEqual(["the program"]);
  });

  test("the program is the first, and each other one has name, file, parent, beginning and end", () => {
    const [program, cow, pig] = traceOf(...inTurns).threads;
    expect(program).toMatchObject({ worker: 0, name: "the program", file: "animals.ts", top: 0, start: 0 });
    expect(cow).toMatchObject({ worker: 1, name: "cow", file: "speak.ts", parent: 0, top: 1, start: 1 });
    expect(cow).toMatchObject({ end: 96, how: "ended", place: place(5) });
    expect(pig?.name).toBe("pig");
  });

  test("a thread without a name is named by its file, and the second of a name has a number", () => {
    const trace = traceOf([0, runStart], [0, mainStart], [1, threadStart(1, "")], [2, threadStart(2, "")]);
    expect(trace.threads.map(({ name }) => name)).toEqual(["the program", "speak.ts", "speak.ts 2"]);
  });

  test("a thread whose start is not told is known by its top level", () => {
    const trace = traceOf([0, runStart], [0, mainStart], [5, topStart(1, 1, "cow")]);
    expect(trace.threads[1]).toMatchObject({ worker: 1, name: "cow", parent: undefined, top: 1, start: 5 });
  });

  test("the end of a thread takes its control and ends its waits", () => {
    const trace = traceOf(
      ...cowAndPig,
      [20, block(1, 1)],
      [30, { kind: "thread-end", worker: 1, how: "terminated", by: 0 }],
    );
    expect(trace.threads[1]).toMatchObject({
      how: "terminated",
      by: 0,
      blocks: [{ from: 20, to: 30, how: undefined }],
    });
    expect(trace.controlOf(1).at(-1)).toMatchObject({ task: 1, to: 30 });
    expect([...trace.holdersAt(trace.events.length - 1)]).toEqual([2]);
  });

  test("the end of a terminated thread ends its tasks, whatever they did a moment longer", () => {
    const wait = { kind: "promise" } as const;
    const trace = traceOf(
      ...cowAndPig,
      [20, { kind: "task-suspend", task: 1, place: place(3), wait }],
      [30, { kind: "thread-end", worker: 1, how: "terminated", by: 0 }],
      [31, { kind: "task-resume", task: 1, by: { kind: "loop" }, thrown: false }],
      [40, taskEnd(2)],
      [50, { kind: "run-end", outcome: { kind: "finished" } }],
    );
    expect(trace.tasks[1]).toMatchObject({ end: 30, how: "terminated" });
    expect(trace.lines).toEqual([]);
  });

  test("a thread that was terminated before it began leaves no task behind", () => {
    const trace = traceOf(
      [0, runStart],
      [0, mainStart],
      [1, threadStart(1, "cow")],
      [2, { kind: "thread-end", worker: 1, how: "terminated", by: 0 }],
      [5, topStart(1, 1, "cow")],
      [6, { kind: "task-suspend", task: 1, place: place(3), wait: { kind: "promise" } }],
      [40, taskEnd(0)],
      [50, { kind: "run-end", outcome: { kind: "finished" } }],
    );
    expect(trace.tasks[1]).toMatchObject({ end: 5, how: "terminated" });
    expect(trace.lines).toEqual([]);
  });

  test.each([
    ["starts worker 1 twice", threadStart(1, "cow")],
    ["wakes worker 1, which is not blocked", wake(1)],
  ])("a trace that %s is refused", (problem, fact) => {
    expect(() => traceOf(...cowAndPig, [20, fact])).toThrow(problem);
  });

  test("a trace that blocks a blocked thread, or ends one twice, is refused", () => {
    expect(() => traceOf(...cowAndPig, [20, block(1, 1)], [21, block(1, 1)])).toThrow("which is blocked");
    const end = { kind: "thread-end", worker: 1, how: "closed" } as const;
    expect(() => traceOf(...cowAndPig, [20, end], [21, end])).toThrow("ends worker 1 twice");
  });
});

test("a blocked thread says where, on what, and who woke it", () => {
  const [, , pig] = traceOf(...inTurns).threads;
  expect(pig?.blocks).toEqual([
    {
      seq: 9,
      from: 25,
      to: 60,
      endSeq: 11,
      worker: 2,
      task: 2,
      on: printer,
      limit: undefined,
      place: place(9, "mutex.ts"),
      caller: place(4, "speak.ts"),
      how: "ok",
      by: 1,
    },
  ]);
});

describe("messages", () => {
  const sent = { kind: "message-sent", message: 7, worker: 0, task: 0, to: 1 } as const;
  const taken = { kind: "message-taken", message: 7, worker: 1 } as const;

  test("are sent, taken and handled", () => {
    const trace = traceOf(...cowAndPig, [20, sent], [22, taken], [25, { ...taken, kind: "message-handled" }]);
    expect(trace.messages).toMatchObject([{ message: 7, from: 0, to: 1, sent: 20, taken: 22 }]);
    expect(trace.threads[1]?.handlings).toMatchObject([{ message: 7, from: 22, to: 25 }]);
  });

  test("may never be taken, and may come from a sender that could not tell", () => {
    expect(traceOf(...cowAndPig, [20, sent]).messages[0]?.taken).toBeUndefined();
    expect(traceOf(...cowAndPig, [20, taken]).messages).toEqual([]);
  });
});

describe("locks", () => {
  test("are held by one thread at a time", () => {
    const [lock] = traceOf(...inTurns).locks;
    expect(lock?.name).toBe("the lock");
    expect(lock?.holds.map(({ worker, from, to }) => [worker, from, to])).toEqual([
      [1, 20, 60],
      [2, 61, 90],
    ]);
  });

  test("have a holder after an event", () => {
    const trace = traceOf(...inTurns);
    const lock = trace.lockOf(printer);
    const holders = trace.events.map(({ seq }) => lock && holdAt(lock, seq)?.worker);
    expect(holders.slice(6, 18)).toEqual([
      undefined,
      1,
      1,
      1,
      undefined,
      undefined,
      2,
      2,
      2,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("have a number as their name, apart from the first one", () => {
    const other = { memory: 0, byte: 8 };
    const trace = traceOf(...cowAndPig, [30, take(1, 1)], [30, take(1, 1, 4, other)]);
    expect(trace.locks.map(({ name }) => name)).toEqual(["the lock", "lock 2"]);
  });

  test("may be released by a thread that does not hold them, and need not be held", () => {
    const trace = traceOf(
      ...cowAndPig,
      [20, release(1, 1)],
      [21, take(1, 1)],
      [22, release(2, 2)],
      [23, taskEnd(1)],
    );
    expect(trace.locks[0]?.holds).toMatchObject([{ worker: 1, from: 21, to: 22 }]);
  });
});

test("what a thread does is one thing after the other: it runs, is blocked, waits at its top level", () => {
  const trace = traceOf(...inTurns);
  const pieces = trace.threads.map(({ pieces }) => pieces.map(({ does, from, to }) => [does.kind, from, to]));
  expect(pieces).toEqual([
    [["running", 0, 3]],
    [["running", 10, 70]],
    [
      ["running", 12, 25],
      ["blocked", 25, 60],
      ["running", 60, 95],
    ],
  ]);
});

test("a thread whose top level waits handles messages meanwhile", () => {
  const message = { message: 1, worker: 1 } as const;
  const trace = traceOf(
    ...cowAndPig,
    [20, { kind: "task-suspend", task: 1, place: place(3), wait: { kind: "promise" } }],
    [30, { kind: "message-taken", ...message }],
    [32, { kind: "message-handled", ...message }],
  );
  expect(trace.threads[1]?.pieces.map(({ does }) => does.kind)).toEqual([
    "running",
    "waiting",
    "handling",
    "waiting",
  ]);
});
