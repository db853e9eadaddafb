// Tests of folding the events of tasks, and of who has control.

import { describe, expect, test } from "vitest";
import {
  begin,
  mainStart,
  place,
  resume,
  suspend,
  type Timed,
  taskEnd,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import type { TraceFact } from "../events/events.ts";

const caller = { kind: "caller" } as const;
const byMain = { kind: "task", task: 0 } as const;

function states(task: number, ...facts: readonly Timed[]) {
  return traceOf(...facts).tasks[task]?.stretches.map(({ state, from, to }) => [state, from, to]);
}

function control(...facts: readonly Timed[]) {
  return traceOf(...facts).control.map(({ task, seq, from, to }) => [task, seq, from, to]);
}

describe("a task", () => {
  test("has the fields of its events, and no end before it ends", () => {
    const [main, speak] = traceOf(...begin, [5, taskStart(1, `speak("cow")`, "coroutine", 0)]).tasks;
    expect(main?.children).toEqual([1]);
    expect(speak).toEqual({
      task: 1,
      parent: 0,
      kind: "coroutine",
      name: "",
      label: `speak("cow")`,
      place: place(2),
      worker: undefined,
      depth: 1,
      children: [],
      seq: 2,
      start: 5,
      end: undefined,
      endSeq: undefined,
      how: undefined,
      error: undefined,
      stretches: [
        {
          seq: 2,
          from: 5,
          to: undefined,
          endSeq: undefined,
          state: "running",
          place: undefined,
          wait: undefined,
          by: undefined,
          thrown: false,
        },
      ],
    });
  });

  test("knows the events that ended it and its stretches, since several events may have one time", () => {
    const [, speak] = traceOf(
      ...begin,
      [5, taskStart(1, `speak("cow")`, "coroutine", 0)],
      [5, suspend(1, { kind: "promise" })],
      [5, resume(1)],
      [5, taskEnd(1)],
    ).tasks;
    expect(speak).toMatchObject({ seq: 2, end: 5, endSeq: 5 });
    expect(speak?.stretches.map(({ seq, endSeq }) => [seq, endSeq])).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  test("has the worker that runs it", () => {
    const inSecond = { ...taskStart(1, `speak("cow")`, "coroutine", 0), worker: 1 };
    expect(traceOf(...begin, [5, inSecond]).tasks.map(({ worker }) => worker)).toEqual([undefined, 1]);
  });

  test("has control in its worker while tasks of other workers have it in theirs", () => {
    const inSecond = { ...taskStart(1, "", "main"), worker: 1 };
    const trace = traceOf(...begin, [5, inSecond], [8, taskEnd(0)], [9, taskEnd(1)]);
    expect(trace.control).toMatchObject([
      { task: 0, from: 0, to: 8 },
      { task: 1, from: 5, to: 9 },
    ]);
    expect(trace.mainControl.map(({ task }) => task)).toEqual([0]);
    expect([2, 3, 4].map((seq) => trace.holderAt(seq))).toEqual([1, 1, undefined]);
  });

  test("that the event loop created has no parent and no depth", () => {
    const [, , third] = traceOf(
      ...begin,
      [1, taskStart(1, "a", "coroutine", 0)],
      [2, taskStart(2, "b")],
    ).tasks;
    expect([third?.parent, third?.depth]).toEqual([undefined, 0]);
  });

  test("has a depth: the number of its ancestors", () => {
    const nested = [1, 2, 3].map((task): Timed => [task, taskStart(task, "", "coroutine", task - 1)]);
    expect(traceOf(...begin, ...nested).tasks.map(({ depth }) => depth)).toEqual([0, 1, 2, 3]);
  });

  test("runs, is suspended at a line for a reason, is resumed by somebody, and ends", () => {
    const trace = traceOf(
      ...begin,
      [10, suspend(0, { kind: "timer", timer: 0 }, 7)],
      [310, resume(0, { kind: "timer", timer: 0 }, true)],
      [320, { kind: "task-end", task: 0, how: "threw", error: "Error: moo" }],
    );
    const [main] = trace.tasks;
    expect(main?.stretches).toMatchObject([
      { seq: 1, state: "running", from: 0, to: 10, by: undefined, thrown: false },
      { seq: 2, state: "suspended", from: 10, to: 310, place: place(7), wait: { kind: "timer", timer: 0 } },
      { seq: 3, state: "running", from: 310, to: 320, by: { kind: "timer", timer: 0 }, thrown: true },
    ]);
    expect([main?.end, main?.how, main?.error]).toEqual([320, "threw", "Error: moo"]);
  });

  test("keeps stretches of zero length", () => {
    const facts: Timed[] = [...begin, [0, suspend(0, { kind: "turn" })], [0, resume(0)], [0, taskEnd(0)]];
    expect(states(0, ...facts)).toEqual([
      ["running", 0, 0],
      ["suspended", 0, 0],
      ["running", 0, 0],
    ]);
  });
});

describe("a generator", () => {
  const created: readonly Timed[] = [...begin, [1, taskStart(1, "count()", "generator", 0)]];

  test("is created, waits for its caller, and does not take control", () => {
    const trace = traceOf(...created);
    expect(trace.tasks[1]?.stretches).toMatchObject([
      { state: "created", wait: caller, place: trace.tasks[1]?.place },
    ]);
    expect(trace.control.map(({ task }) => task)).toEqual([0]);
  });

  test("runs while its caller waits on the stack, and is suspended at its yield", () => {
    const facts: Timed[] = [...created, [2, resume(1, byMain)], [3, suspend(1, caller)], [4, taskEnd(0)]];
    expect(states(1, ...facts)).toEqual([
      ["created", 1, 2],
      ["running", 2, 3],
      ["suspended", 3, undefined],
    ]);
    expect(states(0, ...facts)).toEqual([["running", 0, 4]]);
    expect(control(...facts)).toEqual([
      [0, 1, 0, 2],
      [1, 3, 2, 3],
      [0, 4, 3, 4],
    ]);
  });

  test("may be closed, or ended by an error, before it has begun", () => {
    expect(traceOf(...created, [2, taskEnd(1, "closed")]).tasks[1]?.how).toBe("closed");
    expect(traceOf(...created, [2, taskEnd(1, "threw")]).tasks[1]?.how).toBe("threw");
  });

  test("may be closed at its yield", () => {
    const facts: Timed[] = [
      [2, resume(1, byMain)],
      [3, suspend(1, caller)],
      [4, taskEnd(1, "closed")],
    ];
    expect(traceOf(...created, ...facts).tasks[1]?.end).toBe(4);
  });
});

describe("control", () => {
  test("goes to a called coroutine, back to its caller, and then to the event loop", () => {
    const facts: Timed[] = [
      ...begin,
      [1, taskStart(1, "a", "coroutine", 0)],
      [2, suspend(1)],
      [3, suspend(0)],
      [9, resume(1)],
      [10, taskEnd(1)],
    ];
    expect(control(...facts)).toEqual([
      [0, 1, 0, 1],
      [1, 2, 1, 2],
      [0, 3, 2, 3],
      [1, 5, 9, 10],
    ]);
  });

  test("stays with a task when its caller is suspended", () => {
    expect(
      control(...begin, [1, taskStart(1, "a", "coroutine", 0)], [2, suspend(0)], [3, taskEnd(1)]),
    ).toEqual([
      [0, 1, 0, 1],
      [1, 2, 1, 3],
    ]);
  });

  test("ends where the run is stopped", () => {
    const stopped: TraceFact = { kind: "run-end", outcome: { kind: "stopped" } };
    expect(control(...begin, [500, stopped])).toEqual([[0, 1, 0, 500]]);
  });
});

describe("an event that does not fit is refused:", () => {
  const ended: readonly Timed[] = [...begin, [1, taskEnd(0)]];

  test.each([
    ["a task that never started", [...begin, [1, suspend(7)]], "task 7, which was never started"],
    [
      "a parent that never started",
      [...begin, [1, taskStart(1, "", "coroutine", 7)]],
      "task 7, which was never",
    ],
    ["a task that starts twice", [...begin, [1, mainStart]], "starts task 0, and the next task is number 1"],
    ["a task with a gap before it", [...begin, [1, taskStart(2, "")]], "starts task 2, and the next task"],
    [
      "a suspension of a suspended task",
      [...begin, [1, suspend(0)], [2, suspend(0)]],
      "suspends task 0, which",
    ],
    ["a resumption of a running task", [...begin, [1, resume(0)]], "resumes task 0, which is running"],
    [
      "an end of a suspended task",
      [...begin, [1, suspend(0)], [2, taskEnd(0)]],
      "ends task 0, which is not running",
    ],
    ["a task that goes on after its end", [...ended, [2, resume(0)]], "task 0, which has ended"],
    ["a task that ends twice", [...ended, [2, taskEnd(0)]], "task 0, which has ended"],
  ] as [string, Timed[], string][])("%s", (_, facts, sentence) => {
    expect(() => traceOf(...facts)).toThrow(RangeError);
    expect(() => traceOf(...facts)).toThrow(sentence);
  });
});

describe("a thinned run", () => {
  const thinned: readonly Timed[] = [
    ...begin,
    [1, taskStart(1, "a", "coroutine", 0)],
    [2, suspend(1)],
    [3, { kind: "thinned" }],
  ];

  test("says since when, and nobody is known to have control from then on", () => {
    const trace = traceOf(...thinned, [4, taskStart(2, "b")], [5, taskEnd(2)]);
    expect(trace.thinnedAt).toBe(3);
    expect(trace.control.map(({ task, to }) => [task, to])).toEqual([
      [0, 1],
      [1, 2],
      [0, 3],
    ]);
  });

  test("may end a task whose last recorded state is suspended, and resume one that is running", () => {
    expect(traceOf(...thinned, [4, taskEnd(1)]).tasks[1]?.how).toBe("returned");
    expect(traceOf(...thinned, [4, resume(0)]).tasks[0]?.stretches).toHaveLength(2);
  });
});
