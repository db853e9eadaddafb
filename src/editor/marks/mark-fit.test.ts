// Tests of fitting the label after a line.

import { expect, test } from "vitest";
import { fitting } from "./mark-fit.ts";
import type { MarkGroup } from "./mark-lines.ts";

function group(state: MarkGroup["state"], ...texts: string[]): MarkGroup {
  return { state, forms: texts.map((text) => [{ text, className: "" }]) };
}

function said(groups: readonly MarkGroup[], room: number): string {
  return fitting(groups, room)
    .map(({ pieces }) => pieces.map(({ text }) => text).join(""))
    .join(" / ");
}

const cow = group("running", 'speak("cow") · running', 'speak("cow")');
const others = group("suspended", 'speak("pig"), speak("dog")', 'speak("pig") +1', "×2");

test("the longest text that fits is chosen, with four characters reserved around it", () => {
  expect(said([cow], 26)).toBe('speak("cow") · running');
  expect(said([cow], 25)).toBe('speak("cow")');
});

test("two texts share the room", () => {
  expect(said([cow, others], 56)).toBe('speak("cow") · running / speak("pig"), speak("dog")');
  expect(said([cow, others], 55)).toBe('speak("cow") / speak("pig") +1');
  expect(said([cow, others], 22)).toBe('speak("cow") / ×2');
});

test("if none fits, the shortest is chosen, which will be cut", () => {
  expect(said([cow], 9)).toBe('speak("cow")');
});

test("if too little of it would be left, there is no label", () => {
  expect(fitting([cow], 8)).toEqual([]);
});

test("without texts there is no label", () => {
  expect(fitting([], 100)).toEqual([]);
});
