// Stores recordings of a pane's runs in sessionStorage: they survive reloads and crashes as long as the tab is open.
// Drafts are stored elsewhere, so that a large recording takes no room from a text.

import { type Recording, record, replayOwn } from "../../trace/recording/recording.ts";
import type { RunGroup } from "../state/kept-runs.ts";
import { type SavedGroup, savedGroup } from "../state/saved-state.ts";

const prefix = "interleave:results:";
const keptPrefix = "interleave:kept:";

/** In characters. Browsers give a tab about five million, and a deck has many panes. */
const largest = 300_000;

/** In characters: no event is shorter, not even {"seq":0,"t":0,"kind":"abort"}. */
const shortestEvent = 30;

/** The recording of a pane's newest runs; `undefined` if none is stored or it cannot be read. */
export function loadResults(pane: string): Recording | undefined {
  try {
    const text = sessionStorage.getItem(prefix + pane);
    return text === null ? undefined : sound(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Stores a recording in place of the one before. One that has no runs, or is too large, only removes the one before.
 */
export function saveResults(pane: string, recording: Recording): void {
  try {
    sessionStorage.removeItem(prefix + pane);
    // Writing thousands of events takes longer than a frame, at the very moment in which a flood of output is drawn.
    if (recording.runs.length === 0 || eventsIn(recording) * shortestEvent > largest) return;
    const text = JSON.stringify(recording);
    if (text.length <= largest) sessionStorage.setItem(prefix + pane, text);
  } catch {
    // The pane goes on with the runs in memory.
  }
}

function eventsIn({ runs }: Recording): number {
  return runs.reduce((count, { events }) => count + events.length, 0);
}

/** The kept groups of runs of a pane; none if they cannot be read. */
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

/** Stores the kept groups in place of those before. Groups that are too large are not stored. */
export function saveKept(pane: string, groups: readonly RunGroup[]): void {
  try {
    sessionStorage.removeItem(keptPrefix + pane);
    if (groups.length === 0) return;
    const text = JSON.stringify(groups.map(savedGroup));
    if (text.length <= largest) sessionStorage.setItem(keptPrefix + pane, text);
  } catch {
    // The pane goes on with the groups in memory.
  }
}

/** @throws {RangeError} if another version of the deck has written the recording, or it is broken */
function sound(recording: Recording): Recording {
  return record(replayOwn(recording));
}
