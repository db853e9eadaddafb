// Tests of formatting times.

import { expect, test } from "vitest";
import { parseUnit, plainTimes, timesIn } from "./times.ts";

const minutes = timesIn({ length: 20, name: "min" });
const weeks = timesIn({ length: 150, name: "week" });

function plain(text: string): string {
  return text.replace("\u00a0", " ");
}

test("times are written in seconds, short ones in milliseconds", () => {
  expect([43, 316, 6036, 123_456].map(plainTimes.text).map(plain)).toEqual([
    "43 ms",
    "0.32 s",
    "6.04 s",
    "123.5 s",
  ]);
  expect(plain(plainTimes.rough(3449))).toBe("3.4 s");
  expect(plainTimes.delay(300)).toBe("300 ms");
});

test("a story's unit replaces them, and a timer that was a little late gives no fraction", () => {
  expect([900, 903, 6613].map(minutes.text).map(plain)).toEqual(["45 min", "45 min", "331 min"]);
  expect([152, 3004, 75].map(weeks.text).map(plain)).toEqual(["1 week", "20 weeks", "0.5 weeks"]);
  expect(weeks.delay(150)).toBe("1 week");
});

test("a range has its unit once", () => {
  expect(plain(plainTimes.range(25, 2021))).toBe("0.03–2.02 s");
  expect([plainTimes.range(13, 40), plainTimes.range(2021, 2022)].map(plain)).toEqual([
    "13–40 ms",
    "at 2.02 s",
  ]);
  expect([minutes.range(0, 900), weeks.range(150, 301)].map(plain)).toEqual(["0–45 min", "1–2 weeks"]);
});

test("a time that still grows is rounded down to whole units", () => {
  expect([140, 160].map(weeks.rough).map(plain)).toEqual(["0 weeks", "1 week"]);
});

test("a unit is written as an equation", () => {
  expect(parseUnit("150 ms = 1 week")).toEqual({ length: 150, name: "week" });
  expect(parseUnit("2.5 ms = 1 min")).toEqual({ length: 2.5, name: "min" });
  expect(["weeks", "0 ms = 1 week", "1 s = 1 week", "1 ms = 2 weeks"].map(parseUnit)).toEqual(
    Array(4).fill(undefined),
  );
});
