// Reads the cues of an example from name.cues.md beside it. Each cue is a sentence followed by a block that says what
// to do.

import type { Cue } from "../../pane/cues/cue.ts";
import { SlideError } from "./slide.ts";

const block = /^```[ \t]*([^\n]*)\n([\s\S]*?)^```[ \t]*$/gm;

/**
 * Returns the cues in order.
 * @param file name of the file, for messages
 * @throws {SlideError} if the text does not have this form
 */
export function parseCues(file: string, text: string): Cue[] {
  const unix = text.replaceAll("\r\n", "\n").replace(/^# .*\n/, "");
  const cues: Cue[] = [];
  let end = 0;
  for (const match of unix.matchAll(block)) {
    const [all, info = "", content = ""] = match;
    const note = noteOf(unix.slice(end, match.index));
    const number = cues.length + 1;
    if (note === "") throw new SlideError(file, `cue ${number} has no sentence before its block.`);
    cues.push(cueOf(file, number, note, info.trim(), content));
    end = match.index + all.length;
  }
  const rest = unix.slice(end).trim();
  if (rest !== "") throw new SlideError(file, `"${rest.slice(0, 40)}" has no block after it.`);
  return cues;
}

function noteOf(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function cueOf(file: string, number: number, note: string, info: string, content: string): Cue {
  const [kind, edited] = info.split(/\s+/);
  if (kind === "run" || kind === "keep") return { kind, note };
  if (kind === "prompt") return { kind: "prompt", note, text: content.trimEnd() };
  if (kind === "edit" && edited)
    return { kind: "edit", note, file: edited, ...diffOf(file, number, content) };
  throw new SlideError(
    file,
    `the block of cue ${number} is "${info}", and not prompt, run, keep or edit name.ts.`,
  );
}

/** Returns what a diff removes and what it adds, each with the context lines around it. */
function diffOf(file: string, number: number, content: string): { before: string; after: string } {
  const lines = content.replace(/\n$/, "").split("\n");
  const wrong = lines.find((line) => line !== "" && !/^[-+ ]/.test(line));
  if (wrong !== undefined) {
    throw new SlideError(file, `line "${wrong}" of cue ${number} begins with none of "-", "+" and a space.`);
  }
  const side = (sign: string) =>
    lines
      .filter((line) => line === "" || line.startsWith(" ") || line.startsWith(sign))
      .map((line) => line.slice(1))
      .join("\n");
  return { before: side("-"), after: side("+") };
}
