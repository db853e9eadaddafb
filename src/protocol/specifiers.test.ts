import { expect, test } from "vitest";
import { findFile, specifierOf } from "./specifiers.ts";

test.each([
  ["./speak", "speak.ts"],
  ["./speak.ts", "speak.ts"],
  ["./interleave", "interleave.ts"],
  ["interleave", "interleave"],
  ["speak", undefined],
  ["./other", undefined],
  [7, undefined],
])("%s names %s", (specifier, file) => {
  expect(findFile(specifier, (name) => ["speak.ts", "interleave.ts"].includes(name))).toBe(file);
});

test("a file is imported without its ending", () => {
  expect(["speak.ts", "tsconfig"].map(specifierOf)).toEqual(["./speak", "./tsconfig"]);
});
