// Types like a person: shows texts one after the other at a pace, or the last one at once.

export interface Typing {
  /** Each one follows the one before by a key press. */
  readonly texts: readonly string[];
  readonly show: (text: string) => void;
  /** Called before each text: milliseconds until the next one. 0 shows the last text at once. */
  readonly pause: () => number;
  /** Called before each text; if it returns false, the typing ends. */
  readonly isWanted: () => boolean;
}

/**
 * Shows the texts one after the other.
 * @returns false if the typing was ended early
 */
export async function type({ texts, show, pause, isWanted }: Typing): Promise<boolean> {
  for (const text of texts) {
    if (!isWanted()) return false;
    const time = pause();
    show(time > 0 ? text : (texts.at(-1) ?? text));
    if (time <= 0) break;
    await new Promise((resolve) => setTimeout(resolve, time));
  }
  return isWanted();
}

/** The beginnings of a text, each one character longer than the one before. */
export function growing(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1));
}
