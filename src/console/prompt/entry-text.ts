// The text of an entry at the prompt: its lines, and inserting a line end. Pure.

import type { Edit } from "./completion.ts";

/** True if there is nothing to evaluate. */
export function isBlank(text: string): boolean {
  return text.trim() === "";
}

export function isOnFirstLine(text: string, cursor: number): boolean {
  return !text.slice(0, cursor).includes("\n");
}

export function isOnLastLine(text: string, cursor: number): boolean {
  return !text.slice(cursor).includes("\n");
}

/** Returns the index at which the first line ends. With the cursor there, ArrowUp goes on to the next older entry. */
export function endOfFirstLine(text: string): number {
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end;
}

/** Replaces the selection with a line end. The new line gets the indentation of the line before. */
export function lineEnd(text: string, start: number, end: number): Edit {
  const before = text.slice(0, start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  return { from: start, to: end, text: `\n${indentation}` };
}
