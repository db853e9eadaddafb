// Compiles made-up files as a pane's are, with the tracer's hooks or without.

import * as esbuild from "esbuild";
import { link } from "../../src/compiler/modules/link.ts";
import type { Program } from "../../src/protocol/javascript.ts";

/** What the top level of every file may use: what `createTools` gives. */
const tools = "const { log, ticker, later, drive, driveAsync } = __link.tools;";

/** @param files texts by name; "main.ts" is the entry */
export async function compile(files: Readonly<Record<string, string>>, isTraced: boolean): Promise<Program> {
  const options = { esbuild, isTraced, engineClosesUsed: false };
  const linked = await link(new Map(Object.entries(files)), "main.ts", options);
  if (!linked.ok) throw new Error(linked.diagnostics.map(({ text }) => text).join("\n"));
  const { program } = linked;
  // The first line is the wrapper's alone: no place in the files moves.
  return { ...program, code: program.code.replace("return __link(", `${tools} return __link(`) };
}

/** The same for a single file. */
export function compileFile(text: string, isTraced: boolean): Promise<Program> {
  return compile({ "main.ts": text }, isTraced);
}
