// Tests of the texts that the build compiles: the page compiles them to the same programs, without esbuild.

import { afterEach, expect, test, vi } from "vitest";
import { compileProgram } from "../compile.ts";
import { prepare } from "./prepare.ts";
import { arePrepared, usePrepared } from "./prepared.ts";

vi.mock("./esbuild.ts", () => ({ loadEsbuild: () => import("esbuild-wasm") }));
// The first compilation starts the compiler, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cow = { file: "cow.ts", text: 'import { moo } from "./moo";\nconst times: number = 2;\nmoo(times);\n' };
const moo = { file: "moo.ts", text: "export const moo = (times: number): void => console.log(times);\n" };
const files = new Map([cow, moo].map(({ file, text }) => [file, text]));

afterEach(() => usePrepared([]));

/** Compiles. Each call has another order of the files, so that no earlier result is returned again. */
async function codeOf(texts: ReadonlyMap<string, string>): Promise<string> {
  const result = await compileProgram(texts, "cow.ts");
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.program.code;
}

test("prepared texts make the same program as compiled ones", async () => {
  const prepared = await prepare([cow, moo, cow]);
  expect(prepared.map(({ file }) => file)).toEqual(["cow.ts", "moo.ts"]);
  usePrepared(prepared);
  const short = await codeOf(files);
  usePrepared([]);
  const long = await codeOf(new Map([...files].reverse()));
  expect(short).toBe(long);
});

test("a prepared text is not compiled again, and a changed one is", async () => {
  const prepared = await prepare([cow, moo]);
  usePrepared(
    prepared.map((text) => ({ ...text, code: text.code.replace("log(times)", "log('prepared')") })),
  );
  expect(arePrepared(files)).toBe(true);
  const extra = ["extra.ts", "export {};"] as const;
  expect(await codeOf(new Map([...files, extra]))).toContain("prepared");
  const changed = new Map(files).set("cow.ts", `${cow.text}moo(3);\n`).set("moo.ts", `${moo.text} `);
  expect(arePrepared(changed)).toBe(false);
  const code = await codeOf(changed);
  expect(code).toContain("moo(3)");
  expect(code).not.toContain("prepared");
});

test("texts with errors or warnings are left to the page", async () => {
  const wrong = { file: "wrong.ts", text: "const = 1;" };
  const doubtful = { file: "doubtful.ts", text: "export const cow = { moo: 1, moo: 2 };" };
  expect(await prepare([wrong, doubtful])).toEqual([]);
});
