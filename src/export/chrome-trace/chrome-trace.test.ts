// Tests the Chrome trace: it keeps the rules of the format, and it reports what happened in a run.

import { describe, expect, test } from "vitest";
import {
  asynchronous,
  cow,
  failed,
  generators,
  madeUpRuns,
  neverEnding,
  prompted,
  stopped,
  thinned,
} from "../../../testing/export/made-up-runs.ts";
import { formatProblems } from "../../../testing/export/trace-event-rules.ts";
import { type Timed, traceOf } from "../../../testing/trace/made-up-events.ts";
import type { Trace } from "../../trace/trace.ts";
import { chromeTrace } from "./chrome-trace.ts";
import type { FormatEvent } from "./trace-event-format.ts";

type Phase = FormatEvent["ph"];
type OfPhase<Ph extends Phase> = FormatEvent & { readonly ph: Ph };

function eventsOf<Ph extends Phase>(ph: Ph, ...traces: Trace[]): OfPhase<Ph>[] {
  const text = chromeTrace(traces.map((trace) => ({ label: "race", trace })));
  const events: FormatEvent[] = JSON.parse(text).traceEvents;
  return events.filter((event): event is OfPhase<Ph> => event.ph === ph);
}

/** The names of the threads, by thread number. */
function threads(trace: Trace): Map<number, string> {
  const named = eventsOf("M", trace).filter(({ name }) => name === "thread_name");
  return new Map(named.map(({ tid, args }) => [tid, "name" in args ? args.name : ""]));
}

/** The slices of each thread, with their times in microseconds. */
function slices(trace: Trace) {
  const names = threads(trace);
  return eventsOf("X", trace).map(({ tid, name, ts, dur }) => [names.get(tid), name, ts, ts + dur]);
}

function argsOf(trace: Trace, sliceName: string) {
  return eventsOf("X", trace).findLast(({ name }) => name === sliceName)?.args;
}

describe("the format's rules are kept", () => {
  test.each(Object.entries(madeUpRuns))("by the run %s", (_, trace) => {
    expect(formatProblems(chromeTrace([{ label: "", trace }]))).toEqual([]);
  });

  test("by all runs in one file, and by none", () => {
    const runs = Object.entries(madeUpRuns).map(([label, trace]) => ({ label, trace }));
    expect(formatProblems(chromeTrace(runs))).toEqual([]);
    expect(formatProblems(chromeTrace([]))).toEqual([]);
  });

  test("by a run at each of its events", () => {
    for (const { events } of Object.values(madeUpRuns)) {
      for (let count = 1; count <= events.length; count += 1) {
        const trace = traceOf(...events.slice(0, count).map((event): Timed => [event.t, event]));
        expect(formatProblems(chromeTrace([{ label: "a", trace }]))).toEqual([]);
      }
    }
  });
});

describe("a file", () => {
  test("has a process for each run, by its label or the file that ran", () => {
    const runs = ["one", ""].map((label) => ({ label, trace: asynchronous }));
    const events: FormatEvent[] = JSON.parse(chromeTrace(runs)).traceEvents;
    const named = events.filter(({ name }) => name === "process_name");
    expect(named).toMatchObject([
      { pid: 1, args: { name: "one" } },
      { pid: 4, args: { name: "animals.ts" } },
    ]);
  });

  test("has a line for each event", () => {
    const text = chromeTrace([{ label: "a", trace: asynchronous }]);
    expect(text.split("\n")).toHaveLength(JSON.parse(text).traceEvents.length + 3);
  });
});

test("the event loop and each task have a thread, in this order", () => {
  expect([...threads(asynchronous).values()]).toEqual(["event loop", "the program", cow]);
  const order = eventsOf("M", asynchronous).filter(({ name }) => name === "thread_sort_index");
  expect(order.map(({ args }) => args)).toEqual([{ sort_index: 0 }, { sort_index: 1 }, { sort_index: 2 }]);
});

test("a task is a slice from its start to its end, which contains a slice for each thing it does", () => {
  expect(slices(asynchronous).filter(([thread]) => thread === cow)).toEqual([
    [cow, cow, 0, 1_501_000],
    [cow, "running", 0, 0],
    [cow, "waiting for GET /animals/cow", 0, 1_500_000],
    [cow, "running", 1_500_000, 1_501_000],
  ]);
});

test("a wait says where and for what the task waits, and the slice after it says who resumed the task", () => {
  expect(argsOf(asynchronous, "waiting for GET /animals/cow")).toEqual({
    place: "animals.ts:14:3",
    "waits for": "GET /animals/cow",
  });
  expect(argsOf(asynchronous, "running")).toEqual({ "resumed by": "GET /animals/cow" });
  expect(argsOf(failed, "running")).toEqual({ "resumed by": "the event loop", "resumed with": "an error" });
});

test("a task has its kind, its caller and its end as arguments", () => {
  const told = { kind: "coroutine", function: "animals.ts:2:3", "called by": "the program" };
  expect(argsOf(asynchronous, cow)).toEqual({ ...told, ended: "returned" });
  expect(argsOf(failed, "the program")).toMatchObject({ kind: "main", ended: "threw", error: "Error: moo" });
});

test("the thread of the event loop shows which task has control, and has gaps where no task has it", () => {
  expect(slices(asynchronous).filter(([thread]) => thread === "event loop")).toEqual([
    ["event loop", "the program", 0, 0],
    ["event loop", cow, 0, 0],
    ["event loop", "the program", 0, 0],
    ["event loop", cow, 1_500_000, 1_501_000],
    ["event loop", "the program", 1_501_000, 1_501_000],
  ]);
});

test("a generator that has not begun says so", () => {
  expect(slices(generators)).toContainEqual(["idle()", "not begun", 1000, 9000]);
});

test("a task that never ended reaches to the end of the recording and says so, with the reason if it is known", () => {
  expect(slices(neverEnding)).toContainEqual([cow, `waiting for the lock "printer"`, 2000, 120_000]);
  expect(argsOf(neverEnding, cow)).toMatchObject({
    ended: "never, as far as it is recorded",
    why: expect.stringContaining(`for the lock "printer", which nobody can release any more.`),
  });
  expect(argsOf(stopped, "running")).toEqual({ ended: "never, as far as it is recorded" });
});

test("the part of a thinned run that is not recorded counts neither as running nor as waiting", () => {
  expect(slices(thinned).filter(([thread]) => thread === "count()")).toEqual([
    ["count()", "count()", 1000, 7000],
    ["count()", "not begun", 1000, 2000],
    ["count()", "running", 2000, 3000],
    ["count()", "not recorded", 3000, 7000],
  ]);
  expect(slices(thinned)).toContainEqual([cow, "not recorded", 5000, 9000]);
  expect(slices(thinned)).toContainEqual(["event loop", "not recorded", 3000, 9000]);
});

describe("a request", () => {
  const steps = (trace: Trace) =>
    [...eventsOf("b", trace), ...eventsOf("e", trace)]
      .filter(({ cat }) => cat === "request")
      .map(({ ph, name, ts }) => [ph, name, ts]);

  test("is on its way until the reply is there, and ready until it is taken", () => {
    expect(steps(asynchronous)).toEqual([
      ["b", "GET /animals/cow", 0],
      ["b", "on its way", 0],
      ["b", "ready", 1_000_123],
      ["e", "on its way", 1_000_123],
      ["e", "ready", 1_500_000],
      ["e", "GET /animals/cow", 1_500_000],
    ]);
  });

  test("tells its address and how it ended", () => {
    const args = (trace: Trace) => eventsOf("b", trace).find(({ cat }) => cat === "request")?.args;
    const url = "http://farm.example/animals/cow";
    expect(args(asynchronous)).toEqual({ url, outcome: "answered", status: 200, "status text": "OK" });
    expect(args(failed)).toEqual({ url, outcome: "aborted", reason: "too slow" });
    expect(args(neverEnding)).toEqual({ url, ended: "never, as far as it is recorded" });
  });

  test("counts as in flight from its beginning to its end", () => {
    const counts = (trace: Trace) => eventsOf("C", trace).map(({ ts, args }) => [ts, args["in flight"]]);
    expect(counts(asynchronous)).toEqual([
      [0, 1],
      [1_500_000, 0],
    ]);
    expect(counts(neverEnding)).toEqual([[3000, 1]]);
  });
});

test("a timer lasts until it is over, with a mark whenever it fires", () => {
  const [timer] = eventsOf("b", neverEnding).filter(({ cat }) => cat === "timer");
  expect(timer).toMatchObject({
    name: "a timer of 50 ms",
    ts: 3000,
    args: { repeats: true, cleared: false },
  });
  expect(eventsOf("n", neverEnding).map(({ name, ts, id }) => [name, ts, id])).toEqual([
    ["fires", 53_000, timer?.id],
    ["fires", 103_000, timer?.id],
  ]);
});

test("each line of the console is a mark on the thread of whoever printed it", () => {
  const marks = (trace: Trace) =>
    eventsOf("i", trace)
      .filter(({ s }) => s === "t")
      .map(({ tid, name }) => [threads(trace).get(tid), name]);
  expect(marks(asynchronous)).toEqual([
    [cow, "Moo"],
    [cow, "moo!"],
  ]);
  expect(marks(prompted)).toEqual([
    ["the program", "> await sleep(1)"],
    ["the program", "> 2"],
    ["prompt: 2", "= 2"],
  ]);
  expect(marks(failed)).toEqual([
    ["the program", "Error: moo"],
    ["the program", "abort"],
  ]);
  expect(eventsOf("i", failed).find(({ cat }) => cat === "error")?.args).toMatchObject({
    stack: "f a.ts:2:3",
  });
});

test("the end of the program and the start of the unrecorded part are marks across all threads", () => {
  const marks = (trace: Trace) => eventsOf("i", trace).filter(({ s }) => s === "p");
  expect(marks(stopped)).toMatchObject([{ name: "the program ended: stopped", ts: 50_000 }]);
  expect(marks(thinned)).toMatchObject([{ ts: 3000 }, { name: "the program ended: finished", ts: 9000 }]);
});

test("an arrow leads from the task that called or woke another to where the other goes on", () => {
  const arrows = (trace: Trace) => {
    const names = threads(trace);
    const ends = eventsOf("f", trace);
    return eventsOf("s", trace).map(({ id, tid, ts, name }) => {
      const end = ends.find((end) => end.id === id);
      return [name, names.get(tid), ts, names.get(end?.tid ?? 0), end?.ts];
    });
  };
  expect(arrows(asynchronous)).toEqual([
    ["hand-over", cow, 1_501_000, "the program", 1_501_000],
    ["call", "the program", 0, cow, 0],
  ]);
  expect(arrows(generators)).toContainEqual(["hand-over", "the program", 2000, "count()", 2000]);
});
