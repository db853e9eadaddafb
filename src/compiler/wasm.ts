// Where esbuild's WebAssembly comes from: a file of the site, or the page itself.

import url from "esbuild-wasm/esbuild.wasm?url";

/** What esbuild is told of its own WebAssembly. */
export async function wasmOptions(): Promise<{ wasmURL: string } | { wasmModule: WebAssembly.Module }> {
  // Only the deck as one file has it (src/build/one-file.ts).
  const packed = document.getElementById("packed-compiler")?.textContent;
  return packed ? { wasmModule: await unpack(packed) } : { wasmURL: url };
}

/** @param packed base64 of a gzip file */
async function unpack(packed: string): Promise<WebAssembly.Module> {
  const { body } = await fetch(`data:application/gzip;base64,${packed}`);
  const stream = body?.pipeThrough(new DecompressionStream("gzip"));
  const headers = { "Content-Type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(stream ?? null, { headers }));
}
