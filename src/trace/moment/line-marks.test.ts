// Tests of the marks on the program's lines.

import { describe, expect, test } from "vitest";
import {
  ask,
  begin,
  place,
  resume,
  suspend,
  type Timed,
  taskEnd,
  taskStart,
  traceOf,
} from "../../../testing/trace/made-up-events.ts";
import {
  block,
  cowAndPig,
  inTurns,
  threadStart,
  topStart,
  unhappyCow,
} from "../../../testing/trace/made-up-threads.ts";
import type { TaskKind, TraceFact } from "../events/events.ts";
import { type LineMark, lineMarks, mostMarksPerFile, mostTasksPerMark } from "./line-marks.ts";
import { momentAt } from "./moment.ts";

const atLoop = 12;
const atFunction = 6;
const atFetch = 7;

/** Starts a task at the program's top level. Its function begins at the line. */
function start(task: number, label: string, line: number, taskKind?: TaskKind): TraceFact {
  return { ...taskStart(task, label, taskKind, 0), place: place(line) };
}

/** A task waits at the line. */
function stand(task: number, line: number) {
  return suspend(task, undefined, line);
}

const animals = ["cow", "pig", "chicken"];

/** Three coroutines, each suspended on its request. The program is suspended on all three. */
const concurrent: readonly Timed[] = [
  ...begin,
  ...animals.flatMap((animal, index): Timed[] => [
    [1, start(index + 1, `speak("${animal}")`, atFunction)],
    [1, ask(index, index + 1, `http://farm.example/animals/${animal}`)],
    [1, suspend(index + 1, { kind: "request", request: index }, atFetch)],
  ]),
  [
    2,
    suspend(
      0,
      { kind: "group", until: "all", of: [1, 2, 3].map((task) => ({ kind: "task", task })) },
      atLoop,
    ),
  ],
];

/** The marks after the last event. */
function marks(facts: readonly Timed[], now?: number): LineMark[] {
  const trace = traceOf(...facts);
  return lineMarks(trace, momentAt(trace, facts.length - 1), now);
}

/** A mark in short: its line, its state, and what each task does. */
function short({ line, state, tasks }: LineMark): string {
  return `${line} ${state}: ${tasks.map(({ label, words }) => `${label} ${words}`).join(", ")}`;
}

describe("a task", () => {
  test("that runs for the first time is at its function", () => {
    const called: Timed[] = [...begin, [1, start(1, "speak()", atFunction)]];
    expect(marks(called).map(short)).toEqual(["6 running: speak() running"]);
  });

  test("that is the program's top level has no mark until it first waits", () => {
    expect(marks(begin)).toEqual([]);
    expect(marks([...begin, [1, stand(0, 9)], [2, resume(0)]]).map(({ line }) => line)).toEqual([9]);
  });

  test("that waits is at the line where it waits", () => {
    expect(marks(concurrent).map(short)).toEqual([
      '7 suspended: speak("cow") waiting for GET /animals/cow, speak("pig") waiting for GET /animals/pig, speak("chicken") waiting for GET /animals/chicken',
      '12 suspended: the program waiting for all of 3: speak("cow"), speak("pig"), speak("chicken")',
    ]);
  });

  test("that was just resumed is at the line where it was suspended, and says who resumed it", () => {
    const facts: Timed[] = [...concurrent, [2001, resume(2, { kind: "request", request: 1 })]];
    expect(marks(facts).map(short)[0]).toBe('7 resumed: speak("pig") resumed by GET /animals/pig');
    expect(marks(facts).map(({ state, count }) => [state, count])).toEqual([
      ["resumed", 1],
      ["suspended", 2],
      ["suspended", 1],
    ]);
  });

  test("into which an error was thrown says so", () => {
    const facts: Timed[] = [...concurrent, [2001, resume(2, { kind: "loop" }, true)]];
    expect(marks(facts)[0]?.tasks[0]?.words).toBe("resumed with an error by the event loop");
  });

  test("is no longer just resumed after 300 ms, though nothing has happened since", () => {
    const facts: Timed[] = [...concurrent, [2001, resume(2)]];
    expect(marks(facts, 2301)[0]?.state).toBe("resumed");
    expect(marks(facts, 2302).map(short)[0]).toBe('7 running: speak("pig") running');
  });

  test("that has ended has no mark", () => {
    const facts: Timed[] = [
      ...concurrent,
      [2001, resume(2)],
      [2002, { kind: "task-end", task: 2, how: "returned" }],
    ];
    expect(marks(facts)[0]?.tasks.map(({ label }) => label)).toEqual(['speak("cow")', 'speak("chicken")']);
  });

  test("that called another does not have control", () => {
    const nested: Timed[] = [...concurrent, [900, resume(1)], [2001, start(4, "inner()", 20)]];
    expect(marks(nested).map(short).slice(0, 2)).toEqual([
      '7 running: speak("cow") running: what it called has control',
      "20 running: inner() running",
    ]);
  });
});

describe("a generator", () => {
  const created: readonly Timed[] = [...begin, [1, start(1, "countdown(3)", 4, "generator")]];
  const begun: readonly Timed[] = [...created, [2, resume(1, { kind: "task", task: 0 })]];

  test("that has not begun has no mark", () => {
    expect(marks(created)).toEqual([]);
  });

  test("that has just begun is at its function", () => {
    expect(marks(begun).map(short)[0]).toBe("4 resumed: countdown(3) resumed by the program");
  });

  test("is at its yield, also just after it goes on", () => {
    const yielded: Timed[] = [...begun, [3, suspend(1, { kind: "caller" }, 5)]];
    expect(marks(yielded).map(short)[0]).toBe("5 suspended: countdown(3) waiting for its caller");
    expect(marks([...yielded, [4, resume(1, { kind: "task", task: 0 })]])[0]?.line).toBe(5);
  });
});

describe("marks", () => {
  test("at an earlier moment are those of that moment", () => {
    const trace = traceOf(...concurrent, [2001, resume(2)], [2001, stand(2, 8)]);
    const before = lineMarks(trace, momentAt(trace, concurrent.length - 1));
    expect(before.map(short)).toEqual(marks(concurrent).map(short));
  });

  test("of the same line in two files are two", () => {
    const facts: Timed[] = [
      ...begin,
      [1, stand(0, 9)],
      [1, start(1, "a", 2)],
      [1, { ...stand(1, 9), place: place(9, "b.ts") }],
    ];
    expect(marks(facts).map(({ file, line }) => `${file} ${line}`)).toEqual(["animals.ts 9", "b.ts 9"]);
  });

  test("name the first of many tasks, and count all", () => {
    const crowd = Array.from({ length: 1000 }, (_, index): Timed[] => [
      [1, start(index + 1, `n(${index})`, 4)],
      [1, stand(index + 1, 5)],
    ]);
    const [mark] = marks([...begin, ...crowd.flat()]);
    expect([mark?.line, mark?.count, mark?.tasks.length]).toEqual([5, 1000, mostTasksPerMark]);
    expect(mark?.tasks[0]?.label).toBe("n(0)");
  });

  test("are limited in number, active ones first; the last one says how many are missing", () => {
    const many = Array.from({ length: 60 }, (_, index): Timed[] => [
      [1, start(index + 1, "n", 4)],
      [1, stand(index + 1, 100 - index)],
    ]);
    const all = marks([...begin, ...many.flat(), [2, resume(1)]]);
    expect(all.map(({ line }) => line).slice(0, 3)).toEqual([100, 41, 42]);
    expect([all.length, all.at(-1)?.left, all.at(-2)?.left]).toEqual([mostMarksPerFile, 10, 0]);
  });

  test("of stuck tasks stay when the program has finished", () => {
    const end: Timed = [5, { kind: "run-end", outcome: { kind: "finished" } }];
    expect(marks([...concurrent, end]).map(({ line }) => line)).toEqual([atFetch, atLoop]);
  });

  test("are gone when the program was stopped, but not at the moment before", () => {
    const trace = traceOf(...concurrent, [5, { kind: "run-end", outcome: { kind: "stopped" } }]);
    expect(lineMarks(trace, momentAt(trace, trace.events.length - 1))).toEqual([]);
    expect(lineMarks(trace, momentAt(trace, trace.events.length - 2))).toHaveLength(2);
  });

  test("are gone when the run is thinned", () => {
    expect(marks([...concurrent, [5, { kind: "thinned" }]])).toEqual([]);
  });
});

describe("threads", () => {
  test("a blocked thread is marked at the line that uses the lock, and so is the one that has it", () => {
    expect(marks(inTurns.slice(0, 10)).map(short)).toEqual([
      "4 running: cow running: has the lock",
      "4 blocked: pig blocked: waits for the lock",
    ]);
    expect(marks(inTurns.slice(0, 14)).map(short)).toEqual(["4 running: pig running: has the lock"]);
  });

  test("that is blocked in a handler is marked although its top level has ended", () => {
    expect(marks([...cowAndPig, [20, taskEnd(2)], [30, block(2, 2)]]).map(short)).toEqual([
      "4 blocked: pig blocked: waits for a notify",
    ]);
  });

  test("at the end of a deadlock, so is the line that took the lock and never released it", () => {
    const frog = [25, block(3, 3)] as const;
    const two = [...unhappyCow.slice(0, 5), [5, threadStart(3, "frog")], ...unhappyCow.slice(5, 7)] as const;
    expect(
      marks([
        ...two,
        [14, topStart(3, 3, "frog")],
        ...unhappyCow.slice(7, 9),
        frog,
        ...unhappyCow.slice(9),
      ]).map(short),
    ).toEqual([
      "4 held: cow took the lock and never released it",
      "4 blocked: pig blocked: waits for the lock, frog blocked: waits for the lock",
    ]);
    expect(marks(unhappyCow).map(short)).toEqual([
      "4 held: cow took the lock and never released it",
      "4 blocked: pig blocked: waits for the lock",
    ]);
  });
});
