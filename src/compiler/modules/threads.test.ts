// Tests which files of a pane are compiled as threads.

import { expect, test, vi } from "vitest";
import { compileProgram } from "../compile.ts";

// The browser's compiler, loaded as Node needs it.
vi.mock("../esbuild/esbuild.ts", () => ({ loadEsbuild: () => import("esbuild-wasm") }));

// The first compilation starts the compiler, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const starting = 'new Worker(new URL("./speak.ts", import.meta.url), { type: "module" });\n';

async function compiled(files: Readonly<Record<string, string>>) {
  const result = await compileProgram(new Map(Object.entries(files)), "main.ts");
  const threads = result.ok ? Object.keys(result.program.threads) : [];
  return { threads, texts: result.diagnostics.map(({ text }) => text), places: result.diagnostics };
}

test("a file that the program starts is compiled as an entry of its own, with the threads that it starts", async () => {
  const speak = 'import { say } from "./say";\nsay();\n';
  const result = await compiled({
    "main.ts": `${starting}const here = import.meta.url;\nnew Worker(new URL("./no.ts", here));\n`,
    "speak.ts": `${speak}new Worker(new URL("./nested.ts", import.meta.url));\n${starting}`,
    "say.ts": "export function say() {}\n",
    "nested.ts": "export {};\n",
    "no.ts": "export {};\n",
  });
  expect(result).toMatchObject({ threads: ["speak.ts", "nested.ts"], texts: [] });
});

test("a program without threads has none", async () => {
  const { threads } = await compiled({ "main.ts": 'new URL("./speak.ts", import.meta.url);\n' });
  expect(threads).toEqual([]);
});

test("a file that the pane does not have is an error at its name", async () => {
  const { texts, places } = await compiled({ "main.ts": starting });
  expect(texts).toEqual(['Cannot start "./speak.ts" as a Worker: the pane has "./main.ts".']);
  expect(places[0]?.place).toEqual({ file: "main.ts", line: 1, column: 20 });
});

test("errors in the file of a thread keep the program from running, and are told once", async () => {
  const { texts } = await compiled({
    "main.ts": `import "./speak";\n${starting}`,
    "speak.ts": 'import { moo } from "./main";\nmoo();\n',
  });
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('no "moo"');
});
