// The words of a pane whose program starts threads, in a page that has none: what is shown instead, why, what to do. Pure.

import type { WhereThreads } from "../runs/threads-here.ts";

/** What is known about the pane. */
export interface WithoutThreads {
  readonly where: Exclude<WhereThreads, "here">;
  /** True if the viewer has changed the program, so that no recording shows what it does. */
  readonly isOwn: boolean;
  /** True if a recording that ships with the deck is shown. */
  readonly isRecorded: boolean;
  /** True if the browser keeps what was typed over a reload. */
  readonly keepsText: boolean;
  /** The seed under which threads are to run in turns. Absent if they are to be real. */
  readonly seed?: number | undefined;
}

/** Returns a sentence; two if the recording that is shown is not of the present program. */
export function threadsNotice({ where, isOwn, isRecorded, keepsText, seed }: WithoutThreads): string {
  const other = seed === undefined ? "" : `, not the one of seed ${seed}`;
  if (!isOwn)
    return `${isRecorded ? "You see" : "Run shows"} a recording of a real run${other}: ${reasons[where]}.`;
  const kept = where === "reload" && keepsText ? "; what you typed is kept" : "";
  return `${needs[where]}${kept}.${isRecorded ? " The recording is of the program before." : ""}`;
}

const reasons: Readonly<Record<WithoutThreads["where"], string>> = {
  reload: "threads need an isolated page, and this is not one yet",
  host: "threads need headers that this host does not send (docs/hosting.md)",
  file: "a file has no threads; “npm start” does, and so does a site with the headers in docs/hosting.md",
};

/** What a changed program needs. */
const needs: Readonly<Record<WithoutThreads["where"], string>> = {
  reload: "The changed program needs a reload with threads",
  host: "The changed program needs headers that this host does not send (docs/hosting.md)",
  file: "The changed program needs threads, which “npm start” has, or a site with the headers in docs/hosting.md",
};
