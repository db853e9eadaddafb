// Types like a person: one text after the other, at a pace that can be changed, and at once for those who want no motion.

import { type TypingPace, typingPaces } from "../state/settings.ts";

/**
 * Shows the texts one after the other.
 * @param isWanted asked before each text: false ends it there
 * @returns false where it was ended
 */
export async function type(
  texts: readonly string[],
  pace: TypingPace,
  show: (text: string) => void,
  isWanted: () => boolean,
): Promise<boolean> {
  const pause = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : typingPaces[pace];
  const shown = pause === 0 ? texts.slice(-1) : texts;
  for (const text of shown) {
    if (!isWanted()) return false;
    show(text);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return isWanted();
}

/** A text as it grows, character by character. */
export function growing(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1));
}
