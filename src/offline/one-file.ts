// The deck as one HTML file, made by `npm run build:single`.

import { damaged, type PackedName, packedId, packedNames, unpack } from "./packed.ts";

/** What it is called beside the site's page. */
export const oneFileName = "interleave.html";

/** True in that file itself. */
export const isOneFile = import.meta.env.MODE === "single";

/** What it holds packed under a name; nothing in a site. Rejects in one sentence where that is missing. */
export async function unpacked(name: PackedName): Promise<ReadableStream | undefined> {
  if (!isOneFile) return undefined;
  const text = document.getElementById(packedId(name))?.textContent;
  if (text) return unpack(text);
  throw new Error(damaged);
}

/** Whether all that the file holds packed is there as it was packed. */
export async function isWhole(): Promise<boolean> {
  try {
    for (const name of packedNames) await new Response((await unpacked(name)) ?? null).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
