// The JavaScript of texts that the build has compiled already. A pane whose text nobody has changed then needs no
// esbuild, which is 14 MB.

import { loadEsbuild } from "./esbuild.ts";
import { type Source, type Transformed, toJavaScript } from "./to-javascript.ts";

/** A text that was compiled without errors and warnings: the same code and map as `toJavaScript` returns for it. */
export interface PreparedText extends Source {
  readonly code: string;
  readonly map: string;
}

let prepared: readonly PreparedText[] = [];

/** Sets the texts that need not be compiled again. */
export function usePrepared(texts: readonly PreparedText[]): void {
  prepared = texts;
}

/** True if the build has compiled all of these files, as they are now. */
export function arePrepared(files: ReadonlyMap<string, string>): boolean {
  return [...files].every(([file, text]) => find({ file, text }) !== undefined);
}

/**
 * Compiles a text as `toJavaScript` does. Loads esbuild if the text is none of the prepared ones. Rejects with a
 * sentence if esbuild cannot be loaded.
 */
export async function preparedOrCompiled(source: Source): Promise<Transformed> {
  const found = find(source);
  if (found) return { ok: true, code: found.code, map: found.map, warnings: [] };
  return toJavaScript(await loadEsbuild(), source);
}

/** A prepared text is the same to the last character: a hash could meet another text. */
function find({ file, text }: Source): PreparedText | undefined {
  return prepared.find((each) => each.text === text && each.file === file);
}
