// Tests of comparing two texts.

import { expect, test } from "vitest";
import { changedRange } from "./changed-range.ts";

test("the changed range is the smallest one", () => {
  expect(changedRange("cow, pig", "cow, big pig")).toEqual({ from: 5, to: 5, text: "big " });
  expect(changedRange("aaa", "aa")).toEqual({ from: 2, to: 3, text: "" });
  expect(changedRange("aa", "aaa")).toEqual({ from: 2, to: 2, text: "a" });
  expect(changedRange("cow", "pig")).toEqual({ from: 0, to: 3, text: "pig" });
  expect(changedRange("cow", "cow")).toEqual({ from: 3, to: 3, text: "" });
});
