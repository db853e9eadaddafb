// TypeScript as JavaScript: the types are taken out, and all else stays as it was written.

import type { Message, TransformOptions } from "esbuild-wasm";
import { type Diagnostic, diagnose, errorsOf } from "./diagnostics.ts";
import { withOwnNames } from "./own-names.ts";

/** The part of esbuild that is used. */
export type Esbuild = Pick<typeof import("esbuild-wasm"), "transform">;

export type Transformed =
  | {
      readonly ok: true;
      readonly code: string;
      /** Source map as JSON, which leads to the text. */
      readonly map: string;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

export interface Source {
  readonly text: string;
  /** The name of the text in places. */
  readonly file: string;
}

/**
 * Takes the types from a text. What the engine does not know is left to those who write the hooks.
 * Rejects in one sentence where esbuild has broken.
 */
export async function toJavaScript(esbuild: Esbuild, source: Source): Promise<Transformed> {
  const { text, file } = source;
  try {
    const { code, map, warnings } = await esbuild.transform(text, optionsFor(source));
    return { ok: true, ...withOwnNames(code, map), warnings: warnings.map(warningIn(file)) };
  } catch (failure) {
    const errors = errorsOf(failure, file);
    return {
      ok: false,
      errors: (await hasJsx(esbuild, source)) ? errors.slice(0, 1).map(aboutJsx) : errors,
    };
  }
}

function warningIn(file: string): (message: Message) => Diagnostic {
  return (message) => diagnose(message, "warning", file);
}

function optionsFor({ file }: Source): TransformOptions {
  // By the name alone esbuild knows that a text without imports and exports is strict.
  return { ...settings, sourcefile: `${file}.mts` };
}

const settings = {
  loader: "ts",
  target: "esnext",
  // No engine has them yet.
  supported: { decorators: false },
  charset: "utf8",
  sourcemap: "external",
  sourcesContent: false,
  logLevel: "silent",
  // Whether an import that nothing uses is a type's is seen where files are linked; at the prompt it is to be refused.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
} as const;

/** What is wrong as TypeScript but right with tags in it. */
async function hasJsx(esbuild: Esbuild, source: Source): Promise<boolean> {
  if (!/<[\w>]/.test(source.text)) return false;
  const options = { ...optionsFor(source), loader: "tsx", jsx: "preserve" } as const;
  return esbuild.transform(source.text, options).then(
    () => true,
    () => false,
  );
}

function aboutJsx(error: Diagnostic): Diagnostic {
  return {
    ...error,
    text: "JSX does not work in a pane, which has no page to draw into: write TypeScript without tags.",
  };
}
