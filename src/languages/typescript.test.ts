// Tests the functions in the record of TypeScript.

import { expect, test } from "vitest";
import { typescript } from "./typescript.ts";

test("every form of import counts", () => {
  const text = `import "./a";
import b, { type B } from './b';
import type { C } from "./c";
import {
  d,
} from "./d";
import * as e from "./e";
export * from "./f";
export { g } from "./g";
const h = await import("./h");`;
  expect(typescript.importedModules(text)).toEqual(["./a", "./b", "./c", "./d", "./e", "./f", "./g", "./h"]);
});

test("the module that panes provide is left out", () => {
  expect(typescript.importedModules('import { write } from "interleave";\nimport "./a";')).toEqual(["./a"]);
});

test("strings elsewhere are no imports", () => {
  const text = `export async function speak(animal = "cow") {}
export const from = "pig";
// import "./comment";
print("import './text'");`;
  expect(typescript.importedModules(text)).toEqual([]);
});
