// What can be set in a pane, and which choices there are.

/** Which border: between columns, or between rows. */
export type Split = "columns" | "rows";

/** Shares of the pane's width and height, 0 to 1; what is absent is as the style sheet says. */
export type Shares = { readonly [Border in Split]?: number | undefined };

/** Milliseconds between two characters that a cue types; 0 types at once. */
export const typingPaces = { slow: 90, usual: 45, fast: 15, "at once": 0 } as const;

export type TypingPace = keyof typeof typingPaces;
