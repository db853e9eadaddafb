import { expect, test, vi } from "vitest";
import { isComplete } from "./is-complete.ts";

// The browser's compiler, loaded as Node needs it.
vi.mock("../esbuild/esbuild.ts", () => ({ loadEsbuild: () => import("esbuild-wasm") }));

// The first compilation starts the compiler, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test.each([
  "if (x) {",
  "foo(",
  "[1,",
  "`abc",
  "`abc ${",
  "/* abc",
  "a +",
  "a.",
  "let x: number =",
  "class A",
  "if (x)",
  "if (x) y; else",
  "() =>",
  "a ? b :",
  "{ a: 1, b: [",
  "{ a: 1,",
  "function f(x: number): string {",
  "x = {\n  get",
  "@dec",
  "'a\\",
  "try {}",
])("%s goes on in the next line", async (text) => {
  expect(await isComplete(text)).toBe(false);
});

test.each([
  "",
  "// x",
  "1 + 1",
  "foo()",
  "if (x) y;",
  "{ a: 1 }",
  "{ a: 1, b: 2 }",
  "{ a: 1, b: 2 };",
  "let x: number = 1",
  "const x",
  "'abc",
  ")",
  "a b",
  "foo(1))",
  "let x = ;",
  "{ a: 1, b: ) ",
  "await f()",
  "class A {}",
  "x as string",
  "/abc",
  "import x from 'y'",
])("%s is evaluated", async (text) => {
  expect(await isComplete(text)).toBe(true);
});
