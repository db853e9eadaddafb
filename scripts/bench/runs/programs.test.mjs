// Tests that the bench's programs have the given length and compile.

import { transform } from "esbuild";
import { expect, test } from "vitest";
import { programOf } from "./programs.mjs";

for (const lines of [40, 1000]) {
  test(`a program of ${lines} lines has exactly that many and compiles`, async () => {
    const text = programOf(lines);
    expect(text.split("\n").length - 1).toBe(lines);
    await expect(transform(text, { loader: "ts", format: "esm" })).resolves.toHaveProperty("warnings", []);
  });
}
