// Tests of seeds for the turns of threads.

import { expect, test } from "vitest";
import { anotherSeed, seedIn } from "./seeds.ts";

test("a seed is a whole number of at most six digits", () => {
  expect(["7", " 0 ", "999999", "007"].map(seedIn)).toEqual([7, 0, 999_999, 7]);
  expect(["", "-1", "1.5", "1e3", "cow", "1000000"].map(seedIn)).toEqual(Array(6).fill(undefined));
});

test("another seed is never the same one, and all from 1 to 999 can be drawn", () => {
  const draws = Array.from({ length: 998 }, (_, index) => anotherSeed(7, () => (index + 0.5) / 998));
  expect(new Set(draws).size).toBe(998);
  expect(draws).not.toContain(7);
  expect([Math.min(...draws), Math.max(...draws)]).toEqual([1, 999]);
});

test("the seeds beside those that are drawn have another one, too", () => {
  expect([0, 999_999].map((than) => anotherSeed(than, () => 0.999))).toEqual([998, 998]);
  expect(anotherSeed(999, () => 0.999)).toBe(998);
});
