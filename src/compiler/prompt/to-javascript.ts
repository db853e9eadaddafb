// Entered TypeScript as JavaScript, or what the compiler says is wrong with it.

import type { Place } from "../../trace/events/events.ts";
import { errorsOf } from "../bundle/diagnostics.ts";
import { loadEsbuild } from "../bundle/esbuild.ts";

export type Transformed =
  | {
      readonly ok: true;
      readonly code: string;
      /** Source map as JSON, which leads to the text. */
      readonly map: string;
    }
  | { readonly ok: false; readonly reason: string; readonly place: Place | undefined };

/**
 * Takes the types from a text and has it work in every browser. Rejects in one sentence where the compiler cannot be
 * loaded or has broken.
 * @param file the name of the text in places
 */
export async function toJavaScript(text: string, file: string): Promise<Transformed> {
  const esbuild = await loadEsbuild();
  try {
    const { code, map } = await esbuild.transform(text, { ...settings, sourcefile: file });
    return { ok: true, code, map };
  } catch (failure) {
    const [error] = errorsOf(failure);
    return { ok: false, reason: error?.text ?? "The text cannot be compiled.", place: error?.place };
  }
}

const settings = {
  loader: "ts",
  // As the program is compiled.
  target: "es2022",
  charset: "utf8",
  sourcemap: "external",
  sourcesContent: false,
  logLevel: "silent",
  // An import that nothing uses is to be seen and refused.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
} as const;
