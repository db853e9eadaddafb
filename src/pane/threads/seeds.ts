// Seeds of the turns that threads take: reads what a viewer types, and draws others.

import { greatestSeed } from "../state/settings.ts";

/** Seeds that are drawn are short, so that one can be told to somebody. */
const greatestDrawn = 999;

/** Returns the seed that a text names; `undefined` if it names none. */
export function seedIn(text: string): number | undefined {
  const trimmed = text.trim();
  const seed = /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return seed <= greatestSeed ? seed : undefined;
}

/**
 * Returns another seed, from 1 to 999.
 * @param random as Math.random
 */
export function anotherSeed(than: number, random: () => number = Math.random): number {
  const drawn = 1 + Math.floor(random() * (greatestDrawn - 1));
  return drawn < than || than < 1 ? drawn : drawn + 1;
}
