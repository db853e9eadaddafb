// Tests of the console's own texts.

import { expect, test } from "vitest";
import { countText, cutLine, frameText, longestShown, placeText, spoken } from "./text.ts";

test("a line is cut after ten thousand characters, and what is missing is counted", () => {
  const line = "x".repeat(longestShown);
  expect(cutLine(line)).toEqual({ shown: line, missing: 0 });
  expect(cutLine(`${line}moo`)).toEqual({ shown: line, missing: 3 });
});

test("a stack frame has its name and place; the top level has only its place", () => {
  const place = { file: "animals.ts", line: 7, column: 15 };
  expect(placeText(place)).toBe("animals.ts:7:15");
  expect(frameText({ ...place, name: "speak" })).toBe("speak (animals.ts:7:15)");
  expect(frameText({ ...place, name: "" })).toBe("animals.ts:7:15");
});

test("a place in an entry does not show the entry's number in the trace", () => {
  const place = { file: "prompt 12", line: 2, column: 1 };
  expect(placeText(place)).toBe("prompt, line 2");
  expect(frameText({ ...place, name: "speak" })).toBe("speak (prompt, line 2)");
});

test("a line is split where another thread prints, as far as it is shown", () => {
  const voices = [
    { worker: 1, from: 0 },
    { worker: 2, from: 2 },
    { worker: 1, from: 5 },
  ];
  expect(spoken({ worker: 1, voices }, "MoOin")).toEqual([
    { text: "Mo", worker: 1 },
    { text: "Oin", worker: 2 },
  ]);
  expect(spoken({ worker: 3 }, "Moo")).toEqual([{ text: "Moo", worker: 3 }]);
});

test("thousands are separated", () => {
  expect(countText(12_431)).toBe("12,431");
});
