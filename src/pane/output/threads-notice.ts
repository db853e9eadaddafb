// The notice of a pane whose program starts threads, in a page that has none: why, what is shown instead, what to do. Pure.

import type { WhereThreads } from "../runs/threads-here.ts";

/** What is known about the pane. */
export interface WithoutThreads {
  readonly where: Exclude<WhereThreads, "here">;
  /** True if the viewer has changed the program, so that no recording shows what it does. */
  readonly isOwn: boolean;
  /** True if a recording that ships with the deck is shown. */
  readonly isRecorded: boolean;
}

/** Returns a sentence, and for some pages another one that says what to do. */
export function threadsNotice({ where, isOwn, isRecorded }: WithoutThreads): string {
  const shown = isRecorded
    ? ", so you see a recording of a real run"
    : ", so Run shows a recording of a real run";
  const own = isRecorded ? "; the recording is of the program before it was changed" : "";
  return `Threads need an isolated page, ${reasons[where]}${isOwn ? own : shown}. ${remedies[where](isOwn)}`.trim();
}

const reasons: Readonly<Record<WithoutThreads["where"], string>> = {
  reload: "and this is not one yet",
  host: "and this host does not send the headers for one",
  file: "which a file cannot be",
};

const served =
  "“npm start” serves the deck with threads, and so does a host with the headers of docs/hosting.md.";

const remedies: Readonly<Record<WithoutThreads["where"], (isOwn: boolean) => string>> = {
  reload: (isOwn) => (isOwn ? "Reload with threads to run the changed program; what you typed is kept." : ""),
  host: () => served,
  file: () => served,
};
