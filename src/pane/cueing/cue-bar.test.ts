// Tests of how a cue's sentence is split into text and code.

import { expect, test } from "vitest";
import { notePieces } from "./cue-bar.ts";

/** The parts in short: code in angle brackets, "|" between parts. */
function shown(note: string): string {
  return notePieces(note)
    .map(({ text, isCode }) => (isCode ? `<${text}>` : text))
    .join("|");
}

test.each([
  ["One wait instead of three.", "One wait instead of three."],
  ["since `radprint` keeps control", "since |<radprint>| keeps control"],
  ["`next` answers with `done: true`", "<next>| answers with |<done: true>"],
  ["a single ` is a sign", "a single ` is a sign"],
  ["`next` and a single `", "<next>| and a single `"],
  ["", ""],
])("%s", (note, pieces) => {
  expect(shown(note)).toBe(pieces);
});
