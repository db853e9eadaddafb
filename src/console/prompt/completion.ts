// What Tab does to a text: which characters are inserted, and which names are left to choose from. Pure.

/** Names that may follow a text. */
export interface Completions {
  /** How many characters before the cursor each of the names replaces. */
  readonly replaces: number;
  readonly names: readonly string[];
}

/** Characters from `from` up to, not including, `to` become `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Names to choose from, none of them twice. */
export interface Choice {
  /** Where in the text the name begins. */
  readonly from: number;
  readonly names: readonly string[];
}

export type Completion =
  /** There is nothing to add. */
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly edit: Edit }
  /** The names have the edit in common, and more follows in each of them. */
  | { readonly kind: "several"; readonly edit: Edit; readonly choice: Choice };

/** Names that a list shows at once. */
export const mostNames = 8;

/** What the names do to `before`, the text up to the cursor. */
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

/** What all the names begin with; whole characters only. */
export function commonPrefix(names: readonly string[]): string {
  const [first = "", ...others] = names.map((name) => Array.from(name));
  const end = Array.from(first).findIndex((char, at) => others.some((other) => other[at] !== char));
  return Array.from(first)
    .slice(0, end < 0 ? undefined : end)
    .join("");
}

/**
 * What is left to choose from after typing went on.
 * @param text all of it; the cursor stands at `cursor`.
 * @returns undefined where nothing is left.
 */
export function narrowed({ from, names }: Choice, text: string, cursor: number): Choice | undefined {
  if (cursor < from) return undefined;
  const typed = text.slice(from, cursor);
  const left = names.filter((name) => name.startsWith(typed));
  const isWhole = left.length === 1 && left[0] === typed;
  return left.length === 0 || isWhole ? undefined : { from, names: left };
}

/** The edit that takes a name out of a choice. */
export function taken({ from }: Choice, name: string, cursor: number): Edit {
  return { from, to: cursor, text: name };
}

/** The name after, or before, the one at `index`; the last is followed by the first. */
export function neighbour(index: number, step: 1 | -1, count: number): number {
  return (index + step + count) % count;
}
