// Restores the names that the user wrote. esbuild renames variables that shadow others, and a function's `name` would
// show that.

import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";

/** An identifier that esbuild renamed, and the name that the user wrote. */
interface Renamed {
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly written: string;
}

/**
 * Restores the user's names. Nothing moves: esbuild's names are at least as long, and the rest is filled with spaces.
 * @param map the source map of `code`, as JSON; it contains the user's name wherever esbuild wrote another one
 */
export function withOwnNames(code: string, map: string): { readonly code: string; readonly map: string } {
  const traced = new TraceMap(map);
  if (traced.names.length === 0) return { code, map };
  const lines = code.split("\n");
  const renamed = findRenamed(traced, lines);
  const counts = new Map<string, number>();
  for (const { name } of renamed) counts.set(name, (counts.get(name) ?? 0) + 1);
  // The map may lack some occurrences, for example in enums. Then that name is not restored at all.
  const whole = new Set(
    [...counts].flatMap(([name, count]) => (count === countIn(code, name) ? [name] : [])),
  );
  for (const each of renamed) if (whole.has(each.name)) rename(lines, each);
  return { code: lines.join("\n"), map };
}

function findRenamed(map: TraceMap, lines: readonly string[]): Renamed[] {
  return decodedMappings(map).flatMap((segments, line) =>
    segments.flatMap((segment) => {
      const written = segment.length === 5 ? map.names[segment[4]] : undefined;
      if (written === undefined) return [];
      const [name = ""] = nameAtStart.exec((lines[line] ?? "").slice(segment[0])) ?? [];
      const isLonger = name.length >= written.length && nameAtStart.exec(written)?.[0] === written;
      return isLonger ? [{ line, column: segment[0], name, written }] : [];
    }),
  );
}

const nameAtStart = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u;

function countIn(code: string, name: string): number {
  const pattern = new RegExp(
    `(?<![\\p{ID_Continue}$])${name.replaceAll("$", "\\$")}(?![\\p{ID_Continue}$])`,
    "gu",
  );
  return code.match(pattern)?.length ?? 0;
}

function rename(lines: string[], { line, column, name, written }: Renamed): void {
  const text = lines[line] ?? "";
  lines[line] = text.slice(0, column) + written.padEnd(name.length) + text.slice(column + name.length);
}
