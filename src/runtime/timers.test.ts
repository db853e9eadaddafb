import { expect, test, vi } from "vitest";
import { ManualClock } from "./manual-clock.ts";
import { Timers } from "./timers.ts";

function setUp() {
  const clock = new ManualClock();
  const onIdle = vi.fn();
  return { clock, onIdle, timers: new Timers(clock, onIdle) };
}

test("a timeout calls back once, with its arguments, when it is due", async () => {
  const { clock, timers } = setUp();
  const calls: unknown[] = [];
  timers.setTimeout((...args: unknown[]) => calls.push(args), 100, "a", 2);
  await clock.pass(99);
  expect(calls).toEqual([]);
  await clock.pass(1000);
  expect(calls).toEqual([["a", 2]]);
});

test("an interval calls back until it is cleared, also from within", async () => {
  const { clock, timers } = setUp();
  const times: number[] = [];
  const id = timers.setInterval(() => {
    times.push(clock.now());
    if (times.length === 3) timers.clear(id);
  }, 50);
  await clock.pass(1000);
  expect(times).toEqual([50, 100, 150]);
  expect(timers.pending).toBe(0);
});

test("a timer is pending until it has called back or is cleared, and then the run hears of it", async () => {
  const { clock, timers, onIdle } = setUp();
  timers.setTimeout(() => undefined, 10);
  const id = timers.setTimeout(() => undefined, 20);
  await clock.pass(15);
  expect(timers.pending).toBe(1);
  expect(onIdle).not.toHaveBeenCalled();
  timers.clear(id);
  expect(timers.pending).toBe(0);
  expect(onIdle).toHaveBeenCalledOnce();
});

test("a callback that throws does not leave its timer pending", async () => {
  const { clock, timers, onIdle } = setUp();
  timers.setTimeout(() => {
    throw new Error("moo");
  }, 10);
  await expect(clock.pass(20)).rejects.toThrow("moo");
  expect(timers.pending).toBe(0);
  expect(onIdle).toHaveBeenCalledOnce();
});

test("odd delays count as none, and clearing what is not there does nothing", async () => {
  const { clock, timers } = setUp();
  const call = vi.fn();
  for (const delay of [undefined, -5, Number.NaN, "soon"]) timers.setTimeout(call, delay);
  timers.clear(undefined);
  timers.clear(999);
  await clock.pass(0);
  expect(call).toHaveBeenCalledTimes(4);
});

test("text is not evaluated", () => {
  const { timers } = setUp();
  expect(() => timers.setTimeout("alert(1)", 0)).toThrow("setTimeout takes a function to call, not string.");
});

test("a signal times out on the run's clock, and nothing waits for it", async () => {
  const { clock, onIdle, timers } = setUp();
  const signal = timers.signalTimeout(100);
  await clock.pass(99);
  expect([signal.aborted, timers.pending, timers.pendingSignals]).toEqual([false, 0, 1]);
  await clock.pass(1);
  expect([signal.reason.name, timers.pendingSignals]).toEqual(["TimeoutError", 0]);
  expect(onIdle).toHaveBeenCalled();
});
