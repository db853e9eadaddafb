import { expect, test } from "vitest";
import type { TraceEvent } from "../trace/events.ts";
import { foldEvents } from "../trace/trace.ts";
import { EndOfRun } from "./end-of-run.ts";
import { ManualClock } from "./manual-clock.ts";
import { Tracer } from "./tracer.ts";

function setUp() {
  const clock = new ManualClock();
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, (batch) => events.push(...batch));
  const state = { isIdle: true, canWake: false };
  const end = new EndOfRun(tracer, clock, { isIdle: () => state.isIdle, canWake: () => state.canWake });
  const print = (text: string) => tracer.record({ kind: "output", task: 0, level: "log", text });
  const trace = () => {
    tracer.flush();
    return foldEvents(events);
  };
  return { clock, state, end, print, trace };
}

test("a run ends when its top level is over, at that time, though it takes some silence to be sure", async () => {
  const { clock, end, trace } = setUp();
  clock.block(50);
  end.mainIsOver();
  await clock.pass(99);
  expect(trace().outcome).toBeUndefined();
  await clock.pass(1);
  expect([trace().outcome, trace().duration]).toEqual([{ kind: "finished" }, 50]);
});

test("it goes on while a timer or a request is left, and when something happens in the silence", async () => {
  const { clock, state, end, print, trace } = setUp();
  state.isIdle = false;
  end.mainIsOver();
  await clock.pass(500);
  state.isIdle = true;
  end.check();
  await clock.pass(60);
  print("late\n");
  await clock.pass(60);
  expect(trace().outcome).toBeUndefined();
  await clock.pass(100);
  expect(trace().outcome).toEqual({ kind: "finished" });
});

test("an error that reached nobody makes it a failure", async () => {
  const { clock, end, trace } = setUp();
  end.failed = true;
  end.mainIsOver();
  await clock.pass(100);
  expect(trace().outcome).toEqual({ kind: "failed" });
});

test("a top level that waits for nothing that can come ends with a sentence, at the time since which it waits", async () => {
  const { clock, end, trace } = setUp();
  clock.block(20);
  end.check();
  await clock.pass(1000);
  expect([trace().outcome, trace().duration]).toEqual([{ kind: "failed" }, 20]);
  expect(trace().lines.map(({ text }) => text)).toEqual([
    "The program still waits, and nothing is left that could wake it.",
  ]);
});

test("a top level that a signal may still wake goes on", async () => {
  const { clock, state, end, trace } = setUp();
  state.canWake = true;
  end.check();
  await clock.pass(5000);
  expect(trace().outcome).toBeUndefined();
  state.canWake = false;
  end.check();
  end.mainIsOver();
  await clock.pass(2000);
  expect(trace().outcome).toEqual({ kind: "finished" });
});

test("a top level that waited for a moment and then went on ends the run when it ends, not a silence later", async () => {
  const { clock, end, trace } = setUp();
  end.check();
  await clock.pass(10);
  end.mainIsOver();
  await clock.pass(100);
  expect([trace().outcome, trace().duration]).toEqual([{ kind: "finished" }, 10]);
});
