// Says in words what a cue does. Code in the words stands between backticks, as in the notes of cues. Pure.

import type { Cue } from "../../pane/cues/cue.ts";

/** Returns what the cue will do, for example "Enters `it.next()`". */
export function cueInWords(cue: Cue): string {
  switch (cue.kind) {
    case "prompt":
      return `Enters ${code(cue.text)}`;
    case "edit":
      return editInWords(cue);
    case "run":
      return "Runs the program";
    case "keep":
      return "Keeps this run, to compare the next one with it";
    default:
      return cue satisfies never;
  }
}

function editInWords({ file, before, after }: Extract<Cue, { kind: "edit" }>): string {
  const [gone, added] = [linesBeside(before, after), linesBeside(after, before)];
  if (added.length === 0) return `Takes ${code(gone.join("\n"))} out of ${file}`;
  if (gone.length === 0) return `Types ${code(added.join("\n"))} into ${file}`;
  return `Types ${code(added.join("\n"))} in place of ${code(gone.join("\n"))} in ${file}`;
}

/** Returns the lines of a text that the other one does not have, without the spaces around them. */
function linesBeside(text: string, other: string): string[] {
  const known = other.split("\n").map((line) => line.trim());
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !known.includes(line));
}

/** Puts a text between backticks. In it a backtick is shown as an apostrophe: it would end the code. */
function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll(/\s*\n\s*/g, " ⏎ ")}\``;
}
