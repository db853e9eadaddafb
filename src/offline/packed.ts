// The format of the packed parts in the deck as one file. src/build/site/one-file.ts packs them, and the page unpacks
// them. On a site they are separate files.

/** The compiler's WebAssembly and TypeScript's worker. */
export const packedNames = ["compiler", "typescript"] as const;

export type PackedName = (typeof packedNames)[number];

/** Id of the script element that contains the part as text. */
export const packedId = (name: PackedName): string => `packed-${name}`;

/** The sentence for a file that is incomplete or was changed on its way. */
export const damaged = "This file is damaged. Get it once more from where it came from.";

/**
 * Unpacks a part.
 * @param text base64 of a gzip file
 */
export async function unpack(text: string): Promise<ReadableStream | undefined> {
  const { body } = await fetch(`data:application/gzip;base64,${text}`);
  return body?.pipeThrough(new DecompressionStream("gzip"));
}
