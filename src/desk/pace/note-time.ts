// Reads how long a slide takes from the first words of its notes: "**About 2 minutes, one step; may be dropped (3).**"

/** The time that the notes of a slide name. */
export interface NoteTime {
  readonly minutes: number;
  /**
   * `undefined` if the slide belongs to the talk however short it is. Slides with the same number are dropped together,
   * and 1 goes first. Infinity for a slide without a number: it goes alone, after all that have one.
   */
  readonly drop: number | undefined;
}

/** Notes that begin so say that their slide takes no time of the talk. */
const noTime = "No time of its own.";

/** Examples for messages. */
export const timeExamples = `"**About 2 minutes, one step; may be dropped (3).**" or "**${noTime}**"`;

const time =
  /^(?:About )?(half a|½|\d+½?) minutes?(?:, \w+ steps?)?(; may be dropped(?: \(([1-9]\d*)\))?)?\.$/i;

/**
 * Reads the time from the notes of a slide.
 * @param notes Markdown
 * @returns "none" if they name no time, "unreadable" if they begin with something about minutes that is no time
 */
export function noteTime(notes: string): NoteTime | "none" | "unreadable" {
  const first = firstWords(notes);
  if (first === noTime) return { minutes: 0, drop: undefined };
  const [, amount, drops, order] = time.exec(first) ?? [];
  if (amount === undefined) return /minute/i.test(first) ? "unreadable" : "none";
  return {
    minutes: numberIn(amount),
    drop: drops === undefined ? undefined : Number(order ?? Number.POSITIVE_INFINITY),
  };
}

/** Returns the words in bold with which the notes begin, or "". */
export function firstWords(notes: string): string {
  return /^\*\*(.+?)\*\*/s.exec(notes)?.[1]?.replaceAll(/\s+/g, " ") ?? "";
}

function numberIn(amount: string): number {
  if (amount.toLowerCase() === "half a" || amount === "½") return 0.5;
  return Number.parseInt(amount, 10) + (amount.endsWith("½") ? 0.5 : 0);
}
