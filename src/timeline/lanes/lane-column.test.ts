// Tests of the positions of lanes.

import { expect, test } from "vitest";
import { LaneColumn } from "./lane-column.ts";

const odd = [
  { index: 0, height: 10 },
  { index: 1, height: 15 },
  { index: 5, height: 15 },
];

test("each lane begins where the one above it ends", () => {
  const column = new LaneColumn(7, 20, odd);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => column.topOf(index))).toEqual([
    0, 10, 25, 45, 65, 85, 100, 120,
  ]);
  expect([0, 1, 2, 5, 6].map((index) => column.heightOf(index))).toEqual([10, 15, 20, 15, 20]);
  expect(column.height).toBe(120);
});

test("the visible lanes are found, however many lanes there are", () => {
  const column = new LaneColumn(1_000_000, 20, odd);
  expect(column.within(0, 30)).toEqual({ first: 0, end: 3 });
  const { first, end } = column.within(10_000_000, 10_000_100);
  expect(column.topOf(first)).toBeLessThanOrEqual(10_000_000);
  expect(column.topOf(first + 1)).toBeGreaterThan(10_000_000);
  expect(end - first).toBe(6);
});

test("there may be none", () => {
  const column = new LaneColumn(0, 20, []);
  expect([column.height, column.within(0, 100)]).toEqual([0, { first: 0, end: 0 }]);
});
