// Tests of the console's own words.

import { expect, test } from "vitest";
import { countText, cutLine, frameText, longestLine, placeText } from "./text.ts";

test("a line is cut after ten thousand characters, and what is missing is counted", () => {
  const line = "x".repeat(longestLine);
  expect(cutLine(line)).toEqual({ shown: line, missing: 0 });
  expect(cutLine(`${line}moo`)).toEqual({ shown: line, missing: 3 });
});

test("a frame is named with its place, the top level by its place alone", () => {
  const place = { file: "animals.ts", line: 7, column: 15 };
  expect(placeText(place)).toBe("animals.ts:7:15");
  expect(frameText({ ...place, name: "speak" })).toBe("speak (animals.ts:7:15)");
  expect(frameText({ ...place, name: "" })).toBe("animals.ts:7:15");
});

test("a place in what was entered does not tell by which number the trace knows it", () => {
  const place = { file: "prompt 12", line: 2, column: 1 };
  expect(placeText(place)).toBe("prompt, line 2");
  expect(frameText({ ...place, name: "speak" })).toBe("speak (prompt, line 2)");
});

test("thousands are set apart", () => {
  expect(countText(12_431)).toBe("12,431");
});
