// What the page says of the files that are kept.

import { bytesOf, type Inventory } from "./inventory.ts";

/** A size for people, in decimal megabytes: "27.4 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How much of the deck is kept, as a sentence that says what that means. */
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
