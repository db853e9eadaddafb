// The text that is being entered at a prompt: its lines, and what a line end does to it. Pure.

import type { Edit } from "./completion.ts";

/** True where there is nothing to evaluate. */
export function isBlank(text: string): boolean {
  return text.trim() === "";
}

export function isOnFirstLine(text: string, cursor: number): boolean {
  return !text.slice(0, cursor).includes("\n");
}

export function isOnLastLine(text: string, cursor: number): boolean {
  return !text.slice(cursor).includes("\n");
}

/** Where the first line ends: from there the key for older entries goes on to the next one. */
export function endOfFirstLine(text: string): number {
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end;
}

/** A line end in place of the selection; the new line is indented as the one before. */
export function lineEnd(text: string, start: number, end: number): Edit {
  const before = text.slice(0, start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
  return { from: start, to: end, text: `\n${indentation}` };
}
