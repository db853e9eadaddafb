// What the page and the service worker say to each other. Each question carries a port, on which the answers come.

/** A file of the built deck, as the build lists it. */
export interface DeckFile {
  /** Relative to the page, e.g. "assets/editor-1a2b3c4d.js". */
  readonly path: string;
  /** As stored, not as transferred. */
  readonly bytes: number;
  /** SHA-256 of its content, in base64. */
  readonly hash: string;
  /** Kept at the first visit: what shows and turns the slides, with their recordings. The others make panes work. */
  readonly isEssential: boolean;
}

/** Page → service worker. */
export type Question =
  /** Which files are kept? `isThorough` reads all of them and compares their content with the build's. */
  | { readonly kind: "list"; readonly isThorough: boolean }
  /** Keep this file, from the network unless it is there. */
  | { readonly kind: "store"; readonly path: string }
  /** All is kept: let a newer version be there only when all of it is, too. */
  | { readonly kind: "keep-complete" }
  /** Answer from what is kept alone, or with the network again. For rehearsals. */
  | { readonly kind: "cut-off"; readonly isCutOff: boolean }
  /** Forget the files that make panes work: there is no room for them beside those of a newer version. */
  | { readonly kind: "make-room" }
  /** To a version that waits: take over now. */
  | { readonly kind: "take-over" };

/** A file, and whether it is kept as it was built. */
export interface KeptFile extends DeckFile {
  readonly isKept: boolean;
}

/** Service worker → page, on the port of the question. All but `progress` are the last word to it. */
export type Answer =
  | { readonly kind: "files"; readonly version: string; readonly files: readonly KeptFile[] }
  /** So many bytes of the file that is to be kept are there. */
  | { readonly kind: "progress"; readonly bytes: number }
  | { readonly kind: "done" }
  /** `wasCutOff` is false where the deck was opened meanwhile, or the worker was started anew and had forgotten about it. */
  | { readonly kind: "cut"; readonly wasCutOff: boolean; readonly refused: readonly string[] }
  | { readonly kind: "failed"; readonly sentence: string };

/** Service worker → all its pages, without a question. */
export interface InstallFailure {
  readonly kind: "install-failed";
  readonly sentence: string;
  /** True where the browser's store is full. */
  readonly isFull: boolean;
}
