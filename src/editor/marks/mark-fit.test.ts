// Tests of how much is said after a line.

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

test("the longest text that fits is said, four characters being left for what is around it", () => {
  expect(said([cow], 26)).toBe('speak("cow") · running');
  expect(said([cow], 25)).toBe('speak("cow")');
});

test("two texts share the room", () => {
  expect(said([cow, others], 56)).toBe('speak("cow") · running / speak("pig"), speak("dog")');
  expect(said([cow, others], 55)).toBe('speak("cow") / speak("pig") +1');
  expect(said([cow, others], 22)).toBe('speak("cow") / ×2');
});

test("where none fits the shortest is there to be cut", () => {
  expect(said([cow], 9)).toBe('speak("cow")');
});

test("where too little of it would be left nothing is said", () => {
  expect(fitting([cow], 8)).toEqual([]);
});

test("where nothing is to be said nothing is", () => {
  expect(fitting([], 100)).toEqual([]);
});
