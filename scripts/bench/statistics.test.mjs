// Tests the bench's medians with odd, even and unsorted measurements.

import { expect, test } from "vitest";
import { median, medianOf, quantile } from "./statistics.mjs";

test("the median of an odd number of measurements is the middle one, in any order", () => {
  expect(median([30, 1, 2])).toBe(2);
});

test("the median of an even number of measurements lies between the two in the middle", () => {
  expect(median([1, 2, 4, 100])).toBe(3);
});

test("a quantile lies between its neighbours in proportion", () => {
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(quantile([5, 1, 3], 1)).toBe(5);
});

test("the median of a field ignores the other fields", () => {
  const records = [
    { a: 1, b: 9 },
    { a: 3, b: 9 },
  ];
  expect(medianOf(records, "a")).toBe(2);
});

test("no measurements are an error, not NaN", () => {
  expect(() => median([])).toThrow("Nothing was measured.");
});
