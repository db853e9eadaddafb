// How the deck as one file holds packed what a site has as files of its own: src/build/one-file.ts packs, the page unpacks.

/** The compiler's WebAssembly, and the worker that knows TypeScript. */
export type PackedName = "compiler" | "typescript";

/** The id of the element whose text it is. */
export const packedId = (name: PackedName): string => `packed-${name}`;

/** @param text base64 of a gzip file */
export async function unpack(text: string): Promise<ReadableStream | undefined> {
  const { body } = await fetch(`data:application/gzip;base64,${text}`);
  return body?.pipeThrough(new DecompressionStream("gzip"));
}
