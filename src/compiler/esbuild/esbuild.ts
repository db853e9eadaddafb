// Loads esbuild once for all panes. No other file imports the package at run time.

import { isOneFile } from "../../offline/one-file.ts";
import { damaged } from "../../offline/packed.ts";
import { wasmOptions } from "./wasm.ts";

type Esbuild = typeof import("esbuild-wasm");

let loading: Promise<Esbuild> | undefined;

/**
 * Returns the compiler, and loads it on the first call. A failed load rejects with a sentence, and the next call tries
 * again.
 */
export function loadEsbuild(): Promise<Esbuild> {
  loading ??= initialize().catch((error: unknown) => {
    loading = undefined;
    const whatToDo = isOneFile ? damaged : "Check the connection and press Run again.";
    throw new Error(`The compiler could not be loaded. ${whatToDo}`, { cause: error });
  });
  return loading;
}

async function initialize(): Promise<Esbuild> {
  const [esbuild, wasm] = await Promise.all([import("esbuild-wasm"), wasmOptions()]);
  // esbuild starts a worker of its own. From within one of our workers that fails in WebKit on file://.
  await esbuild.initialize({ ...wasm, worker: true });
  return esbuild;
}
