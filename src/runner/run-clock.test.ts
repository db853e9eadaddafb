// Tests of a run's clock.

import { expect, test } from "vitest";
import { movedOn, type RunClock, shownBy } from "./run-clock.ts";

const unknown: RunClock = { t: 0, speed: 2, at: null };

test("a clock that nothing was heard of shows 0", () => {
  expect(shownBy(unknown, 5000)).toBe(0);
});

test("a clock goes on at its speed from when it was heard of; one that stands still shows the same", () => {
  expect(shownBy({ t: 100, speed: 2, at: 5000 }, 5010)).toBe(120);
  expect(shownBy({ t: 1200, speed: 0, at: 5000 }, 9000)).toBe(1200);
});

test("what happens later than the clock shows moves it on, what happens earlier does not move it back", () => {
  const clock = movedOn(unknown, 40, 5000);
  expect(clock).toEqual({ t: 40, speed: 2, at: 5000 });
  expect(movedOn(clock, 41, 5010)).toBe(clock);
  expect(movedOn(clock, 70, 5010)).toEqual({ t: 70, speed: 2, at: 5010 });
});
