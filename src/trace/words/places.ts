// Words for places in the program, and for times in sentences.

import type { Place } from "../events/events.ts";
import { promptOf } from "../fold/prompts.ts";

/** "120 ms" or "2.0 s". */
export function timeText(t: number): string {
  return t < 100 ? `${Math.round(t)} ms` : `${(t / 1000).toFixed(1)} s`;
}

/** "line 14"; in another file than the entry "line 14 of speak.ts". */
export function placeText(place: Place, { entry }: { readonly entry: string }): string {
  const { file, line } = place;
  if (promptOf(place) !== undefined) return `line ${line} of what was entered`;
  return file === entry || entry === "" ? `line ${line}` : `line ${line} of ${file}`;
}

/** " at line 14"; "" if the place is unknown. */
export function atPlace(place: Place | undefined, run: { readonly entry: string }): string {
  return place ? ` at ${placeText(place, run)}` : "";
}

/** "cow", "cow and pig", "cow, pig and frog". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
