// The settings of a pane and their choices.

/** A border between areas: between the columns, or between the rows. */
export type Split = "columns" | "rows";

/** Shares of the pane's width and height, 0 to 1. An absent one is set by the style sheet. */
export type Shares = { readonly [Border in Split]?: number | undefined };

/** Milliseconds between two characters that a cue types; 0 types all at once. */
export const typingPaces = { slow: 90, usual: 45, fast: 15, "at once": 0 } as const;

/**
 * How the threads of a program run: really at the same time, switched by the kernel whenever it likes; or one at a time,
 * switched where a seed says.
 */
export type ThreadMode = "real" | "in turns";

/** How the threads of a pane's program are to run. */
export interface ThreadChoice {
  readonly mode: ThreadMode;
  /** Whole number from 0. It counts only for threads in turns, and is kept while they are real. */
  readonly seed: number;
}

/** The threads of a pane that nobody has touched. */
export const firstThreads: ThreadChoice = { mode: "real", seed: 1 };

/** The greatest seed that a viewer can choose. Short ones are easier to tell others. */
export const greatestSeed = 999_999;

export type TypingPace = keyof typeof typingPaces;
