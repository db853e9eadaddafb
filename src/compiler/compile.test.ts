import { readFileSync } from "node:fs";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, test, vi } from "vitest";
import { passingHooks } from "../../testing/runtime/passing-hooks.ts";
import type { Hooks } from "../protocol/hooks.ts";
import type { ProgramFunction } from "../protocol/modules.ts";
import { createLink } from "../runtime/modules/linker.ts";
import { compileProgram } from "./compile.ts";

// The browser's compiler, loaded as Node needs it.
vi.mock("./esbuild/esbuild.ts", () => ({ loadEsbuild: () => import("esbuild-wasm") }));

// The first compilation starts the compiler, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

async function compile(files: Record<string, string>, entry = "main.ts") {
  return compileProgram(new Map(Object.entries(files)), entry);
}

/** The function that a program is compiled to, as the worker evaluates it. */
async function load(files: Record<string, string>): Promise<ProgramFunction> {
  const result = await compile(files);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  return globalThis.eval(result.program.code);
}

/** Runs a program. Returns what it printed with write(). */
async function run(files: Record<string, string>): Promise<string> {
  const main = await load(files);
  let printed = "";
  const write = (text: string) => {
    printed += text;
  };
  await main(passingHooks, createLink({ write }, passingHooks));
  return printed;
}

async function errors(files: Record<string, string>) {
  const result = await compile(files);
  return result.diagnostics.map(({ text, place }) => ({ text, place }));
}

test("makes one program of files that import each other, with types and top-level await", async () => {
  const printed = await run({
    "main.ts":
      'import { write } from "interleave";\nimport { twice } from "./twice";\nwrite(await twice("moo"));',
    "twice.ts": "export async function twice(text: string): Promise<string> {\n  return text + text;\n}\n",
  });
  expect(printed).toBe("moomoo");
});

test("an entry may export, and use what older engines lack", async () => {
  const printed = await run({
    "main.ts":
      'import { write } from "interleave";\nexport const x = 1;\n{\n  using y = { [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() { write("closed"); } };\n}\nexport default x;',
  });
  expect(printed).toBe("closed");
});

test("all that a pane offers can be imported", async () => {
  const offer = readFileSync(new URL("../runtime/offer.d.ts", import.meta.url), "utf8");
  const names = [...offer.matchAll(/^ {2}export \w+ (\w+)/gm)].map(([, name]) => name);
  expect(names).toContain("worker");
  const text = `import { ${names.join(", ")} } from "interleave";\nconsole.log(${names.join(", ")});`;
  expect(await errors({ "main.ts": text })).toEqual([]);
});

test("what panes offer is told where a program wants more of it", async () => {
  expect(await errors({ "main.ts": 'import { sleep } from "interleave";\nsleep(1);' })).toEqual([
    {
      text: '"interleave" has no export "sleep": it offers write, block, worker, workers and Lock.',
      place: { file: "main.ts", line: 1, column: 10 },
    },
  ]);
});

test.each([
  ["const cow = <b>Moo</b>;", 1, 13],
  ["const moo = 1;\nconst cow = <Cow sound={moo} />;", 2, 13],
  ["const cows = () => (\n  <ul>\n    <li>Moo</li>\n  </ul>\n);", 2, 3],
  ['console.log("Grüße 🐄", <><b /></>);', 1, 25],
  ["const id = <T>(x: T) => x;\nconst cow = <b>Moo</b>;", 2, 13],
  ["const id = <T extends Array<number>>(x: T) => x; const cow = <b>Moo</b>;", 1, 62],
])("tags are refused in a sentence, at the first of them: %s", async (text, line, column) => {
  expect(await errors({ "main.ts": text })).toEqual([
    {
      text: "JSX does not work in a pane, which has no page to draw into: write TypeScript without tags.",
      place: { file: "main.ts", line, column },
    },
  ]);
});

test("a text with less-than signs that is wrong without tags keeps its error", async () => {
  expect(await errors({ "main.ts": "const a = 1 <b;\nconst = 2;" })).toEqual([
    { text: 'Expected identifier but found "="', place: { file: "main.ts", line: 2, column: 7 } },
  ]);
});

test.each([
  ['import data from "./cow.json" with { type: "json" };\nconsole.log(data);', 18],
  ['import data from "./main" with { type: "json" };\nconsole.log(data);', 18],
  ['export { default } from "./cow.json" with { type: "json" };', 25],
  ['import data from "./cow.json" assert { type: "json" };\nconsole.log(data);', 31],
])(
  "an import with attributes is refused in one sentence, which says where data can be: %s",
  async (text, column) => {
    expect(await errors({ "main.ts": text })).toEqual([
      {
        text: "Import attributes do not work in a pane, whose files are all code: put the data into a .ts file, export it, and import that without attributes.",
        place: { file: "main.ts", line: 1, column },
      },
    ]);
  },
);

test("a syntax error has its place, counted from 1", async () => {
  expect(await errors({ "main.ts": "const a = 1;\nconst b = ;\n" })).toEqual([
    { text: 'Unexpected ";"', place: { file: "main.ts", line: 2, column: 11 } },
  ]);
});

test("a column counts characters, whatever stands before it", async () => {
  const text = 'console.log("Grüße 🐄"); const b = ;';
  const [error] = await errors({ "main.ts": text });
  expect(error?.place?.column).toBe(text.lastIndexOf(";") + 1);
});

test("an import that a pane does not have is told with those that it has", async () => {
  const [error] = await errors({ "main.ts": 'import "./nobody";', "somebody.ts": "" });
  expect(error?.place).toEqual({ file: "main.ts", line: 1, column: 8 });
  expect(error?.text).toBe('Cannot import "./nobody": a pane has "./main", "./somebody" and "interleave".');
});

test("neither packages nor addresses can be imported", async () => {
  expect(await errors({ "main.ts": 'import "left-pad";' })).toHaveLength(1);
  expect(await errors({ "main.ts": 'await import("https://example.com/x.js");' })).toHaveLength(1);
});

test("an import whose name is not known before it runs is found among the files, or fails when it runs", async () => {
  const found = await run({
    "main.ts": 'const name = "co" + "w";\n(await import("./" + name)).moo();',
    "cow.ts": 'import { write } from "interleave";\nexport const moo = () => write("moo");',
  });
  expect(found).toBe("moo");
  const main = await load({ "main.ts": 'const name = "https://example.com/x.js";\nawait import(name);' });
  await expect(main(passingHooks, createLink({}, passingHooks))).rejects.toThrow(
    'Cannot import() "https://example.com/x.js": the program has "./main" and "interleave".',
  );
});

test("errors of several files are told together", async () => {
  const found = await errors({
    "main.ts": 'import "./a";\nimport "./b";',
    "a.ts": "let 1;",
    "b.ts": "const;",
  });
  expect(found.map(({ place }) => place?.file).sort()).toEqual(["a.ts", "b.ts"]);
});

test("a place of the compiled program leads back to the line of the file", async () => {
  const files = {
    "main.ts": 'import "./other";\n\nconst a: number = 1;\nthrow new Error("here");',
    "other.ts": "export {};",
  };
  const result = await compile(files);
  if (!result.ok) throw new Error("does not compile");
  const lines = result.program.code.split("\n");
  const line = lines.findIndex((text) => text.includes("here")) + 1;
  const column = lines[line - 1]?.indexOf("throw") ?? 0;
  const position = originalPositionFor(new TraceMap(result.program.map), { line, column });
  expect(position).toMatchObject({ source: "main.ts", line: 4, column: 0 });
});

test("what the program does not use itself is kept for the prompt, and its names are told", async () => {
  const result = await compile({
    "main.ts": 'import { cow } from "./cow";\nconst legs = 4;\nfunction speak() {\n  return cow;\n}\n',
    "cow.ts": "const legs = 40;\nexport const cow = legs + 2;\n",
  });
  if (!result.ok) throw new Error("It does not compile.");
  const { names, code } = result.program;
  expect(names).toEqual({ cow: "cow", legs: "legs", speak: "speak" });
  expect(code).toContain("function speak()");

  const exported = await compile({ "main.ts": "export const legs = 4;\nexport function* walk() {}\n" });
  expect(exported.ok && Object.keys(exported.program.names).sort()).toEqual(["legs", "walk"]);
});

test("what the program declares, a constant too, can be assigned to from the prompt", async () => {
  const main = await load({ "main.ts": "const legs = 4;\nclass Cow {}\nexport { legs, Cow };\n" });
  let evaluate: (code: string) => unknown = () => undefined;
  const scope: Hooks["scope"] = (given) => {
    evaluate = given;
  };
  await main(Object.assign({}, passingHooks, { scope }), createLink({}, passingHooks));
  expect(evaluate("[legs, Cow] = [5, 6]; [legs, Cow]")).toEqual([5, 6]);
});

test("a program that calls eval() itself, which could not be a module, runs", async () => {
  const main = await load({ "main.ts": "const moo: string = 'moo';\nthrow new Error(eval('moo + moo'));\n" });
  await expect(main(passingHooks, createLink({}, passingHooks))).rejects.toThrow("moomoo");
});
