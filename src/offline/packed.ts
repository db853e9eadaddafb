// How the deck as one file holds packed what a site has as files of its own: src/build/site/one-file.ts packs, the page unpacks.

/** The compiler's WebAssembly, and the worker that knows TypeScript. */
export const packedNames = ["compiler", "typescript"] as const;

export type PackedName = (typeof packedNames)[number];

/** The id of the element whose text it is. */
export const packedId = (name: PackedName): string => `packed-${name}`;

/** What a file says that came in part, or was changed on its way. */
export const damaged = "This file is damaged. Get it once more from where it came from.";

/** @param text base64 of a gzip file */
export async function unpack(text: string): Promise<ReadableStream | undefined> {
  const { body } = await fetch(`data:application/gzip;base64,${text}`);
  return body?.pipeThrough(new DecompressionStream("gzip"));
}
