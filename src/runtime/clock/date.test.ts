import { expect, test } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import { createDate, deterministicOrigin, installTime, type TimedRealm } from "./date.ts";

const origin = Date.UTC(2026, 4, 17, 12);

function setUp() {
  const clock = new ManualClock();
  return { clock, RunDate: createDate(clock, origin) };
}

/** A realm that the test may change, and the calls of its marks and measures. */
function fakeRealm() {
  const asked: unknown[][] = [];
  const performance = Object.create({
    now: () => -1,
    timeOrigin: -1,
    mark: (...args: unknown[]) => void asked.push(["mark", ...args]),
    measure: (...args: unknown[]) => void asked.push(["measure", ...args]),
  }) as Performance;
  class Real extends Date {}
  const realm: TimedRealm = { Date: Real as DateConstructor, performance };
  return { realm, asked, Real };
}

test("now is the run's time since its origin, in whole milliseconds", () => {
  const { clock, RunDate } = setUp();
  clock.block(1234.9);
  expect([RunDate.now(), new RunDate().getTime()]).toEqual([origin + 1234, origin + 1234]);
  expect(RunDate()).toBe(new Date(origin + 1234).toString());
});

test("whatever is not about now is as ever", () => {
  const { RunDate } = setUp();
  for (const args of [[0], ["2026-03-04T05:06:07Z"], ["nonsense"], [2026, 1], [2026, 1, 3, 4, 5, 6, 7]]) {
    const real: Date = Reflect.construct(Date, args);
    expect(Reflect.construct(RunDate, args).getTime()).toBe(real.getTime());
  }
  expect(new RunDate(new Date(5)).getTime()).toBe(5);
  expect(new RunDate(undefined as unknown as number).getTime()).toBeNaN();
  expect([RunDate.UTC(2026, 1), RunDate.parse("2026-03-04")]).toEqual([
    Date.UTC(2026, 1),
    Date.parse("2026-03-04"),
  ]);
  expect([RunDate.name, RunDate.length, RunDate.now.name, RunDate.now.length]).toEqual(["Date", 7, "now", 0]);
  expect(Object.getOwnPropertyNames(RunDate).sort()).toEqual(Object.getOwnPropertyNames(Date).sort());
});

test("its objects are dates, and so are those of its subclasses", () => {
  const { clock, RunDate } = setUp();
  class Birthday extends RunDate {
    get next() {
      return this.getUTCFullYear() + 1;
    }
  }
  clock.block(1000);
  const birthday = new Birthday();
  expect(new RunDate() instanceof RunDate && new RunDate() instanceof Date).toBe(true);
  expect(new Date() instanceof RunDate).toBe(true);
  expect(birthday instanceof Birthday && birthday instanceof RunDate).toBe(true);
  expect([birthday.getTime(), birthday.next]).toEqual([origin + 1000, 2027]);
  expect(structuredClone(new RunDate(7))).toEqual(new Date(7));
});

test("a realm has no other date, and its performance is measured on the same clock", () => {
  const { realm, Real } = fakeRealm();
  const clock = new ManualClock();
  installTime(clock, deterministicOrigin, realm);
  clock.block(1500.5);
  expect(realm.Date).not.toBe(Real);
  expect(new realm.Date().constructor).toBe(realm.Date);
  expect(new realm.Date().toISOString()).toBe("2026-01-01T00:00:01.500Z");
  expect([realm.performance.now(), realm.performance.timeOrigin]).toEqual([1500.5, deterministicOrigin]);
});

test("marks and measures are on the run's clock, unless they say when they are", () => {
  const { realm, asked } = fakeRealm();
  const clock = new ManualClock();
  installTime(clock, origin, realm);
  clock.block(100);
  const { performance } = realm;
  performance.mark("a");
  performance.mark("b", { startTime: 5 });
  performance.measure("c");
  performance.measure("d", "a");
  performance.measure("e", "a", "b");
  performance.measure("f", { start: 3, duration: 4 });
  expect(asked).toEqual([
    ["mark", "a", { startTime: 100 }],
    ["mark", "b", { startTime: 5 }],
    ["measure", "c", { start: 0, end: 100 }],
    ["measure", "d", { start: "a", end: 100 }],
    ["measure", "e", { start: "a", end: "b" }],
    ["measure", "f", { start: 3, duration: 4 }],
  ]);
});
