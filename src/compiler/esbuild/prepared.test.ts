// Tests of the texts that the build compiles: the page compiles them to the same programs, without esbuild.

import { afterEach, expect, test, vi } from "vitest";
import { compileProgram, loadCompiler, usePrepared } from "../compile.ts";
import { loadEsbuild } from "./esbuild.ts";
import { prepare } from "./prepare.ts";

vi.mock("./esbuild.ts", () => ({ loadEsbuild: vi.fn(() => import("esbuild-wasm")) }));
// The first compilation starts the compiler, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cow = { file: "cow.ts", text: 'import { moo } from "./moo";\nconst times: number = 2;\nmoo(times);\n' };
const moo = { file: "moo.ts", text: "export const moo = (times: number): void => console.log(times);\n" };
const files = new Map([cow, moo].map(({ file, text }) => [file, text]));

afterEach(() => {
  usePrepared([]);
  vi.clearAllMocks();
});

test("prepared texts make the same program as compiled ones, and esbuild is not loaded", async () => {
  const prepared = await prepare([cow, moo, cow]);
  expect(prepared.map(({ file }) => file)).toEqual(["cow.ts", "moo.ts"]);
  usePrepared(prepared);
  await loadCompiler(files);
  const short = await compileProgram(files, "cow.ts");
  expect(loadEsbuild).not.toHaveBeenCalled();
  usePrepared([]);
  // The order of the files is another, so that the first result is not returned again.
  const long = await compileProgram(new Map([...files].reverse()), "cow.ts");
  expect(loadEsbuild).toHaveBeenCalled();
  expect(short).toMatchObject({ ok: true });
  expect(short).toEqual(long);
});

test("a text that was changed is compiled", async () => {
  usePrepared(await prepare([cow, moo]));
  const changed = new Map(files).set("cow.ts", `${cow.text}moo(3);\n`);
  const result = await compileProgram(changed, "cow.ts");
  expect(result.ok && result.program.code).toContain("moo(3)");
  expect(loadEsbuild).toHaveBeenCalled();
});

test("texts with errors or warnings are left to the page", async () => {
  const wrong = { file: "wrong.ts", text: "const = 1;" };
  const doubtful = { file: "doubtful.ts", text: "export const cow = { moo: 1, moo: 2 };" };
  expect(await prepare([wrong, doubtful])).toEqual([]);
});
