import { transform } from "esbuild";
import { expect, test } from "vitest";
import { withBlockFunctions } from "./block-functions.ts";

async function compiled(text: string): Promise<string> {
  const { code, map } = await transform(text, {
    loader: "ts",
    target: "esnext",
    charset: "utf8",
    sourcemap: "external",
    sourcefile: "main.mts",
  });
  return withBlockFunctions(code, map).replaceAll(/\s+/g, " ");
}

test("functions of a block are declarations again, in any kind of block", async () => {
  expect(await compiled("{ f(); function f() { return 1; } function größe(a: number) {} }")).toBe(
    "{ function f() { return 1; } function größe(a) { }; f(); } ",
  );
  expect(
    await compiled("switch (2) { case 1: function f() {} }\nclass A { static { function g() {} } }"),
  ).toBe("switch (2) { case 1: function f() { }; } class A { static { function g() { } } } ");
  expect(await compiled("export function f() { { function g() { { function h() {} } } } }")).toBe(
    "export function f() { { function g() { { function h() { }; } }; } } ",
  );
});

test("variables that hold functions stay variables", async () => {
  const text = "{ let f = function() { }, g = function(a) { }; { let h = function() { }; } } ";
  expect(await compiled(text)).toBe(text);
});
