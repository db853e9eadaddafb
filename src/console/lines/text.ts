// The words that the console adds to what a program prints: long lines cut, places named, counts spelled out. Pure.

import type { Frame, Place } from "../../trace/events/events.ts";
import { promptOf } from "../../trace/fold/prompts.ts";

/** Characters of a line that are shown before the viewer asks for all. */
export const longestLine = 10_000;

/** The part of a line that is shown, and how many characters are left out. */
export function cutLine(text: string): { readonly shown: string; readonly missing: number } {
  return { shown: text.slice(0, longestLine), missing: Math.max(0, text.length - longestLine) };
}

/** "animals.ts:7:15"; for a place in what was entered "prompt, line 1". */
export function placeText(place: Place): string {
  const { file, line, column } = place;
  if (promptOf(place) !== undefined) return `prompt, line ${line}`;
  return `${file}:${line}:${column}`;
}

/** "speak (animals.ts:7:15)"; at the top level only the place. */
export function frameText(frame: Frame): string {
  return frame.name === "" ? placeText(frame) : `${frame.name} (${placeText(frame)})`;
}

/** 12431 → "12,431", whatever the browser's language: the deck speaks English. */
export function countText(count: number): string {
  return count.toLocaleString("en-GB");
}
