// Tests of searching in lists.

import { expect, test } from "vitest";
import { firstIndex, lastBefore } from "./lists.ts";

test("lastBefore finds the last element that is not past, at any index", () => {
  const found = (items: number[], past: number) => lastBefore(items, (item) => item > past);
  expect([0, 1, 2, 3, 9].map((past) => found([1, 2, 2, 4], past))).toEqual([-1, 0, 2, 2, 3]);
  expect(found([], 1)).toBe(-1);
});

test("the first index is never before the one from which it is searched, also in a list without order", () => {
  const ends = [1, 9, 9, 9, 2, 3];
  expect(firstIndex(ends, (end) => end > 5, 4)).toBeGreaterThanOrEqual(4);
});
