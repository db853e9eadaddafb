import { expect, test } from "vitest";
import { readAnimalList, writeAnimalList } from "./animal-list.ts";

const text = 'import { x } from "./x";\nexport const animals = ["cow", "pig"];\nconst others = ["dog"];\n';

test("reads the list in the order in which it is written", () => {
  expect(readAnimalList(text)).toEqual(["cow", "pig"]);
});

test("reads a list with a type, single quotes, several lines and a last comma", () => {
  expect(readAnimalList("const animals: string[] = [\n  'cow',\n  \"pig\",\n];")).toEqual(["cow", "pig"]);
});

test("distinguishes an empty list from no list", () => {
  expect(readAnimalList("const animals = [];")).toEqual([]);
  expect(readAnimalList("const beasts = ['cow'];")).toBeUndefined();
});

test("changes the list and nothing else", () => {
  expect(writeAnimalList(text, ["frog"])).toBe(text.replace('"cow", "pig"', '"frog"'));
  expect(writeAnimalList("const beasts = [];", ["frog"])).toBe("const beasts = [];");
});

test("takes a name with a dollar sign as it is", () => {
  expect(writeAnimalList("const animals = [];", ["$1"])).toBe('const animals = ["$1"];');
});
