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

test("a line is split where another task or thread prints, as far as it is shown", () => {
  const voices = [
    { task: 0, worker: 1, from: 0 },
    { task: 1, worker: 2, from: 2 },
    { task: 0, worker: 1, from: 5 },
  ];
  const split = (line: Parameters<typeof spoken>[0], shown: string) =>
    spoken(line, shown).map(({ text, by }) => [text, by.task, by.worker]);
  expect(split({ task: 0, worker: 1, voices }, "MoOin")).toEqual([
    ["Mo", 0, 1],
    ["Oin", 1, 2],
  ]);
  expect(split({ task: 2 }, "Moo")).toEqual([["Moo", 2, undefined]]);
});

test("thousands are separated", () => {
  expect(countText(12_431)).toBe("12,431");
});
