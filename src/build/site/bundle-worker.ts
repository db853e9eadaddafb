// Bundles a worker into one script that can run from anywhere: from a file of the site, from a blob, or in a frame
// that can load nothing.

import { resolve } from "node:path";
import { build } from "esbuild";
import { serverTimers } from "./server-timers.mjs";

const siteDomain = resolve(import.meta.dirname, "../../runtime/network/site-domain.ts");

export interface BundledWorker {
  readonly code: string;
  /** The source files of the bundle, as absolute paths. */
  readonly files: readonly string[];
}

export interface WorkerNames {
  /** Names in the worker's code that the build replaces by values (esbuild's `define`). */
  readonly define?: Readonly<Record<string, string>>;
  /** Files that the worker imports by other names (esbuild's `alias`). */
  readonly alias?: Readonly<Record<string, string>>;
}

/**
 * Bundles a worker.
 * @param entry path of its first file
 */
export async function bundleWorker(
  entry: string,
  { define = {}, alias = {} }: WorkerNames = {},
): Promise<BundledWorker> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    // Module workers fail on file:// in Chromium.
    format: "iife",
    minify: true,
    target: "es2022",
    legalComments: "none",
    define,
    alias: { tldts: siteDomain, ...alias },
    plugins: alias["#mocks"] ? [serverTimers(alias["#mocks"])] : [],
  });
  const files = Object.keys(metafile.inputs).map((file) => resolve(file));
  return { code: outputFiles[0]?.text ?? "", files };
}
