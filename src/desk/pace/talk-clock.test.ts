// Tests of the clock of the talk, and of times in words.

import { expect, test } from "vitest";
import {
  type ClockDeed,
  isFresh,
  newClock,
  nextClock,
  readClock,
  spentAt,
  type TalkClock,
} from "./talk-clock.ts";
import { asClock, inHalves, minutesInWords } from "./words.ts";

/** The clock after deeds, each at its time. */
function after(...deeds: readonly (readonly [now: number, deed: ClockDeed])[]): TalkClock {
  return deeds.reduce((clock, [now, deed]) => nextClock(clock, deed, now), newClock(40));
}

const [start, pause, reset] = [{ kind: "start" }, { kind: "pause" }, { kind: "reset" }] as const;

test("the clock goes from start to pause, and on after the next start", () => {
  expect(spentAt(after([1000, start]), 5000)).toBe(4000);
  expect(spentAt(after([1000, start], [3000, pause]), 9000)).toBe(2000);
  expect(spentAt(after([1000, start], [3000, pause], [8000, start]), 9000)).toBe(3000);
});

test("a second start or pause changes nothing", () => {
  expect(spentAt(after([1000, start], [2000, start]), 5000)).toBe(4000);
  expect(spentAt(after([1000, start], [3000, pause], [4000, pause]), 9000)).toBe(2000);
});

test("a reset leads back to the beginning, and keeps the length", () => {
  const clock = after([0, { kind: "length", minutes: 25 }], [1000, start], [3000, reset]);
  expect(clock).toEqual(newClock(25));
  expect(isFresh(clock)).toBe(true);
  expect(isFresh(after([1000, start]))).toBe(false);
});

test("a length that no talk has is not taken", () => {
  for (const minutes of [0, -5, Number.NaN, 10_000]) {
    expect(after([0, { kind: "length", minutes }]).length).toBe(40);
  }
});

test("a computer's clock that is set back takes no time from the talk", () => {
  expect(spentAt(after([5000, start]), 1000)).toBe(0);
});

test("a kept clock is read again, and anything else is none", () => {
  const clock = after([1000, start]);
  expect(readClock(JSON.stringify(clock))).toEqual(clock);
  for (const text of [null, "", "null", "{}", '{"length":40,"spent":"1","since":null}', "[1"]) {
    expect(readClock(text)).toBeUndefined();
  }
});

test("times are told as clocks and people tell them", () => {
  expect([7000, 725_900, 3_725_000, -1].map(asClock)).toEqual(["0:07", "12:05", "1:02:05", "0:00"]);
  expect([0.5, 1, 39.5, 2].map(inHalves)).toEqual(["½", "1", "39½", "2"]);
  expect([0.5, 1, 39.5].map(minutesInWords)).toEqual(["½ minute", "1 minute", "39½ minutes"]);
});
