// Which files of the deck the browser has stored.

import type { KeptFile } from "../service-worker/protocol.ts";

/** The files of one version of the deck. */
export interface Inventory {
  readonly version: string;
  readonly files: readonly KeptFile[];
}

/** Returns the sum of the file sizes in bytes, as stored. */
export function bytesOf(files: readonly KeptFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** True if all files are stored. */
export function isComplete({ files }: Inventory): boolean {
  return files.every(({ isKept }) => isKept);
}
