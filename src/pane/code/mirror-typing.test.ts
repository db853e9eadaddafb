// Tests of typing in a mirror.

import { expect, test } from "vitest";
import { lineBreak, movedCaret } from "./mirror-typing.ts";

test("Enter keeps the indentation of the line, and adds to it after an opening bracket", () => {
  expect(lineBreak("const moo = 1;")).toBe("\n");
  expect(lineBreak("{\n  moo();")).toBe("\n  ");
  expect(lineBreak("{\n  for (;;) {")).toBe("\n    ");
  expect(lineBreak("speak( ")).toBe("\n  ");
});

test("a caret stays beside the same characters when text changes elsewhere", () => {
  expect(movedCaret("cow, pig", "cow, big pig", 3)).toBe(3);
  expect(movedCaret("cow, pig", "cow, big pig", 8)).toBe(12);
  expect(movedCaret("cow, big pig", "cow, pig", 12)).toBe(8);
  expect(movedCaret("cow, big pig", "cow, pig", 7)).toBe(5);
});
