// Bundles a worker into one script that runs from anywhere: a file of the site, a blob, or a frame that can load nothing.

import { resolve } from "node:path";
import { build } from "esbuild";

export interface BundledWorker {
  readonly code: string;
  /** What it was made from, as absolute paths. */
  readonly files: readonly string[];
}

export interface WorkerNames {
  /** Names of the worker's that stand for values of the build, as esbuild's `define`. */
  readonly define?: Readonly<Record<string, string>>;
  /** Files that the worker imports by other names, as esbuild's `alias`. */
  readonly alias?: Readonly<Record<string, string>>;
}

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
    alias,
  });
  const files = Object.keys(metafile.inputs).map((file) => resolve(file));
  return { code: outputFiles[0]?.text ?? "", files };
}
