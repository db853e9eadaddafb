// Restores imported names in engines' messages. The code reads an import that may change as `(0, $names.cow)`, and
// engines quote that.

import { accessorsName } from "../../protocol/modules.ts";
import { findText, sliceText } from "../engine/kept.ts";

/** How engines quote the code before the name: Chromium, then the others. */
const openings = ["(0 , ", "(0, "] as const;

/** Returns the text with `(0 , $names.cow)` and `$names.cow` as `cow`. */
export function withImportNames(text: string): string {
  let done = "";
  let rest = text;
  for (let at = findText(rest, accessorsName); at >= 0; at = findText(rest, accessorsName)) {
    const start = endOfName(rest, at + accessorsName.length);
    const end = rest[start] === "." ? endOfName(rest, start + 1) : start;
    const opening = rest[end] === ")" ? openingBefore(rest, at) : "";
    const name = rest[start] === "." ? sliceText(rest, start + 1, end) : sliceText(rest, at, end);
    done += sliceText(rest, 0, at - opening.length) + name;
    rest = sliceText(rest, opening === "" ? end : end + 1);
  }
  return done + rest;
}

function openingBefore(text: string, at: number): string {
  for (let index = 0; index < openings.length; index += 1) {
    const opening = openings[index] ?? "";
    if (sliceText(text, at - opening.length, at) === opening) return opening;
  }
  return "";
}

function endOfName(text: string, from: number): number {
  let end = from;
  while (isOfName(text[end])) end += 1;
  return end;
}

function isOfName(character = " "): boolean {
  const isLetter = (character >= "a" && character <= "z") || (character >= "A" && character <= "Z");
  const isDigit = character >= "0" && character <= "9";
  return isLetter || isDigit || character === "_" || character === "$" || character > "\x7f";
}
