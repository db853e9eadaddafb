// From the pane's files to one program that a run worker can evaluate, or to what is wrong with them.

import type { BuildFailure, Message, Plugin } from "esbuild-wasm";
import { hooksName, type Program, programUrl } from "../runtime/protocol.ts";
import type { Place } from "../trace/events.ts";
import { loadEsbuild } from "./esbuild.ts";
import { instrument } from "./instrument/instrument.ts";
import { paneFiles, paneNamespace } from "./pane-files.ts";

let warmedUp: Promise<unknown> | undefined;
const warmUpFiles = new Map([["main.ts", "const warm: string = `up`;\nexport {};\n"]]);

/**
 * Loads the compiler before it is needed, and has it compile something: the first program takes it many times as long as
 * the next. Rejects in one sentence where that fails; where it was the loading, the next call tries again.
 */
export async function loadCompiler(): Promise<void> {
  await loadEsbuild();
  warmedUp ??= compileProgram(warmUpFiles, "main.ts");
  await warmedUp;
}

/** Something that the compiler has to say about the audience's text. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** Absent where the problem belongs to no line. */
  readonly place: Place | undefined;
  /** How many characters it covers from `place` on. */
  readonly length: number;
}

export type CompileResult =
  | { readonly ok: true; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Bundles the file `entry` with what it imports.
 * @param files the text of each file by its name
 * @returns the program, or the errors; wrong text never makes it reject. It rejects in one sentence where the compiler
 * cannot be loaded or has broken.
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

/** The newest results by what they were made from: a program that is run again is not compiled again. */
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
  const esbuild = await loadEsbuild();
  try {
    const { outputFiles = [], warnings } = await esbuild.build({
      ...settings,
      entryPoints: [`./${entry}`],
      plugins: [paneFiles(files) as Plugin],
    });
    const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
    const map = text(".map").replaceAll(`"${paneNamespace}:`, '"');
    const code = `${text(programUrl).replace(exports, "")}${wrapper.after}`;
    const program = { ...instrument(code, map, { entry }), entry };
    return { ok: true, program, diagnostics: warnings.map((message) => diagnose(message, "warning")) };
  } catch (failure) {
    // esbuild can be started once in the life of a page.
    if (!isBuildFailure(failure))
      throw new Error("The compiler broke. Reload the deck: your text is kept.", { cause: failure });
    return { ok: false, diagnostics: failure.errors.map((message) => diagnose(message, "error")) };
  }
}

/** What the entry exports stays inside: esbuild names it at the end. */
const exports = /\nexport \{\n(?: {2}.*\n)*\};\n$/;

/**
 * The whole bundle is one async function, because evaluated code has no top-level await. It is called with the hooks that
 * trace it, with what "interleave" exports, and with what answers an import() whose name is not known before the program
 * runs.
 */
const wrapper = {
  before: `(async (${hooksName}, __offer, require) => { "use strict";`,
  after: `})\n//# sourceURL=${programUrl}`,
};

const settings = {
  bundle: true,
  // What the program itself does not use may be used at the prompt.
  treeShaking: false,
  write: false,
  outfile: programUrl,
  format: "esm",
  platform: "neutral",
  // A fixed edition, so that what the audience writes works in every browser the same.
  target: "es2022",
  // import() would ask the network; it becomes a call of require.
  supported: { "dynamic-import": false },
  charset: "utf8",
  sourcemap: "external",
  // Names are read from it; the program goes without.
  sourcesContent: true,
  logLevel: "silent",
  banner: { js: wrapper.before },
} as const;

function diagnose({ text, location }: Message, severity: Diagnostic["severity"]): Diagnostic {
  if (!location) return { severity, text, place: undefined, length: 0 };
  const file = location.file.replace(`${paneNamespace}:`, "");
  const { line, column, length, lineText } = location;
  const start = charactersIn(lineText, column);
  const end = charactersIn(lineText, column + length);
  return { severity, text, place: { file, line, column: start + 1 }, length: end - start };
}

/** esbuild counts the bytes of UTF-8; editors and people count characters (of UTF-16, as JavaScript does). */
function charactersIn(text: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).length;
}

function isBuildFailure(value: unknown): value is BuildFailure {
  return value instanceof Error && "errors" in value;
}
