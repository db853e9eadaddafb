// The deck as one HTML file, made by `npm run build:single`.

import { type PackedName, packedId, unpack } from "./packed.ts";

/** What it is called beside the site's page. */
export const oneFileName = "interleave.html";

/** True in that file itself. */
export const isOneFile = import.meta.env.MODE === "single";

/** What it holds packed under a name; nothing in a site. Rejects in one sentence where the file was changed. */
export async function unpacked(name: PackedName): Promise<ReadableStream | undefined> {
  if (!isOneFile) return undefined;
  const text = document.getElementById(packedId(name))?.textContent;
  if (text) return unpack(text);
  throw new Error(
    `This file has lost its part "${packedId(name)}". Get it once more from where it came from.`,
  );
}
