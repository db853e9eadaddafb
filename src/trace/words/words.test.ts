// Tests of the words for waits, wakers and stuck tasks.

import { describe, expect, test } from "vitest";
import {
  ask,
  begin,
  enter,
  finished,
  place,
  resume,
  runStart,
  setTimer,
  suspend,
  type Timed,
  taskEnd,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import type { RunOutcome, TraceFact, Wait } from "../events/events.ts";
import { stuckTasks, stuckText, taskName, waitText, wakerText } from "./words.ts";

const cow: readonly Timed[] = [
  ...begin,
  [1, taskStart(1, `speak("cow")`, "coroutine", 0)],
  [1, ask(0, 1, "http://farm.example/animals/cow?loud=1")],
  [1, setTimer(0, 1, 300)],
];
const trace = traceOf(...cow);
const promise: Wait = { kind: "promise" };
const request: Wait = { kind: "request", request: 0 };
const task: Wait = { kind: "task", task: 1 };

test.each([
  [request, "GET /animals/cow?loud=1"],
  [{ kind: "body", request: 0, arrived: true }, "the body of GET /animals/cow?loud=1"],
  [{ kind: "timer", timer: 0 }, "a timer of 300 ms"],
  [task, `speak("cow")`],
  [{ kind: "task", task: 0 }, "the program"],
  [{ kind: "lock", name: "printer" }, `the lock "printer"`],
  [promise, "a promise"],
  [{ kind: "turn" }, "its next turn"],
  [{ kind: "caller" }, "its caller"],
  [
    { kind: "group", until: "all", of: [request, task, promise] },
    `all of 3: GET /animals/cow?loud=1, speak("cow"), a promise`,
  ],
  [{ kind: "group", until: "all", of: [promise, promise] }, "all of 2 promises"],
  [{ kind: "group", until: "first-settled", of: [] }, "the first of 0 promises to settle"],
  [{ kind: "group", until: "all-settled", of: [task] }, `all of 1 to settle: speak("cow")`],
  [
    { kind: "group", until: "first-fulfilled", of: [task, { kind: "group", until: "all", of: [promise] }] },
    `the first of 2 to be fulfilled: speak("cow"), (all of 1 promise)`,
  ],
] as [Wait, string][])("what %j waits for is %s", (wait, text) => {
  expect(waitText(wait, trace)).toBe(text);
});

test("tasks and promises name their worker if the run has several", () => {
  const threads = traceOf(...begin, [1, { ...taskStart(1, `speak("cow")`, "coroutine", 0), worker: 1 }]);
  expect(waitText(task, threads)).toBe(`speak("cow") in worker 2`);
  const reply: Wait = { kind: "promise", worker: 0 };
  expect(waitText(reply, threads)).toBe("a promise of worker 1");
  expect(waitText({ kind: "group", until: "all", of: [reply, task] }, threads)).toBe(
    `all of 2: a promise of worker 1, speak("cow") in worker 2`,
  );
});

test("of a large group only the first members are named", () => {
  const of = Array.from({ length: 100 }, () => task);
  const text = waitText({ kind: "group", until: "all", of }, trace);
  expect(text).toMatch(/^all of 100: (speak\("cow"\), ){5}95 more$/);
});

test("an invalid address is shown as it is", () => {
  expect(waitText(request, traceOf([0, runStart], [1, ask(0, 0, "nowhere")]))).toBe("GET nowhere");
});

test("a task, request or timer that the trace does not know is named by its number", () => {
  const unknown = [
    { kind: "request", request: 9 },
    { kind: "timer", timer: 9 },
    { kind: "task", task: 9 },
  ] as const;
  expect(unknown.map((wait) => waitText(wait, trace))).toEqual(["request 9", "timer 9", "task 9"]);
});

test("who woke a task is a task, a request, a timer or the event loop", () => {
  const wakers = [
    { kind: "task", task: 1 },
    { kind: "request", request: 0 },
    { kind: "timer", timer: 0 },
    { kind: "loop" },
  ] as const;
  expect(wakers.map((by) => wakerText(by, trace))).toEqual([
    `speak("cow")`,
    "GET /animals/cow?loud=1",
    "a timer of 300 ms",
    "the event loop",
  ]);
});

test("a task is named by its label, or by what it is", () => {
  const { tasks } = traceOf(...cow, [2, taskStart(2, "", "prompt")], [3, taskStart(3, "")]);
  expect(tasks.map(taskName)).toEqual(["the program", `speak("cow")`, "the prompt", "task 3"]);
});

describe("a task is stuck", () => {
  const waits = (wait: Wait, outcome: RunOutcome["kind"] = "finished") =>
    traceOf(
      ...cow,
      [2, suspend(1, wait)],
      [3, taskEnd(0)],
      [9, { kind: "run-end", outcome: { kind: outcome, reason: "" } as RunOutcome }],
    );
  const stuck = (...parameters: Parameters<typeof waits>) =>
    stuckTasks(waits(...parameters)).map((span) => span.task);

  test("when the program has ended and it still waits", () => {
    expect(stuck(promise)).toEqual([1]);
    expect(stuck(promise, "failed")).toEqual([1]);
  });

  test("but not when it waits for its caller", () => {
    expect(stuck({ kind: "caller" })).toEqual([]);
  });

  test("but not when the program was ended from outside, or goes on", () => {
    expect(stuck(promise, "stopped")).toEqual([]);
    expect(stuck(promise, "limit")).toEqual([]);
    expect(stuckTasks(traceOf(...cow, [2, suspend(1)]))).toEqual([]);
  });

  test("but not when the run was thinned: it may have gone on", () => {
    const thinned = traceOf(
      ...cow,
      [2, suspend(1)],
      [2, { kind: "thinned" }],
      [3, taskEnd(0)],
      [9, finished],
    );
    expect(stuckTasks(thinned)).toEqual([]);
  });

  test("until an entry at the prompt wakes it", () => {
    const ended: Timed[] = [...cow, [2, suspend(1)], [3, taskEnd(0)], [9, finished], [20, enter(0, "go()")]];
    const awake = traceOf(...ended, [20, taskStart(2, "", "prompt")], [21, suspend(2)], [22, resume(1)]);
    expect(stuckTasks(awake)).toEqual([]);
    awake.append({ seq: awake.events.length, t: 23, ...suspend(1, { kind: "timer", timer: 0 }) });
    expect(stuckTasks(awake)).toEqual([]);
    expect(stuckTasks(traceOf(...ended)).map((span) => span.task)).toEqual([1]);
  });
});

describe("the sentence about a stuck task says", () => {
  const said = (wait: Wait, t = 2000) =>
    traceOf(...cow, [t, suspend(1, wait)], [t, taskEnd(0)], [t, finished]).lines.map(({ text }) => text);

  test("since when, at which line and for what it has waited", () => {
    expect(said(promise)).toEqual([
      `speak("cow") has waited since 2.0 s at line 14 for a promise that nothing can resolve any more.`,
    ]);
  });

  test.each([
    [{ kind: "lock", name: "printer" }, `for the lock "printer", which nobody can release any more.`],
    [task, `for speak("cow"), which can never end.`],
    [
      { kind: "group", until: "all", of: [promise, promise] },
      "for all of 2 promises, which nothing can bring about any more.",
    ],
  ] as [Wait, string][])("why %j does not come", (wait, ending) => {
    expect(said(wait)[0]).toContain(ending);
  });

  test("nothing about a task or timer that is over, because the promise was another one", () => {
    const other = 2;
    const late: Timed[] = [
      [1, taskStart(other, `speak("pig")`, "coroutine", 0)],
      [2, suspend(1, { kind: "task", task: other })],
      [3, taskEnd(other)],
      [4, taskEnd(0)],
      [5, finished],
    ];
    expect(traceOf(...cow, ...late).lines[0]?.text).toContain("for a promise that nothing can resolve");
  });

  test("that it is the program, when it is", () => {
    const lines = traceOf(...begin, [30, suspend(0)], [30, finished]).lines;
    expect(lines.map(({ text, level, task, seq }) => [text, level, task, seq])).toEqual([
      [
        "The program has waited since 30 ms at line 14 for a promise that nothing can resolve any more.",
        "error",
        0,
        3,
      ],
    ]);
  });

  test("in which file, when it is not the entry file", () => {
    const wait: TraceFact = { kind: "task-suspend", task: 1, place: place(3, "voices.ts"), wait: promise };
    const other = traceOf(...cow, [200, wait]);
    const [, span] = other.tasks;
    expect(span && stuckText(span, other)).toContain("since 0.2 s at line 3 of voices.ts for");
  });

  test("that the line is in an entry, when it is", () => {
    const wait: TraceFact = { kind: "task-suspend", task: 1, place: place(2, "prompt 0"), wait: promise };
    const entered = traceOf(...cow, [200, wait]);
    const [, span] = entered.tasks;
    expect(span && stuckText(span, entered)).toContain("at line 2 of what was entered for");
  });

  test("only the first twenty, and how many more there are", () => {
    const starts = Array.from({ length: 25 }, (_, index): Timed[] => [
      [1, taskStart(index + 1, "a", "coroutine", 0)],
      [1, suspend(index + 1)],
    ]);
    const { lines } = traceOf(...begin, ...starts.flat(), [2, taskEnd(0)], [2, finished]);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)?.text).toBe("… and 5 more.");
  });
});
