import MagicString from "magic-string";
import { expect, test } from "vitest";
import { compare, compareFiles } from "../../../testing/differential/compare.ts";
import { compileFile } from "../../../testing/differential/made-up-program.ts";
import { instrument } from "./instrument.ts";

/** The code of a file with hooks. */
async function codeOf(text: string): Promise<string> {
  const { code } = await compileFile(text, true);
  return code;
}

async function functionNames(text: string): Promise<string[]> {
  const { sites } = await compileFile(text, true);
  return sites.flatMap(({ what }) => (what.kind === "function" ? [what.name] : []));
}

test("a body that a block does not allow runs as it is, with what stands within it", async () => {
  const text = `ticker();
async function twice() { function f() { return 1; } log("a", await f()); function f() { return 2; } return (async () => f())(); }
async function both() { var f; log("b", await f?.()); function f() { return 3; } if (f) { var f = 4; } return await f; }
function* generator() { yield f; { var f = 1; } yield f; function f() {} }
log("c", await twice(), await both(), [...generator()]);`;
  expect(await compare(text)).toBeUndefined();
  expect(await functionNames(text)).toEqual(["", ""]);
});

test("a function may have the name of a parameter, and a block that of a function", async () => {
  const text = `ticker();
async function f(a, b = () => a) { function a() { return 1; } return [a(), await b]; }
async function g(a) { var a; { function a() { return 2; } log("inner", a()); } return await a; }
function* h(a) { a(); yield a; function a() { log("h"); } }
log("a", await f(2), await g(3), [...h(4)].length);`;
  expect(await compare(text)).toBeUndefined();
  expect(await functionNames(text)).toEqual(["", "f", "g", "h"]);
});

test("modules that are imported late, and wait, do what they did", async () => {
  const files = {
    "main.ts": `ticker(); const other = await import("./other"); log("a", await other.f(), other.x); for await (const x of other.g()) log("x", x);`,
    "other.ts": `import { log as print } from "./third"; export const x = await later(2, "x"); print("evaluated");
export async function f() { return x; } export async function* g() { yield* [x, await x]; }`,
    "third.ts": `export const log = (text: string) => globalLog("third", text); const globalLog = await later(1, log2); function log2(...all) { return all; }`,
  };
  expect(await compareFiles(files)).toBeUndefined();
});

test("code that has the name of the hooks is left alone", async () => {
  for (const text of ["const __hooks = 1;", 'log("a", "__hooks");', "await 1; __hooks;"]) {
    const [plain, traced] = await Promise.all([compileFile(text, false), compileFile(text, true)]);
    expect(traced).toEqual(plain);
    expect(traced.sites).toEqual([]);
  }
});

test("what is no program is given back as it is", () => {
  const map = '{"version":3,"sources":[],"names":[],"mappings":""}';
  const codes = [
    "(async (__hooks) => { const = 1; })",
    "(async (__offer) => { await 1; })",
    "((__hooks) => { 1; })",
    "(async (__hooks) => 1)",
    "1;\n(async (__hooks) => { 1; })",
    "",
  ];
  for (const code of codes)
    expect(instrument(code, map, "main.ts")).toEqual({ code, map, sites: [], rewritten: [] });
});

test("names of ours give way to the program's", async () => {
  const text = `ticker();
const $task = 1, $error = 2, $code = 3, $iterable = 4;
async function f() { try { await Promise.reject($task); } catch ($error2) { return [$error2, $error, $code, $iterable]; } }
for await (const $task2 of [f()]) log("a", $task2, $task);`;
  expect(await compare(text)).toBeUndefined();
});

test("a program without tasks has no calls followed, unless it is entered at the prompt", async () => {
  expect(await codeOf("const a = f(1);\nlog(a.b());")).not.toContain("called");
  const prompt = prompted("a = f(1);\nlog(a.b());").code;
  expect(prompt).toContain("a = ($value = f(1), __hooks.calls = $value);");
  expect(prompt).toContain("log(($value = a.b(), __hooks.calls = $value))");
});

/** Instruments a text as code of the prompt, with a source map to itself. */
function prompted(text: string) {
  const code = `(async (__hooks) => {\n${text}\n})`;
  const map = new MagicString(code).generateMap({ hires: true, source: "prompt 0" }).toString();
  return instrument(code, map, "prompt 0");
}

test("calls that give nothing of interest are not followed", async () => {
  const code = await codeOf(
    "async function f() {}\nlog(Math.max(1), String(2), JSON.stringify(3), Array.isArray(4));\nf();\nvoid f(Object.keys({}));",
  );
  expect(
    [...code.matchAll(/\(\$value = (\w+)(?=\([^$]*\), __hooks\.calls)/g)].map(([, name]) => name),
  ).toEqual(["log", "f", "f"]);
});

test("calls within a list are followed, whatever becomes of the list", async () => {
  const code = await codeOf(
    "async function f() {}\nconst [a, b] = [f(), f()];\nfor (const c of [f()]) log(...[f()]);",
  );
  expect(code.match(/\(\$value = f\(\), __hooks\.calls/g)).toHaveLength(4);
});

test("a program with a Promise of its own has it left alone", async () => {
  const text = `ticker();
const all = await (async (Promise) => [await Promise.all([1]), new Promise(2).x])(class { static all = (x) => x; x = 3; });
log("a", all);`;
  expect(await compare(text)).toBeUndefined();
  expect(await codeOf(text)).not.toMatch(/__hooks\.(made|all|members)/);
});

test("what is entered at the prompt has no scope to give, and is told as what it is", () => {
  const prompt = prompted("log(await 1);");
  expect(prompt.code).not.toContain("scope");
  expect(prompt.sites[0]).toEqual({
    place: { file: "prompt 0", line: 1, column: 1 },
    what: { kind: "function", taskKind: "prompt", name: "" },
  });
});

test("a program that is nested too deeply for the instrumenter is given back as it is", () => {
  const sum = Array.from({ length: 20_000 }, () => "1").join(" + ");
  const code = `(async (__hooks) => { await (${sum}); })`;
  const map = '{"version":3,"sources":["main.ts"],"names":[],"mappings":"AAAA"}';
  expect(instrument(code, map, "main.ts")).toEqual({ code, map, sites: [], rewritten: [] });
});
