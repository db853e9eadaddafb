import { expect, test, vi } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import { LiveClock } from "./live-clock.ts";
import { createRealTime } from "./real-time.ts";

/** A clock on a real time that the test moves by hand, and a list of notes, each with the clock's time. */
function setUp(speed = 1) {
  const reality = new ManualClock();
  const changes: [number, number][] = [];
  const clock = new LiveClock({
    real: reality.real,
    speed,
    onChange: () => changes.push([clock.now(), clock.speed]),
  });
  const noted: [string, number][] = [];
  const note = (text: string) => noted.push([text, clock.now()]);
  clock.start();
  changes.length = 0;
  return { reality, clock, noted, note, changes };
}

test("real time passes at the clock's speed", async () => {
  const { reality, clock, noted, note } = setUp(4);
  clock.setTimer(() => note("a"), 400);
  clock.setTimer(() => note("b"), 1000);
  await reality.pass(99);
  expect([clock.now(), noted]).toEqual([396, []]);
  await reality.pass(1);
  expect(noted).toEqual([["a", 400]]);
  await reality.pass(150);
  expect(noted).toEqual([
    ["a", 400],
    ["b", 1000],
  ]);
});

test("a clock that stands still shows the same time, and calls nobody back until it goes on", async () => {
  const { reality, clock, noted, note, changes } = setUp();
  clock.setTimer(() => note("a"), 100);
  await reality.pass(60);
  clock.setSpeed(0);
  await reality.pass(5000);
  expect([clock.now(), noted]).toEqual([60, []]);
  clock.setTimer(() => note("none"), 0);
  await reality.pass(5000);
  expect(noted).toEqual([]);
  clock.setSpeed(1);
  await reality.pass(39);
  expect(noted).toEqual([["none", 60]]);
  await reality.pass(1);
  expect(noted.at(-1)).toEqual(["a", 100]);
  expect(changes).toEqual([
    [60, 0],
    [60, 1],
  ]);
});

test("a clock that is put to rest shows the time it is given, and goes on from there", async () => {
  const { clock, reality } = setUp();
  await reality.pass(500);
  clock.rest(420);
  await reality.pass(1000);
  expect([clock.now(), clock.speed]).toEqual([420, 0]);
  clock.setSpeed(1);
  await reality.pass(10);
  expect(clock.now()).toBe(430);
});

test("a pending timer is due at its time, whatever the speed becomes in between", async () => {
  const { reality, clock, noted, note } = setUp();
  clock.setTimer(() => note("a"), 1000);
  await reality.pass(200);
  clock.setSpeed(8);
  await reality.pass(50);
  expect(clock.now()).toBe(600);
  clock.setSpeed(0.25);
  await reality.pass(1599);
  expect(noted).toEqual([]);
  await reality.pass(1);
  expect(noted).toEqual([["a", 1000]]);
});

test("a step lets the next timer call back at its time, and no other", async () => {
  const { reality, clock, noted, note } = setUp();
  clock.setTimer(() => note("late"), 300);
  clock.setTimer(() => note("early"), 100);
  clock.setTimer(() => note("early, too"), 100);
  expect(clock.step()).toBe(false);
  clock.setSpeed(0);
  expect(clock.step()).toBe(true);
  expect(noted).toEqual([["early", 100]]);
  await reality.pass(1000);
  expect([clock.step(), clock.step(), clock.step()]).toEqual([true, true, false]);
  expect(noted.slice(1)).toEqual([
    ["early, too", 100],
    ["late", 300],
  ]);
  expect(clock.now()).toBe(300);
});

test("a step passes over the runtime's own timers, which call back on the way", () => {
  const { clock, noted, note } = setUp(0);
  clock.setTimer(() => note("own"), 50, "upkeep");
  clock.setTimer(() => note("own, later"), 200, "upkeep");
  expect(clock.step()).toBe(false);
  clock.setTimer(() => note("signal"), 100, "signal");
  expect([clock.step(), clock.step()]).toEqual([true, false]);
  expect(noted).toEqual([
    ["own", 50],
    ["signal", 100],
  ]);
});

test("a block in a step moves the time that stands still, and what is past by then is next", () => {
  const { clock, noted, note, changes } = setUp(0);
  clock.setTimer(() => {
    clock.block(500);
    note("blocked");
  }, 100);
  clock.setTimer(() => note("waited"), 200);
  clock.step();
  expect(clock.now()).toBe(600);
  clock.step();
  expect(noted).toEqual([
    ["blocked", 600],
    ["waited", 600],
  ]);
  expect(changes.map(([time]) => time)).toEqual([100, 600, 600]);
});

test("a block takes its time on the run's clock, and no timer calls back meanwhile", async () => {
  const { reality, clock, noted, note } = setUp(20);
  clock.setTimer(() => note("a"), 100);
  clock.block(2000);
  expect([reality.now(), clock.now(), noted]).toEqual([100, 2000, []]);
  await reality.pass(0);
  expect(noted).toEqual([["a", 2000]]);
});

test("a program that waits for a time without giving up control gets there while the clock stands still", () => {
  const { clock } = setUp(0);
  while (clock.read() < 20);
  expect(clock.now()).toBe(20);
});

test("real timers go on while the clock stands still", async () => {
  const { reality, clock, noted, note } = setUp(0);
  clock.real.setTimer(() => note("real"), 8);
  await reality.pass(8);
  expect(noted).toEqual([["real", 0]]);
});

test("a timer that throws does not keep the others from calling back", async () => {
  const { reality, clock, noted, note } = setUp();
  clock.setTimer(() => {
    throw new Error("moo");
  }, 10);
  clock.setTimer(() => note("a"), 10);
  await expect(reality.pass(20)).rejects.toThrow("moo");
  await reality.pass(20);
  expect(noted).toEqual([["a", 10]]);
});

test("a cleared timer does not call back", async () => {
  const { reality, clock, noted, note } = setUp();
  clock.clearTimer(clock.setTimer(() => note("a"), 10));
  clock.setTimer(() => note("b"), 20);
  await reality.pass(30);
  expect(noted).toEqual([["b", 20]]);
});

test("in real time too, no timer is early, those due together keep their order, and each has its microtasks", async () => {
  const clock = new LiveClock({ real: createRealTime() });
  clock.start();
  const start = clock.now();
  const order: string[] = [];
  const early: number[] = [];
  const wait = (delay: number, text: string) => {
    const due = start + delay;
    return new Promise<void>((resolve) => {
      clock.setAlarm(() => {
        if (clock.now() < due) early.push(due - clock.now());
        order.push(text);
        void Promise.resolve().then(() => order.push(`${text}, then`));
        resolve();
      }, due);
    });
  };
  await Promise.all([wait(20, "c"), wait(0, "a"), wait(0, "b"), wait(20, "d")]);
  expect(order).toEqual(["a", "a, then", "b", "b, then", "c", "c, then", "d", "d, then"]);
  expect(early).toEqual([]);
});

test("timers that are due at once take a turn each, and set no real timer: browsers delay nested ones", async () => {
  const { reality, clock } = setUp();
  const [soon, setTimer] = [vi.spyOn(reality.real, "soon"), vi.spyOn(reality.real, "setTimer")];
  const call = vi.fn();
  for (let index = 0; index < 100; index += 1) clock.setTimer(call, 0);
  await reality.pass(0);
  // The last turn finds nothing left to call.
  expect([call, soon, setTimer].map(({ mock }) => mock.calls.length)).toEqual([100, 101, 0]);
});

test("the clock never goes back, whatever its speed becomes", async () => {
  const clock = new LiveClock({ real: createRealTime() });
  let last = clock.now();
  for (let round = 0; round < 20_000; round += 1) {
    clock.setSpeed([1, 20, 0, 0.25][round % 4] ?? 1);
    const now = clock.now();
    expect(now >= last).toBe(true);
    last = now;
  }
});
