// Words for how much of the deck is stored.

import { bytesOf, type Inventory } from "./inventory.ts";

/** Returns a size in decimal megabytes, for example "27.4 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Returns a sentence that says how much of the deck is stored and what that means for the viewer. */
export function inventorySentence({ files }: Inventory): string {
  const missing = files.filter(({ isKept }) => !isKept);
  const total = megabytes(bytesOf(files));
  if (missing.length === 0)
    return `The whole deck is stored in this browser (${files.length} files, ${total}). It needs no network any more.`;
  const isReadable = missing.every(({ isEssential }) => !isEssential);
  const have = isReadable
    ? "The slides and their recordings are stored in this browser. Editing and running also need the other"
    : "Not all of the slides are stored in this browser. Missing are";
  return `${have} ${missing.length} of ${files.length} files: ${megabytes(bytesOf(missing))} of ${total} to come.`;
}
