// Compiles made-up files like a pane's, with hooks or without.

import * as esbuild from "esbuild";
import { type Source, toJavaScript } from "../../src/compiler/esbuild/to-javascript.ts";
import { link } from "../../src/compiler/modules/link.ts";
import { movedBy } from "../../src/compiler/modules/write.ts";
import type { Program } from "../../src/protocol/javascript.ts";

/** The functions that every file may use: those of `createTools`. */
const tools = "const { log, ticker, later, drive, driveAsync, broken, resource } = __link.tools;";

/** @param files texts by name; "main.ts" is the entry */
export async function compile(files: Readonly<Record<string, string>>, isTraced: boolean): Promise<Program> {
  const compileOne = (source: Source) => toJavaScript(esbuild, source);
  const options = { toJavaScript: compileOne, isTraced, engineClosesUsed: false };
  const linked = await link(new Map(Object.entries(files)), "main.ts", options);
  if (!linked.ok) throw new Error(linked.diagnostics.map(({ text }) => text).join("\n"));
  const { program } = linked;
  // Only the wrapper's first line changes, so positions in the files stay the same.
  return {
    ...program,
    code: program.code.replace("return __link(", `${tools} return __link(`),
    rewritten: movedBy(tools.length + 1, program.rewritten),
  };
}

/** The same for a single file. */
export function compileFile(text: string, isTraced: boolean): Promise<Program> {
  return compile({ "main.ts": text }, isTraced);
}
