import { expect, test } from "vitest";
import { missingName } from "./missing-names.ts";

test("names of pages and of Node are explained, in the words of each engine", () => {
  const sentence =
    "\n  document does not work in a pane: a pane's program runs in a worker, which has no page: print with console.log.";
  expect(missingName("document is not defined")).toBe(sentence);
  expect(missingName("Can't find variable: document")).toBe(sentence);
  expect(missingName("require is not defined")).toContain('write import … from "./file" at the top.');
});

test("other names are not", () => {
  expect(missingName("cow is not defined")).toBe("");
  expect(missingName("toString is not defined")).toBe("");
});
