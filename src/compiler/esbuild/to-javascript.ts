// Compiles TypeScript to JavaScript: removes the types and leaves everything else as written.

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Message, TransformOptions } from "esbuild-wasm";
import type { Place } from "../../trace/events/events.ts";
import { withBlockFunctions } from "./block-functions.ts";
import { type Diagnostic, diagnose, errorsOf } from "./diagnostics.ts";
import { withOwnNames } from "./own-names.ts";
import { type WithoutAwaits, withAwaits, withoutAwaits } from "./using-in-heads.ts";

/** The part of esbuild that is used. */
export type Esbuild = Pick<typeof import("esbuild-wasm"), "transform">;

export type Transformed =
  | {
      readonly ok: true;
      readonly code: string;
      /** The source map as JSON, from `code` to the text. */
      readonly map: string;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

export interface Source {
  readonly text: string;
  /** The file name in places. */
  readonly file: string;
}

/**
 * Removes the types from a text. Syntax that the engine does not know (`using`) is left in: the instrumenter replaces
 * it. Rejects with a sentence if esbuild has broken.
 */
export async function toJavaScript(esbuild: Esbuild, source: Source): Promise<Transformed> {
  try {
    return await transform(esbuild, source);
  } catch (failure) {
    const errors = errorsOf(failure, source.file);
    const allowed = withoutAwaits(source.text, errors);
    if (allowed)
      return withAwaitsAgain(await toJavaScript(esbuild, { ...source, text: allowed.text }), allowed);
    const tag = await firstTag(esbuild, source);
    return { ok: false, errors: tag ? [aboutJsx(tag)] : errors };
  }
}

async function transform(esbuild: Esbuild, source: Source): Promise<Transformed> {
  const { code, map, warnings } = await esbuild.transform(source.text, optionsFor(source));
  const named = withOwnNames(code, map);
  return {
    ok: true,
    code: withBlockFunctions(named.code, named.map),
    map: named.map,
    warnings: warnings.map(warningIn(source.file)),
  };
}

function withAwaitsAgain(transformed: Transformed, allowed: WithoutAwaits): Transformed {
  if (!transformed.ok) return transformed;
  return { ...transformed, ...withAwaits(transformed.code, transformed.map, allowed) };
}

function warningIn(file: string): (message: Message) => Diagnostic {
  return (message) => diagnose(message, "warning", file);
}

function optionsFor({ file }: Source): TransformOptions {
  // Only the ending .mts tells esbuild that a text without imports and exports is strict.
  return { ...settings, sourcefile: `${file}.mts` };
}

const settings = {
  loader: "ts",
  target: "esnext",
  // No engine has decorators yet.
  supported: { decorators: false },
  charset: "utf8",
  sourcemap: "external",
  sourcesContent: false,
  logLevel: "silent",
  // Keeps unused imports. In files, the linker finds out whether they are types; at the prompt, imports are refused.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
} as const;

/** What stands for a tag in the code that is compiled to find it. */
const tagName = "$$jsx";

/**
 * The place of the first tag of a text that is wrong as TypeScript but right with JSX; `undefined` for any other text.
 * The error about the text itself is somewhere behind it: a tag begins as a type assertion does.
 */
async function firstTag(esbuild: Esbuild, source: Source): Promise<Place | undefined> {
  if (!/<[\w>]/.test(source.text)) return undefined;
  const options = {
    ...optionsFor(source),
    loader: "tsx",
    jsxFactory: tagName,
    jsxFragment: tagName,
  } as const;
  const text = source.text.replace(genericArrow, "<$1,>(");
  const compiled = await esbuild.transform(text, options).catch(() => undefined);
  if (!compiled?.code.includes(`${tagName}(`)) return undefined;
  const before = compiled.code.slice(0, compiled.code.indexOf(`${tagName}(`)).split("\n");
  const generated = { line: before.length, column: before.at(-1)?.length ?? 0 };
  const { line, column } = originalPositionFor(new TraceMap(compiled.map), generated);
  if (line === null) return undefined;
  const commas = text.split("\n")[line - 1]?.slice(0, column).match(/,>\(/g)?.length ?? 0;
  return { file: source.file, line, column: column - commas + 1 };
}

/** With JSX, only a comma tells the type parameter of an arrow function from a tag. */
const genericArrow = /<(\w+(?: extends (?:[^<>()]|<[^<>()]*>)*)?)>\(/g;

function aboutJsx(place: Place): Diagnostic {
  const text = "JSX does not work in a pane, which has no page to draw into: write TypeScript without tags.";
  return { severity: "error", text, place, length: 1 };
}
