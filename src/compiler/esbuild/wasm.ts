// Loads esbuild's WebAssembly: from a file of the site, or from the page itself.

import url from "esbuild-wasm/esbuild.wasm?url";
import { unpacked } from "../../offline/one-file.ts";

/** The options that tell esbuild where its WebAssembly is. */
export async function wasmOptions(): Promise<{ wasmURL: string } | { wasmModule: WebAssembly.Module }> {
  const bytes = await unpacked("compiler");
  if (!bytes) return { wasmURL: url };
  const headers = { "Content-Type": "application/wasm" };
  return { wasmModule: await WebAssembly.compileStreaming(new Response(bytes, { headers })) };
}
