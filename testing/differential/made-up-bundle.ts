// Compiles made-up files as a pane's are, but for the instrumenting.

import * as esbuild from "esbuild";
import { bundle as bundlePane } from "../../src/compiler/bundle/bundle.ts";
import type { Code } from "../../src/protocol/javascript.ts";

/** What the top level of every file may use: what `createTools` gives. */
const tools = "const { log, ticker, later, drive, driveAsync } = __offer;";

/** @param files texts by name; "main.ts" is the entry */
export async function bundle(files: Readonly<Record<string, string>>): Promise<Omit<Code, "sites">> {
  const { code, map } = await bundlePane(esbuild, new Map(Object.entries(files)), "main.ts");
  // The first line is the wrapper's alone: no place in the files moves.
  return { code: code.replace("\n", ` ${tools}\n`), map };
}

/** The same for a single file. */
export function bundleFile(text: string): Promise<Omit<Code, "sites">> {
  return bundle({ "main.ts": text });
}
