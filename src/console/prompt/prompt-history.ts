// What was entered at a prompt before, and the way through it. Pure.

/** Entries that are kept; older ones fall out. */
export const longestHistory = 200;

/** The entries, oldest first, and where in them the prompt stands. */
export interface History {
  readonly entries: readonly string[];
  /** The entry that is shown; as many as there are entries where it is what is being typed. */
  readonly place: number;
  /** What was being typed when the prompt left for older entries. */
  readonly draft: string;
}

/** A step to another entry, and the text to show there. */
export interface HistoryStep {
  readonly history: History;
  readonly text: string;
}

/** A history that stands behind its newest entry. */
export function startHistory(entries: readonly string[]): History {
  const kept = entries.length > longestHistory ? entries.slice(-longestHistory) : entries;
  return { entries: kept, place: kept.length, draft: "" };
}

/**
 * One entry back.
 * @param text what the prompt shows. It is kept where it is being typed; a changed entry is not.
 * @returns undefined at the oldest one.
 */
export function older({ entries, place, draft }: History, text: string): HistoryStep | undefined {
  const entry = entries[place - 1];
  if (entry === undefined) return undefined;
  const kept = place === entries.length ? text : draft;
  return { history: { entries, place: place - 1, draft: kept }, text: entry };
}

/** One entry on, at last to what was being typed; undefined where the prompt shows that already. */
export function newer({ entries, place, draft }: History): HistoryStep | undefined {
  if (place >= entries.length) return undefined;
  return { history: { entries, place: place + 1, draft }, text: entries[place + 1] ?? draft };
}

/** The history after `text` was entered: the same entry twice in a row is kept once. */
export function remember({ entries }: History, text: string): History {
  return startHistory(entries.at(-1) === text ? entries : [...entries, text]);
}
