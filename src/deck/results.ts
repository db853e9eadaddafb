// Keeps what a pane's newest runs recorded over a reload or a crash of the tab, as long as the tab is open.
// Not where drafts are kept: a large recording must not take the room of a text.

import { type Recording, replay } from "../trace/recording.ts";
import type { Trace } from "../trace/trace.ts";

const prefix = "interleave:results:";

/** In characters; browsers give a tab about five million, and a deck has many panes. */
const largest = 300_000;

/** The traces of a pane's newest runs; none where nothing is kept, or what is kept cannot be read. */
export function loadResults(pane: string): Trace[] {
  try {
    const text = sessionStorage.getItem(prefix + pane);
    return text === null ? [] : replay(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Keeps a recording in place of the one before; one without runs, or too large, only takes that away. */
export function saveResults(pane: string, recording: Recording): void {
  try {
    sessionStorage.removeItem(prefix + pane);
    const text = JSON.stringify(recording);
    if (recording.runs.length > 0 && text.length <= largest) sessionStorage.setItem(prefix + pane, text);
  } catch {
    // The pane goes on with what it has in memory.
  }
}
