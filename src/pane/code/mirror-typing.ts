// Calculates what typing in a mirror does to its text and its caret. Pure.

import { changedRange } from "../../editor/changed-range.ts";

/** Returns the text that Enter inserts after `before`: a line feed and the indentation of the new line. */
export function lineBreak(before: string): string {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const [indentation = ""] = /^[ \t]*/.exec(line) ?? [];
  return `\n${indentation}${/[{([]\s*$/.test(line) ? "  " : ""}`;
}

/** Returns where a caret goes if the text around it is replaced by another one: it stays beside the same characters. */
export function movedCaret(before: string, after: string, caret: number): number {
  const { from, to } = changedRange(before, after);
  if (caret <= from) return caret;
  return Math.max(from, caret < to ? from : caret + after.length - before.length);
}
