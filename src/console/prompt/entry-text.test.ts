// Tests of the text of an entry.

import { expect, test } from "vitest";
import { endOfFirstLine, isBlank, isOnFirstLine, isOnLastLine, lineEnd } from "./entry-text.ts";

test("a text of only spaces and line ends is blank", () => {
  expect(isBlank("")).toBe(true);
  expect(isBlank(" \n\t")).toBe(true);
  expect(isBlank("0")).toBe(false);
});

test("a cursor may be on the first line, on the last, on both or on neither", () => {
  const text = "one\ntwo\nthree";
  expect([0, 3, 4, 7, 8, 13].map((cursor) => isOnFirstLine(text, cursor))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect([0, 3, 4, 7, 8, 13].map((cursor) => isOnLastLine(text, cursor))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(isOnFirstLine("one", 1) && isOnLastLine("one", 1)).toBe(true);
});

test("the first line ends before its line end", () => {
  expect(endOfFirstLine("one\ntwo")).toBe(3);
  expect(endOfFirstLine("one")).toBe(3);
});

test("a new line is indented as the one before", () => {
  const text = "for (;;) {\n    speak();";
  expect(lineEnd(text, text.length, text.length)).toEqual({ from: 23, to: 23, text: "\n    " });
  expect(lineEnd("x", 1, 1).text).toBe("\n");
});

test("only the indentation before the cursor is kept", () => {
  expect(lineEnd("    x", 2, 2).text).toBe("\n  ");
});

test("a line end replaces the selection", () => {
  expect(lineEnd("one two", 3, 7)).toEqual({ from: 3, to: 7, text: "\n" });
});
