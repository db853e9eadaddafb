// Tests of finding places in lists.

import { expect, test } from "vitest";
import { lastBefore } from "./lists.ts";

test("the last element that is not past is found, wherever it is", () => {
  const found = (items: number[], past: number) => lastBefore(items, (item) => item > past);
  expect([0, 1, 2, 3, 9].map((past) => found([1, 2, 2, 4], past))).toEqual([-1, 0, 2, 2, 3]);
  expect(found([], 1)).toBe(-1);
});
