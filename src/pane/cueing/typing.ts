// Types like a person: shows texts one after the other at a chosen pace, or at once if the viewer prefers reduced
// motion.

import { type TypingPace, typingPaces } from "../state/settings.ts";

/**
 * Shows the texts one after the other.
 * @param isWanted called before each text; if it returns false, the typing ends
 * @returns false if the typing was ended early
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

/** The beginnings of a text, each one character longer than the one before. */
export function growing(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1));
}
