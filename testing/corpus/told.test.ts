import { expect, test } from "vitest";
import { comparable } from "./told.ts";

test("stacks are left out, whatever follows them", () => {
  const text =
    "Error: x\n    at f (main.ts:1:2)\n    at async Promise.all (index 0)\n    at file:///a/b.mjs:3:4 {\n  status: 404\n}\n";
  expect(comparable(text)).toEqual(["Error: x {", "  status: 404", "}"]);
});

test("what a cause has in common with its error is left out", () => {
  const text =
    "Error: x\n    at f (a.ts:1:2)\n    ... 4 lines matching cause stack trace ...\n    at g (a.ts:1:2)\n";
  expect(comparable(text)).toEqual(["Error: x"]);
});

test("durations are the same everywhere", () => {
  expect(comparable("t: 0.123ms\nu: 1.5s { a: 1 }\n")).toEqual(["t: 0ms", "u: 0ms { a: 1 }"]);
});
