// Tests of the axis: its end, its ticks, and how times are written.

import { expect, test } from "vitest";
import { axisEnd, axisTicks, roughTimeText, timeText } from "./scale.ts";

const texts = (end: number, count: number) =>
  axisTicks(end, count).map(({ text }) => text.replace("\u00a0", " "));

test("a growing axis stands still between its steps", () => {
  expect([0, 400, 900].map((t) => axisEnd(t, true))).toEqual([1000, 1000, 1000]);
  expect([950, 1800].map((t) => axisEnd(t, true))).toEqual([2000, 2000]);
  expect(axisEnd(115_000, true)).toBe(180_000);
});

test("a growing axis always has room behind now", () => {
  for (let t = 0; t < 400_000; t += 777) expect(axisEnd(t, true)).toBeGreaterThanOrEqual(t * 1.08);
});

test("what takes a moment at the prompt makes a short axis grow little", () => {
  expect([9, 12, 50, 2000].map((t) => axisEnd(t, true, 20))).toEqual([20, 20, 100, 3000]);
});

test("after the end the axis fits the longest run, and is never without length", () => {
  expect(axisEnd(6040, false)).toBe(6040);
  expect([12, 0].map((t) => axisEnd(t, false))).toEqual([12, 5]);
});

test("ticks are whole seconds where the run is long", () => {
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
  expect(axisTicks(2000, 2).map(({ t }) => t)).toEqual([0, 1000, 2000]);
});

test("a narrow axis still has ticks", () => {
  expect(axisTicks(6040, 0.4).length).toBeGreaterThan(0);
});

test("times are written in seconds, short ones in milliseconds", () => {
  expect([43, 316, 6036, 123_456].map(timeText)).toEqual([
    "43\u00a0ms",
    "0.32\u00a0s",
    "6.04\u00a0s",
    "123.5\u00a0s",
  ]);
  expect(roughTimeText(3449)).toBe("3.4\u00a0s");
});
