// Tests of the time budget.

import { beforeEach, expect, test, vi } from "vitest";
import { Budget } from "./budget.ts";

let now = 0;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});

/** Offers work of 10 ms to the budget; true if it was done. */
function spend(budget: Budget): boolean {
  return budget.spend(() => {
    now += 10;
  });
}

test("work of 10 ms is done again after nine times as long", () => {
  const budget = new Budget();
  expect(spend(budget)).toBe(true);
  now = 99;
  expect(spend(budget)).toBe(false);
  now = 100;
  expect(spend(budget)).toBe(true);
});

test("what was renewed does not wait, and waits again afterwards", () => {
  const budget = new Budget();
  spend(budget);
  budget.renew();
  expect(spend(budget)).toBe(true);
  expect(spend(budget)).toBe(false);
});
