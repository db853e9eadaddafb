import { expect, test, vi } from "vitest";
import { ManualClock } from "../../testing/runtime/manual-clock.ts";
import type { TraceEvent } from "../trace/events/events.ts";
import { foldEvents } from "../trace/trace.ts";
import { EndOfRun } from "./end-of-run.ts";
import { Tracer } from "./tasks/tracer.ts";

function setUp() {
  const clock = new ManualClock();
  const events: TraceEvent[] = [];
  const tracer = new Tracer(clock, clock.real, (batch) => events.push(...batch));
  const state = { isIdle: true, canWake: false, isWaiting: false };
  /** Set while the engine works in the background. */
  let work: Promise<void> | undefined;
  const background = { settle: (callback: () => void) => void (work ? work.then(callback) : callback()) };
  const prospects = {
    isIdle: () => state.isIdle,
    canWake: () => state.canWake,
    isWaiting: () => state.isWaiting,
  };
  const onEnd = vi.fn();
  const end = new EndOfRun({ tracer, clock, background, prospects, onEnd });
  const print = (text: string) => tracer.record({ kind: "output", task: 0, level: "log", text });
  const trace = () => {
    tracer.flush();
    return foldEvents(events);
  };
  const ends = () => [
    trace().events.filter(({ kind }) => kind === "run-end").length,
    onEnd.mock.calls.length,
    end.isEnded,
  ];
  const workUntil = (promise: Promise<void>) => {
    work = promise;
  };
  return { clock, tracer, state, end, print, trace, ends, workUntil };
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

test("a top level that waits for nothing that can come is a failure, at the time since which it waits", async () => {
  const { clock, end, trace } = setUp();
  clock.block(20);
  end.check();
  await clock.pass(999);
  expect([trace().outcome, end.isAwaited]).toEqual([undefined, true]);
  await clock.pass(1);
  expect([trace().outcome, trace().duration, end.isAwaited]).toEqual([{ kind: "failed" }, 20, false]);
});

test("a run ends once, though it wakes again and its top level comes to its end after all", async () => {
  const { clock, end, print, ends } = setUp();
  end.check();
  await clock.pass(1000);
  print("woken at the prompt\n");
  end.mainIsOver();
  end.check();
  await clock.pass(5000);
  expect(ends()).toEqual([1, 1, true]);
});

test("a run whose engine works in the background is not over before that is done", async () => {
  const { clock, end, trace, workUntil } = setUp();
  let finish = () => {};
  workUntil(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  end.mainIsOver();
  await clock.pass(5000);
  expect(trace().outcome).toBeUndefined();
  finish();
  await clock.pass(0);
  expect([trace().outcome, trace().duration]).toEqual([{ kind: "finished" }, 0]);
});

test("what the tracer held back until then is no news that puts off the end", async () => {
  const { clock, tracer, end, trace } = setUp();
  clock.block(50);
  tracer.hold(() => ({ kind: "output", task: 0, level: "log", text: "held\n" }));
  end.mainIsOver();
  await clock.pass(100);
  expect([trace().outcome, trace().duration]).toEqual([{ kind: "finished" }, 50]);
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

test("a coroutine that a signal may still wake keeps the run going, a signal alone does not", async () => {
  const { clock, state, end, trace } = setUp();
  Object.assign(state, { canWake: true, isWaiting: true });
  end.mainIsOver();
  await clock.pass(5000);
  expect(trace().outcome).toBeUndefined();
  state.isWaiting = false;
  end.check();
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
