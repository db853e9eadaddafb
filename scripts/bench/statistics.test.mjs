// The medians of the bench are right for odd, even and unsorted measurements.

import { expect, test } from "vitest";
import { median, medianOf, quantile } from "./statistics.mjs";

test("the median of an odd number of measurements is the middle one, in whatever order they came", () => {
  expect(median([30, 1, 2])).toBe(2);
});

test("the median of an even number lies between the two in the middle", () => {
  expect(median([1, 2, 4, 100])).toBe(3);
});

test("a quantile lies between its neighbours in proportion", () => {
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(quantile([5, 1, 3], 1)).toBe(5);
});

test("the median of a field looks at that field alone", () => {
  const records = [
    { a: 1, b: 9 },
    { a: 3, b: 9 },
  ];
  expect(medianOf(records, "a")).toBe(2);
});

test("nothing measured is an error and not a number", () => {
  expect(() => median([])).toThrow("Nothing was measured.");
});
