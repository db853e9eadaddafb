// The console's own texts: shortened long lines, names of places, formatted counts. Pure.

import type { Frame, Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";
import type { OutputLine, Speaker } from "../../trace/trace.ts";

/** How many characters of a line are shown before the viewer asks for all of them. */
export const longestShown = 10_000;

/** Returns the part of a line that is shown, and how many characters are left out. */
export function cutLine(text: string): { readonly shown: string; readonly missing: number } {
  return { shown: text.slice(0, longestShown), missing: Math.max(0, text.length - longestShown) };
}

/** Splits the shown part of a line by who printed it. */
export function spoken(
  { task, worker, voices }: Pick<OutputLine, "task" | "worker" | "voices">,
  shown: string,
): { readonly text: string; readonly by: Speaker }[] {
  const all = voices ?? [{ task, worker, from: 0 }];
  return all.flatMap((by, index) => {
    const text = shown.slice(by.from, all[index + 1]?.from);
    return text === "" ? [] : [{ text, by }];
  });
}

/** "animals.ts:7:15"; for a place in an entry "prompt, line 1". */
export function placeText(place: Place): string {
  const { file, line, column } = place;
  if (promptOf(place) !== undefined) return `prompt, line ${line}`;
  return `${file}:${line}:${column}`;
}

/** "speak (animals.ts:7:15)"; at the top level only the place. */
export function frameText(frame: Frame): string {
  return frame.name === "" ? placeText(frame) : `${frame.name} (${placeText(frame)})`;
}

/** Formats 12431 as "12,431" in every browser language, because the deck is in English. */
export function countText(count: number): string {
  return count.toLocaleString("en-GB");
}
