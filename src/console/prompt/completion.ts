// Calculates what Tab does to a text: which characters it inserts, and which names the viewer can choose from. Pure.

/** Names that may complete a text. */
export interface Completions {
  /** How many characters before the cursor each name replaces. */
  readonly replaces: number;
  readonly names: readonly string[];
}

/** Replaces the characters from `from` up to, but not including, `to` with `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Names to choose from, without duplicates. */
export interface Choice {
  /** Index in the text at which the name begins. */
  readonly from: number;
  readonly names: readonly string[];
}

export type Completion =
  /** There is nothing to add. */
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly edit: Edit }
  /** The edit inserts the common prefix of the names. Each name continues after it. */
  | { readonly kind: "several"; readonly edit: Edit; readonly choice: Choice };

/** The most names that the list shows. */
export const mostNames = 8;

/** Returns what Tab does, given the names for `before` (the text up to the cursor). */
export function completion(before: string, { replaces, names }: Completions): Completion {
  const to = before.length;
  const from = Math.max(0, to - replaces);
  const typed = before.slice(from);
  const different = [...new Set(names)];
  const [name] = different;
  if (name === undefined || (different.length === 1 && name === typed)) return { kind: "none" };
  if (different.length === 1) return { kind: "one", edit: { from, to, text: name } };
  const common = commonPrefix(different);
  const text = common.startsWith(typed) ? common : typed;
  return { kind: "several", edit: { from, to, text }, choice: { from, names: different } };
}

/** Returns the common prefix of all names. Never splits a character. */
export function commonPrefix(names: readonly string[]): string {
  const [first = "", ...others] = names.map((name) => Array.from(name));
  const end = Array.from(first).findIndex((char, at) => others.some((other) => other[at] !== char));
  return Array.from(first)
    .slice(0, end < 0 ? undefined : end)
    .join("");
}

/**
 * Returns the names that still match after the viewer has typed on.
 * @param text the whole text; the cursor is at `cursor`
 * @returns `undefined` if no name is left, or if the only one left is typed in full
 */
export function narrowed({ from, names }: Choice, text: string, cursor: number): Choice | undefined {
  if (cursor < from) return undefined;
  const typed = text.slice(from, cursor);
  const left = names.filter((name) => name.startsWith(typed));
  const isWhole = left.length === 1 && left[0] === typed;
  return left.length === 0 || isWhole ? undefined : { from, names: left };
}

/** Returns the edit that inserts a chosen name. */
export function taken({ from }: Choice, name: string, cursor: number): Edit {
  return { from, to: cursor, text: name };
}

/** Returns the next or previous index. The list wraps around. */
export function neighbour(index: number, step: 1 | -1, count: number): number {
  return (index + step + count) % count;
}
