// Reads the packed parts of the deck as one HTML file, which `npm run build:single` makes.

import { damaged, type PackedName, packedId, packedNames, unpack } from "./packed.ts";

/** Name of that file beside the site's page. */
export const oneFileName = "interleave.html";

/** True in that file itself. */
export const isOneFile = import.meta.env.MODE === "single";

/**
 * Returns a packed part of the file, unpacked; `undefined` on a site. Rejects with one sentence if the part is
 * missing.
 */
export async function unpacked(name: PackedName): Promise<ReadableStream | undefined> {
  if (!isOneFile) return undefined;
  const text = document.getElementById(packedId(name))?.textContent;
  if (text) return unpack(text);
  throw new Error(damaged);
}

/** True if all packed parts of the file can be unpacked, so that none is damaged. */
export async function isWhole(): Promise<boolean> {
  try {
    for (const name of packedNames) await new Response((await unpacked(name)) ?? null).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
