import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, test, vi } from "vitest";
import { passingHooks } from "../../testing/runtime/passing-hooks.ts";
import { compilePrompt } from "./prompt.ts";

// The browser's compiler, loaded as Node needs it.
vi.mock("./esbuild/esbuild.ts", () => ({ loadEsbuild: () => import("esbuild-wasm") }));

// The first compilation starts the compiler, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Evaluate = (code: string) => unknown;

/** A program as the compiler writes it: variables of a function, and functions that use them. */
const program = `(() => {
  "use strict";
  let legs = 4;
  let sound2 = "moo";
  let sound = "the sound of another file";
  let Farm = class Farm {};
  let speak = function () { return sound2 + legs; };
  return ($code) => eval($code);
})()`;
const names = { legs: "legs", sound: "sound2", Farm: "Farm", speak: "speak" };

function scope(): Evaluate {
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  return globalThis.eval(program);
}

/** Enters texts one after the other. Returns the value of the last one, or `none` if it has none. */
async function enter(...texts: string[]): Promise<unknown> {
  const evaluate = scope();
  let result: unknown;
  for (const [index, text] of texts.entries()) result = await enterOne(evaluate, text, index);
  return result;
}

const none = "no value";
const globals: Record<string, unknown> = globalThis;

async function enterOne(evaluate: Evaluate, text: string, index = 0): Promise<unknown> {
  const compiled = await compilePrompt(text, names, index);
  if (compiled.kind === "broken") throw new Error(compiled.reason);
  for (const name of compiled.declares) globals[name] = undefined;
  const run = evaluate(compiled.code.code) as (given: unknown) => Promise<{ value: unknown } | undefined>;
  const result = await run(passingHooks);
  if (!result) return none;
  return result.value instanceof Promise ? isPromise : result.value;
}

const isPromise = "a promise";

async function broken(text: string) {
  const result = await compilePrompt(text, names, 3);
  return result.kind === "broken" ? { reason: result.reason, place: result.place } : result.kind;
}

test("the last expression is the value, and nothing else is", async () => {
  expect(await enter("1 + 1")).toBe(2);
  expect(await enter("1 + 1; ; // two")).toBe(2);
  expect(await enter("'moo'")).toBe("moo");
  expect(await enter("'use strict'")).toBe("use strict");
  expect(await enter("(1, 2)")).toBe(2);
  expect(await enter("")).toBe(none);
  expect(await enter("// nothing")).toBe(none);
  expect(await enter("if (true) 5;")).toBe(none);
  expect(await enter("const q = 5;")).toBe(none);
});

test.each([
  ["-1", -1],
  ["-0;", -0],
  ["+1 // one", 1],
  ["!true", false],
  ["typeof 1", "number"],
  ["void 0", undefined],
])("the value of %s is there, although the compiler thinks it is for nobody", async (text, value) => {
  expect(await enter(text)).toBe(value);
});

test("a function or a class without a name has none as a value", async () => {
  expect(await enter("(() => 1).name")).toBe("");
  expect((await enter("() => 1")) as { name: string }).toHaveProperty("name", "");
  expect((await enter("(class {})")) as { name: string }).toHaveProperty("name", "");
});

test("an entry has no arguments, and functions in it have their own", async () => {
  expect(await enter("typeof arguments")).toBe("undefined");
  await expect(enter("arguments.length")).rejects.toThrow("arguments is not defined");
  expect(
    await enter("function count(..._) { return [arguments.length, (() => arguments[1])()] }; count(1, 2)"),
  ).toEqual([2, 2]);
});

test("await works, and a promise is a value that is not awaited", async () => {
  expect(await enter("await Promise.resolve(3)")).toBe(3);
  expect(await enter("for await (const x of [4]) legs += x;", "legs")).toBe(8);
  expect(await enter("Promise.resolve(3)")).toBe(isPromise);
});

test("an object literal alone is a value, a block remains a block", async () => {
  expect(await enter("{ a: 1, b: legs }")).toEqual({ a: 1, b: 4 });
  expect(await enter("{ a: 1 };")).toEqual({ a: 1 });
  expect(await enter("/* x */ {}")).toEqual({});
  expect(await enter("{ const a = 1; legs = a; }", "legs")).toBe(1);
});

test("types are taken out", async () => {
  expect(
    await enter("let t: number = 4; interface Cow { name: string }\n(t as unknown) satisfies unknown"),
  ).toBe(4);
  expect(await enter("enum Kind { Cow = 7 }", "Kind.Cow")).toBe(7);
  expect(await enter("let twice = <T,>(x: T): T[] => [x, x]", "twice(1)")).toEqual([1, 1]);
});

test("what is declared stays declared, and can be declared again", async () => {
  expect(await enter("const a1 = 1, { b1, c1 = 3, ...d1 } = { b1: 2, e1: 4 };", "[a1, b1, c1, d1]")).toEqual([
    1,
    2,
    3,
    { e1: 4 },
  ]);
  expect(await enter("let [x1, , y1] = [1, 2, 3]", "let x1: string = 'new'", "[x1, y1]")).toEqual(["new", 3]);
  expect(await enter("class Cow { static name1 = 'x' }", "class Cow { legs = 5 }", "new Cow().legs")).toBe(5);
  expect(await enter("function* two() { yield 1; yield 2 }", "[...two()]")).toEqual([1, 2]);
});

test("let without a value gives undefined, var leaves the name as it is", async () => {
  expect(await enter("let e1 = 1", "let e1", "e1")).toBe(undefined);
  expect(await enter("legs = 1; var legs; legs")).toBe(1);
});

test("var in blocks and loops is declared, too; let in them is not", async () => {
  expect(await enter("for (var i = 0, j; i < 3; i++) { var last = i }", "[i, j, last]")).toEqual([
    3,
    undefined,
    2,
  ]);
  expect(
    await enter("for (var of1 of [1, 2]) {}", "for (var { key1 } of [{ key1: 5 }]);", "[of1, key1]"),
  ).toEqual([2, 5]);
  expect(await enter("for (let k = 0; k < 1; k++) {}", "typeof k")).toBe("undefined");
  expect(await enter("function f1() { var inside = 1 }", "typeof inside")).toBe("undefined");
});

test("a function in a block is the block's", async () => {
  expect(await enter("{ function inner() { return 5 } legs = inner() }", "[legs, typeof inner]")).toEqual([
    5,
    "undefined",
  ]);
});

test("functions are there before their line", async () => {
  expect(
    await enter(
      "let r = early() + later();\nfunction early() { return 1 }\nasync function other() {}\nfunction later() { return 2 }\nr",
    ),
  ).toBe(3);
});

test("the program's functions see what the prompt assigns to the program's names", async () => {
  expect(await enter("const legs = 2", "speak()")).toBe("moo2");
  expect(await enter("let { legs } = { legs: 6 }; speak()")).toBe("moo6");
  expect(await enter("function speak() { return 'new ' + legs }", "speak()")).toBe("new 4");
});

test("names that the code calls otherwise are meant by their own name", async () => {
  expect(await enter("sound = 'baa'", "speak()")).toBe("baa4");
  expect(await enter("const { sound } = { sound: 'oink' }; [speak(), { sound }]")).toEqual([
    "oink4",
    { sound: "oink" },
  ]);
  expect(
    await enter(
      "[((sound) => sound)(1), (() => { let sound = 2; return sound })(), ({ sound: 3 }).sound, sound]",
    ),
  ).toEqual([1, 2, 3, "moo"]);
  expect(await enter("function shadow() { return sound; { var x = 1 } }", "shadow()")).toBe("moo");
});

test("functions and classes have the names that they are entered with", async () => {
  const text =
    "const f2 = () => {}; const sound = async () => {}; let C2 = class {}; function g2() {}\n[f2, sound, C2, g2]";
  const functions = (await enter(text)) as { name: string }[];
  expect(functions.map(({ name }) => name)).toEqual(["f2", "sound", "C2", "g2"]);
  const [speak] = (await enter("function sound(a, b) {}\n[sound]")) as { name: string; length: number }[];
  expect([speak?.name, speak?.length]).toEqual(["sound", 2]);
});

test("a function that calls itself calls what its name means by then", async () => {
  expect(
    await enter(
      "function again(n) { return n ? again(n - 1) : 'old' }",
      "const old1 = again",
      "function again() { return 'new' }",
      "old1(1)",
    ),
  ).toBe("new");
});

test("what the compiler adds of its own stays inside", async () => {
  const text = "using res1 = { [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() { legs = 9 } };";
  const compiled = await compilePrompt(text, names, 0);
  expect(compiled).toMatchObject({ kind: "code", declares: ["res1"] });
  expect(await enter(text, "legs")).toBe(9);
});

test("only names that the program does not have are told as declared", async () => {
  const compiled = await compilePrompt("let legs = 1, wings = 2; function fly() {} class Bird {}", names, 0);
  expect(compiled).toMatchObject({ declares: ["wings", "fly", "Bird"] });
});

test("a name that is assigned without being declared is declared by that", async () => {
  expect(await enter("as1 = 3; [as2, { as3 }] = [4, { as3: 5 }];", "[as1, as2, as3]")).toEqual([3, 4, 5]);
  const inner = "{ let as4; as4 = 1 } as5 += 1; function f() { as6 = 1 } legs = 2; ({}).as7 = 1;";
  expect(await compilePrompt(inner, names, 0)).toMatchObject({ declares: ["f"] });
});

test("imports and exports are refused with a sentence", async () => {
  const place = { file: "prompt 3", line: 1, column: 1 };
  const imports = { reason: expect.stringMatching(/^Imports belong at the top of a file: /), place };
  expect(await broken('import { cow } from "./cow"')).toEqual(imports);
  expect(await broken('import("./cow")')).toEqual(imports);
  expect(await broken("import.meta.url")).toEqual({
    reason: expect.stringMatching(/^import\.meta belongs to a file/),
    place,
  });
  for (const text of ["export const a = 1", "export { nobody }", "export default 1"]) {
    expect(await broken(text)).toMatchObject({ reason: expect.stringMatching(/^Nothing can be exported/) });
  }
});

test("a syntax error has its place as entered", async () => {
  expect(await broken("let ä = 1;\nlet ö = 'ü' + ;")).toEqual({
    reason: 'Unexpected ";"',
    place: { file: "prompt 3", line: 2, column: 15 },
  });
  expect(await broken("legs;\nreturn 5")).toMatchObject({ place: { line: 2, column: 1 } });
  expect(await broken("{ a: 1, b: ) }")).toMatchObject({ place: { line: 1, column: 12 } });
});

test("sites and positions lead to the line and column as entered", async () => {
  const compiled = await compilePrompt("{\n  sound: await speak(1),\n  legs: nobody() }", names, 3);
  if (compiled.kind === "broken") throw new Error(compiled.reason);
  const { code, map, sites } = compiled.code;
  expect(sites.find(({ what }) => what.kind === "await")?.place).toEqual({
    file: "prompt 3",
    line: 2,
    column: 10,
  });
  const lines = code.split("\n");
  const line = lines.findIndex((text) => text.includes("nobody")) + 1;
  const column = lines[line - 1]?.indexOf("nobody") ?? 0;
  expect(originalPositionFor(new TraceMap(map), { line, column })).toMatchObject({
    source: "prompt 3",
    line: 3,
    column: 8,
  });
});

test("functions are told by the name that they are entered with", async () => {
  const compiled = await compilePrompt("async function sound() {}\nconst bark = async () => {};", names, 3);
  if (compiled.kind === "broken") throw new Error(compiled.reason);
  const functions = compiled.code.sites.flatMap(({ what, place }) =>
    what.kind === "function" && what.taskKind === "coroutine" ? [[what.name, place.line]] : [],
  );
  expect(functions.toSorted()).toEqual([
    ["bark", 2],
    ["sound", 1],
  ]);
});

test("its own task is a prompt, and its scope is not offered", async () => {
  const compiled = await compilePrompt("const f = async () => await 1; await f()", names, 3);
  if (compiled.kind === "broken") throw new Error(compiled.reason);
  const kinds = compiled.code.sites.flatMap(({ what }) => (what.kind === "function" ? [what.taskKind] : []));
  expect(kinds.toSorted()).toEqual(["coroutine", "prompt"]);
  expect(compiled.code.code).not.toContain(".scope(");
  expect(compiled.code.code).toContain("//# sourceURL=interleave-prompt-3.js");
});
