// Messages between the page and the service worker. Each question carries a message port, on which its answers come.

/** A file of the built deck, as the build lists it. */
export interface DeckFile {
  /** Relative to the page, for example "assets/editor-1a2b3c4d.js". */
  readonly path: string;
  /** Size as stored, not as transferred. */
  readonly bytes: number;
  /** SHA-256 of its content, in base64. */
  readonly hash: string;
  /**
   * True for the files that show and turn slides, with their recordings. They are stored at the first visit. The
   * other files make panes work.
   */
  readonly isEssential: boolean;
}

/** Page → service worker. */
export type Question =
  /**
   * Which files are stored? With `isThorough` the worker reads all of them and compares their content with the
   * build's.
   */
  | { readonly kind: "list"; readonly isThorough: boolean }
  /** Store this file. Load it from the network only if it is not there. */
  | { readonly kind: "store"; readonly path: string }
  /** All files are stored: from now on install a newer version only when all its files are stored too. */
  | { readonly kind: "keep-complete" }
  /** Answer only from stored files (true), or with the network again (false). For rehearsals. */
  | { readonly kind: "cut-off"; readonly isCutOff: boolean }
  /** Delete the files that make panes work, to make space for a newer version. */
  | { readonly kind: "make-room" }
  /**
   * Isolate the deck's pages from the next load on, so that their programs can start threads, or no longer do so. Fails
   * with a sentence while a desk is open: the browser would cut the link between the two windows.
   */
  | { readonly kind: "isolate"; readonly isIsolated: boolean }
  /** Sent to a waiting version: take over now. */
  | { readonly kind: "take-over" };

/** A file, and whether it is stored as it was built. */
export interface KeptFile extends DeckFile {
  readonly isKept: boolean;
}

/** Service worker → page, on the port of the question. Every answer except `progress` is final. */
export type Answer =
  | { readonly kind: "files"; readonly version: string; readonly files: readonly KeptFile[] }
  /** So many bytes of the requested file have arrived. */
  | { readonly kind: "progress"; readonly bytes: number }
  | { readonly kind: "done" }
  /**
   * `wasCutOff` is false if the deck was opened in another window meanwhile, or if the worker was restarted and
   * forgot the state.
   */
  | { readonly kind: "cut"; readonly wasCutOff: boolean; readonly refused: readonly string[] }
  /** `isFull` is true if the browser's store is full. */
  | { readonly kind: "failed"; readonly sentence: string; readonly isFull: boolean };

/** Service worker → all its pages, without a question. */
export interface InstallFailure {
  readonly kind: "install-failed";
  readonly sentence: string;
  /** True if the browser's store is full. */
  readonly isFull: boolean;
}
