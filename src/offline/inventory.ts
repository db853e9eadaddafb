// Which files of the deck the browser keeps.

import type { KeptFile } from "../service-worker/protocol.ts";

/** The files of one version of the deck. */
export interface Inventory {
  readonly version: string;
  readonly files: readonly KeptFile[];
}

/** The sum of the files' sizes, as they are stored. */
export function bytesOf(files: readonly KeptFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** True when all is kept. */
export function isComplete({ files }: Inventory): boolean {
  return files.every(({ isKept }) => isKept);
}
