// Tests the names of saved files.

import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test.each([
  ["race", ".json", "interleave-race.json"],
  ["race", ".trace.json", "interleave-race.trace.json"],
  ["", ".har", "interleave.har"],
  ["../ Etc: passwd?", ".svg", "interleave-etc-passwd.svg"],
  ["Sequential & Concurrent", ".png", "interleave-sequential-concurrent.png"],
  ["Kühe", ".png", "interleave-kuhe.png"],
  ["牛", ".png", "interleave-牛.png"],
])("of %j with %s the file is called %s", (subject, ending, name) => {
  expect(fileName(subject, ending)).toBe(name);
});

test("a long name is cut", () => {
  expect(fileName("moo ".repeat(100), ".json").length).toBeLessThan(80);
});
