import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { toJavaScript } from "./to-javascript.ts";

const text = `const grüße = "🐄"; for (await using a = open(1), b = open(2); ; ) { break; }
async function f(x: string) {
  out: for (await   using c = open(x);;) { for (await using of of []) fail(); break out; }
}`;

test("loops whose head holds resources that are awaited compile", async () => {
  const result = await toJavaScript(esbuild, { text, file: "main.ts" });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { code, map } = result;
  expect(code).toContain("for (await using a = open(1), b = open(2); ; )");
  expect(code).toContain("out: for (await using c = open(x); ; )");
  const lines = code.split("\n");
  const line = lines.findIndex((each) => each.includes("open(2)"));
  const column = (lines[line] ?? "").indexOf("open(2)");
  const place = originalPositionFor(new TraceMap(map), { line: line + 1, column });
  expect(place).toMatchObject({ line: 1, column: text.indexOf("open(2)") });
});

test("where await is wrong, the error is told", async () => {
  const result = await toJavaScript(esbuild, {
    text: "function f() { for (await using a = b;;) ; }",
    file: "main.ts",
  });
  expect(result.ok).toBe(false);
});
