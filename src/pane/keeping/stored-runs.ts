// Keeps what a pane's runs recorded over a reload or a crash of the tab, as long as the tab is open.
// Not where drafts are kept: a large recording must not take the room of a text.

import { type Recording, record, replayOwn } from "../../trace/recording/recording.ts";
import type { RunGroup } from "../state/kept-runs.ts";
import { type SavedGroup, savedGroup } from "../state/saved-state.ts";

const prefix = "interleave:results:";
const keptPrefix = "interleave:kept:";

/** In characters; browsers give a tab about five million, and a deck has many panes. */
const largest = 300_000;

/** The recording of a pane's newest runs; undefined where nothing is kept, or what is kept cannot be read. */
export function loadResults(pane: string): Recording | undefined {
  try {
    const text = sessionStorage.getItem(prefix + pane);
    return text === null ? undefined : sound(JSON.parse(text));
  } catch {
    return undefined;
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

/** The groups of runs that a pane keeps to compare others with; none where they cannot be read. */
export function loadKept(pane: string): SavedGroup[] {
  try {
    const groups: SavedGroup[] = JSON.parse(sessionStorage.getItem(keptPrefix + pane) ?? "[]");
    return groups.map(({ recording, labels, sets, files }) => ({
      recording: sound(recording),
      labels: labels.map(String),
      sets: sets.map(String),
      files: [...new Map(files)],
    }));
  } catch {
    return [];
  }
}

/** Keeps the groups over a reload, in place of those before, unless they are too large. */
export function saveKept(pane: string, groups: readonly RunGroup[]): void {
  try {
    sessionStorage.removeItem(keptPrefix + pane);
    if (groups.length === 0) return;
    const text = JSON.stringify(groups.map(savedGroup));
    if (text.length <= largest) sessionStorage.setItem(keptPrefix + pane, text);
  } catch {
    // The pane goes on with what it has in memory.
  }
}

/** @throws {RangeError} where another version of the deck has written it, or it is broken */
function sound(recording: Recording): Recording {
  return record(replayOwn(recording));
}
