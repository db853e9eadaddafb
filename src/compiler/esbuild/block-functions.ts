// Restores functions that are declared in blocks. esbuild writes them as `let f = function () {}`, and a function's text
// would show that.

import { decodedMappings, type SourceMapSegment, TraceMap } from "@jridgewell/trace-mapping";

/**
 * Restores the declarations. Nothing else moves: esbuild's text is longer, and the rest is filled with spaces.
 * @param map the source map of `code`, as JSON
 */
export function withBlockFunctions(code: string, map: string): string {
  const lines = code.split("\n");
  if (!lines.some((text) => variable.test(text))) return code;
  for (const [line, segments] of decodedMappings(new TraceMap(map)).entries())
    lines[line] = restored(lines[line] ?? "", segments);
  return lines.join("\n");
}

/** A variable that holds a function. esbuild declares all functions of a block with one `let`. */
const variable =
  /(?:^(?<indent> *)let |(?<=\}), )(?<name>[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*) *= (?=function\()/du;

function restored(text: string, segments: readonly SourceMapSegment[]): string {
  const found = variable.exec(text);
  const [at = 0] = found?.indices?.groups?.name ?? [];
  if (!found?.groups || !isDeclaration(at, found.index + found[0].length, segments)) return text;
  const { indent = "", name } = found.groups;
  const end = found.index + found[0].length + "function".length;
  const declaration = `${indent}function ${name}`.padStart(end - found.index);
  return text.slice(0, found.index) + declaration + text.slice(end);
}

/** True if the author wrote the name after "function". Of a variable, the name comes first. */
function isDeclaration(name: number, start: number, segments: readonly SourceMapSegment[]): boolean {
  const [named, begun] = [name, start].map((column) => segments.find((each) => each[0] === column));
  if (!named || !begun || named.length === 1 || begun.length === 1) return false;
  return named[2] > begun[2] || (named[2] === begun[2] && named[3] > begun[3]);
}
