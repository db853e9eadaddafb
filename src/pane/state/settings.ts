// The settings of a pane and their choices.

/** A border between areas: between the columns, or between the rows. */
export type Split = "columns" | "rows";

/** Shares of the pane's width and height, 0 to 1. An absent one is set by the style sheet. */
export type Shares = { readonly [Border in Split]?: number | undefined };

/** Milliseconds between two characters that a cue types; 0 types all at once. */
export const typingPaces = { slow: 90, usual: 45, fast: 15, "at once": 0 } as const;

export type TypingPace = keyof typeof typingPaces;
