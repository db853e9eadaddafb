// Tests of the sentences of cues.

import { expect, test } from "vitest";
import { notePieces } from "./cue-bar.ts";

/** The pieces as HTML would be, to be compared at a glance. */
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
