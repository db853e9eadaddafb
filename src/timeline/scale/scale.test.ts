// Tests of the axis: its end, its ticks, and their texts.

import { expect, test } from "vitest";
import { plainTimes, timesIn } from "../../trace/words/times.ts";
import { axisEnd, axisTicks } from "./scale.ts";

const texts = (end: number, count: number, from = 0, times = plainTimes) =>
  axisTicks({ from, to: end }, count, times).map(({ text }) => text.replace("\u00a0", " "));

test("a growing axis does not move between its steps", () => {
  expect([0, 400, 900].map((t) => axisEnd(t, true))).toEqual([1000, 1000, 1000]);
  expect([950, 1800].map((t) => axisEnd(t, true))).toEqual([2000, 2000]);
  expect(axisEnd(115_000, true)).toBe(180_000);
});

test("a growing axis always has room after the present", () => {
  for (let t = 0; t < 400_000; t += 777) expect(axisEnd(t, true)).toBeGreaterThanOrEqual(t * 1.08);
});

test("a short entry at the prompt makes a short axis grow only a little", () => {
  expect([9, 12, 50, 2000].map((t) => axisEnd(t, true, 20))).toEqual([20, 20, 100, 3000]);
});

test("after the end the axis fits the longest run, and its length is never zero", () => {
  expect(axisEnd(6040, false)).toBe(6040);
  expect([12, 0].map((t) => axisEnd(t, false))).toEqual([12, 5]);
});

test("ticks of a long run are whole seconds", () => {
  expect(texts(6040, 7)).toEqual(["0 s", "1 s", "2 s", "3 s", "4 s", "5 s", "6 s"]);
});

test("ticks of a short run have the decimals that they need", () => {
  expect(texts(1500, 3)).toEqual(["0 s", "0.5 s", "1.0 s", "1.5 s"]);
  expect(texts(300, 6)).toEqual(["0 s", "0.05 s", "0.10 s", "0.15 s", "0.20 s", "0.25 s", "0.30 s"]);
});

test("ticks of a very short run are milliseconds", () => {
  expect(texts(43, 4)).toEqual(["0 ms", "10 ms", "20 ms", "30 ms", "40 ms"]);
});

test("a tick's time is in milliseconds", () => {
  expect(axisTicks({ from: 0, to: 2000 }, 2, plainTimes).map(({ t }) => t)).toEqual([0, 1000, 2000]);
});

test("a narrow axis still has ticks", () => {
  expect(texts(6040, 0.4).length).toBeGreaterThan(0);
});

test("ticks of a part have the decimals that the part needs", () => {
  expect(texts(2300, 4, 2000)).toEqual(["2.0 s", "2.1 s", "2.2 s", "2.3 s"]);
});

test("ticks are written in a story's unit", () => {
  expect(texts(600, 4, 0, timesIn({ length: 150, name: "week" }))).toEqual([
    "0 weeks",
    "1 week",
    "2 weeks",
    "3 weeks",
    "4 weeks",
  ]);
});
