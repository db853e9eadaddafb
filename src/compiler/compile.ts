// Compiles the pane's files to one program for a run worker, or to diagnostics.

import type { Program } from "../protocol/javascript.ts";
import type { Diagnostic } from "./esbuild/diagnostics.ts";
import { loadEsbuild } from "./esbuild/esbuild.ts";
import { arePrepared, preparedOrCompiled } from "./esbuild/prepared.ts";
import { engineClosesUsed } from "./instrument/using.ts";
import { link } from "./modules/link.ts";

export type { Diagnostic } from "./esbuild/diagnostics.ts";
export { usePrepared } from "./esbuild/prepared.ts";

let warmedUp: Promise<unknown> | undefined;
const warmUpFiles = new Map([["main.ts", "const warm: string = `up`;\nexport {};\n"]]);

/**
 * Loads the compiler early, and lets it compile a small program: the first program takes it many times as long as the
 * next one. Rejects with a sentence if that fails. After a failed load, the next call tries again.
 * @param files what will be compiled; if the build has compiled all of it, nothing is loaded
 */
export async function loadCompiler(files?: ReadonlyMap<string, string>): Promise<void> {
  if (files && arePrepared(files)) return;
  await loadEsbuild();
  warmedUp ??= compileProgram(warmUpFiles, "main.ts");
  await warmedUp;
}

export type CompileResult =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles the file `entry` and the files that it imports.
 * @param files the text of each file, by its name
 * @returns the program or the errors. It rejects, with a sentence, only if the compiler cannot be loaded or has broken.
 */
export async function compileProgram(
  files: ReadonlyMap<string, string>,
  entry: string,
): Promise<CompileResult> {
  const key = JSON.stringify([entry, ...files]);
  const result = kept.get(key) ?? (await build(files, entry));
  keep(key, result);
  return result;
}

/** A cache of the newest results, by entry and files: a program that is run again is not compiled again. */
const kept = new Map<string, CompileResult>();
const mostKept = 20;

function keep(key: string, result: CompileResult): void {
  kept.delete(key);
  kept.set(key, result);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
}

async function build(files: ReadonlyMap<string, string>, entry: string): Promise<CompileResult> {
  return link(files, entry, { toJavaScript: preparedOrCompiled, engineClosesUsed: engineClosesUsed() });
}
