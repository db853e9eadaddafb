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

test("a file that is started as a thread counts as one that is imported", () => {
  const text = `import { Mutex } from "./mutex";
const cow = new Worker(new URL("./speak.ts", import.meta.url), { type: "module" });
const pig = new Worker(
  new URL('./oink.ts', import.meta.url),
);`;
  expect(typescript.importedModules(text)).toEqual(["./mutex", "./speak.ts", "./oink.ts"]);
  expect(typescript.startsThreads(text)).toBe(true);
});

test("other workers, and a thread in a comment, start no thread", () => {
  const text = `// new Worker(new URL("./speak.ts", import.meta.url));
const worker = new Worker("speak.js");
new URL("./speak.ts", import.meta.url);`;
  expect(typescript.startsThreads(text)).toBe(false);
});
