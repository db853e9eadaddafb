// The history of a prompt: earlier entries, and stepping through them. Pure.

/** The most entries that are kept. Older ones are dropped. */
export const longestHistory = 200;

/** The entries, oldest first, and the position of the prompt among them. */
export interface History {
  readonly entries: readonly string[];
  /** Index of the shown entry; `entries.length` if the prompt shows the draft. */
  readonly place: number;
  /** The text that was being typed when the viewer stepped back to older entries. */
  readonly draft: string;
}

/** One step to another entry, and the text to show there. */
export interface HistoryStep {
  readonly history: History;
  readonly text: string;
}

/** Returns a history that is positioned at the draft, after the newest entry. */
export function startHistory(entries: readonly string[]): History {
  const kept = entries.length > longestHistory ? entries.slice(-longestHistory) : entries;
  return { entries: kept, place: kept.length, draft: "" };
}

/**
 * Steps one entry back.
 * @param text what the prompt shows now; kept if it is the draft, but not if it is a changed entry
 * @returns `undefined` at the oldest entry
 */
export function older({ entries, place, draft }: History, text: string): HistoryStep | undefined {
  const entry = entries[place - 1];
  if (entry === undefined) return undefined;
  const kept = place === entries.length ? text : draft;
  return { history: { entries, place: place - 1, draft: kept }, text: entry };
}

/**
 * Steps one entry on; after the newest entry comes the draft. Returns `undefined` if the prompt already shows the
 * draft.
 */
export function newer({ entries, place, draft }: History): HistoryStep | undefined {
  if (place >= entries.length) return undefined;
  return { history: { entries, place: place + 1, draft }, text: entries[place + 1] ?? draft };
}

/** Returns the history with `text` added. The same entry twice in a row is kept once. */
export function remember({ entries }: History, text: string): History {
  return startHistory(entries.at(-1) === text ? entries : [...entries, text]);
}
