import { expect, test, vi } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import { Timers } from "./timers.ts";

function setUp() {
  const clock = new ManualClock();
  const onIdle = vi.fn();
  const told: unknown[][] = [];
  const timers = new Timers({
    clock,
    onIdle,
    onSet: (...facts) => told.push(["set", ...facts]),
    onFire: (...facts) => told.push(["fire", ...facts]),
    onClear: (...facts) => told.push(["clear", ...facts]),
  });
  return { clock, onIdle, told, timers };
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
  for (const delay of [undefined, -5, Number.NaN, "soon", Number.POSITIVE_INFINITY, 0.9]) {
    timers.setTimeout(call, delay);
  }
  timers.clear(undefined);
  timers.clear(999);
  await clock.pass(0);
  expect(call).toHaveBeenCalledTimes(6);
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

test("a signal refuses what is no number of milliseconds", () => {
  const { timers } = setUp();
  for (const delay of [undefined, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => timers.signalTimeout(delay)).toThrow(TypeError);
  }
  expect(timers.pendingSignals).toBe(0);
});

test("what becomes of each timer is told, under a number from 0 that is one less than the program's", async () => {
  const { clock, told, timers } = setUp();
  const first = timers.setTimeout(() => undefined, 10);
  const second = timers.setInterval(() => timers.clear(second), 20.7);
  const third = timers.setTimeout(() => undefined, "30");
  timers.clear(third);
  timers.clear(third);
  await clock.pass(100);
  timers.clear(first);
  expect([first, second, third]).toEqual([1, 2, 3]);
  expect(told).toEqual([
    ["set", 0, 10, false],
    ["set", 1, 20, true],
    ["set", 2, 30, false],
    ["clear", 2],
    ["fire", 0],
    ["fire", 1],
    ["clear", 1],
  ]);
});

test("timers call back in the order of their times, then as they were set, each with its microtasks", async () => {
  const { clock, timers } = setUp();
  const order: string[] = [];
  const print = (text: string) => {
    order.push(text);
    void Promise.resolve().then(() => order.push(`${text}, then`));
  };
  timers.setTimeout(print, 20, "late");
  timers.setTimeout(print, 10, "early");
  timers.setTimeout(print, 10, "early, too");
  timers.setTimeout(print, 0, "now");
  await clock.pass(20);
  const texts = ["now", "early", "early, too", "late"];
  expect(order).toEqual(texts.flatMap((text) => [text, `${text}, then`]));
});

test("timers set by timers wait for 4 ms from the seventh on, as in browsers, and starve nobody", async () => {
  const { clock, timers } = setUp();
  const times: number[] = [];
  const again = () => {
    times.push(clock.now());
    if (times.length < 9) void Promise.resolve().then(() => timers.setTimeout(again, 0));
  };
  timers.setTimeout(again, 0);
  await clock.pass(50);
  expect(times).toEqual([0, 0, 0, 0, 0, 0, 4, 8, 12]);
});

test("so does an interval", async () => {
  const { clock, timers } = setUp();
  const times: number[] = [];
  timers.setInterval(() => times.push(clock.now()), 1);
  await clock.pass(20);
  expect(times).toEqual([1, 2, 3, 4, 5, 6, 10, 14, 18]);
});

test("a timer that is set after a reply is no timer set by a timer", async () => {
  const { clock, timers } = setUp();
  const times: number[] = [];
  let rest = 8;
  const again = () => {
    rest -= 1;
    if (rest > 0) timers.setTimeout(again, 0);
    else clock.setTimer(() => timers.setTimeout(() => times.push(clock.now()), 0), 0);
  };
  timers.setTimeout(again, 0);
  await clock.pass(50);
  expect(times).toEqual([8]);
});

test("a function is called as browsers call it", async () => {
  const { clock, timers } = setUp();
  const call = vi.fn();
  timers.setTimeout(call, 0);
  await clock.pass(0);
  expect(call.mock.contexts).toEqual([globalThis]);
});
