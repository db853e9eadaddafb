// Compiles texts while the deck is built. Runs in Node, with the same esbuild as the page.

import { stop, transform } from "esbuild-wasm";
import type { PreparedText } from "./prepared.ts";
import { type Source, toJavaScript } from "./to-javascript.ts";

/** Compiles each text once. Leaves out those with errors or warnings, which the page has to compile itself. */
export async function prepare(sources: readonly Source[]): Promise<PreparedText[]> {
  const all = new Map(sources.map((source) => [JSON.stringify([source.file, source.text]), source]));
  const texts = await Promise.all([...all.values()].map(prepareOne));
  // Its process would stay as long as the author's dev server.
  await stop();
  return texts.flat();
}

async function prepareOne({ file, text }: Source): Promise<PreparedText[]> {
  const result = await toJavaScript({ transform }, { file, text });
  if (!result.ok || result.warnings.length > 0) return [];
  return [{ file, text, code: result.code, map: result.map }];
}
