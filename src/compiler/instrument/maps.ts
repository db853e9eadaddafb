// Source maps: from places in the bundle to places in the user's files, also after text was inserted.

import {
  decodedMappings,
  encodedMappings,
  type SourceMapSegment,
  TraceMap,
  traceSegment,
} from "@jridgewell/trace-mapping";
import type { Place } from "../../trace/events/events.ts";
import type { Insertion } from "./edits.ts";

/** Where each line of a text starts. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}

/** The place of an offset, both counted from 0. */
class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = lineStarts(text);
  }

  /** @returns line and column, from 0 */
  locate(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, column: offset - (this.#starts[low] ?? 0) };
  }
}

/** Where the parts of one code come from. */
export class Origins {
  readonly #code: string;
  readonly #map: TraceMap;
  readonly #lines: Lines;
  /** The lines of each source, where the map has them. */
  readonly #sources: (readonly string[])[] = [];

  /** @param map of `code`, as JSON; with the sources' content it can tell how the user wrote a name */
  constructor(code: string, map: string) {
    this.#code = code;
    this.#map = new TraceMap(map);
    this.#lines = new Lines(code);
  }

  /** The place in the user's own files that the character at `offset` comes from; undefined where it is in none. */
  place(offset: number): Place | undefined {
    const segment = this.#segment(offset);
    if (!segment || segment.length === 1) return undefined;
    const file = this.#map.sources[segment[1]];
    if (!file || isForeign(file)) return undefined;
    return { file, line: segment[2] + 1, column: segment[3] + 1 };
  }

  /** True where the character at `offset` comes from any file at all. */
  isFromSource(offset: number): boolean {
    return (this.#segment(offset)?.length ?? 1) > 1;
  }

  /**
   * How the user wrote the name that starts at `offset`; `name` itself where the map says nothing else, and undefined
   * where the map says that nothing of the user's stands there.
   */
  name(offset: number, name: string): string | undefined {
    const segment = this.#segment(offset);
    const { column } = this.#lines.locate(offset);
    if (!segment || segment.length === 1) return undefined;
    // esbuild has a statement begin with the white space before it.
    if (this.#code.slice(offset - column + segment[0], offset).trim() !== "") return undefined;
    const text = this.#sourceLine(segment[1], segment[2]);
    if (text !== undefined) return nameAt(text, segment[3]);
    return segment.length === 5 ? (this.#map.names[segment[4]] ?? name) : name;
  }

  #sourceLine(source: number, line: number): string | undefined {
    this.#sources[source] ??= this.#map.sourcesContent?.[source]?.split("\n") ?? [];
    return this.#sources[source]?.[line];
  }

  /** The map of the code after insertions; what was inserted belongs to what it was written before. */
  shifted(insertions: readonly Insertion[]): string {
    const perLine = this.#perLine(insertions);
    const mappings = decodedMappings(this.#map).map((segments, line) =>
      shiftLine(segments, perLine.get(line) ?? []),
    );
    const { names } = this.#map;
    const sources = this.#map.sources.map((source) => source ?? "");
    const map = new TraceMap({ version: 3, sources, names: [...names], mappings });
    return JSON.stringify({ version: 3, sources, names, mappings: encodedMappings(map) });
  }

  #perLine(insertions: readonly Insertion[]): ReadonlyMap<number, readonly LineInsertion[]> {
    const perLine = new Map<number, LineInsertion[]>();
    for (const { at, length, origin } of insertions) {
      const { line, column } = this.#lines.locate(at);
      const insertion = { column, length, origin: origin === undefined ? undefined : this.#segment(origin) };
      const before = perLine.get(line);
      if (before) before.push(insertion);
      else perLine.set(line, [insertion]);
    }
    return perLine;
  }

  #segment(offset: number): Readonly<SourceMapSegment> | undefined {
    const { line, column } = this.#lines.locate(offset);
    return traceSegment(this.#map, line, column) ?? undefined;
  }
}

interface LineInsertion {
  readonly column: number;
  readonly length: number;
  readonly origin: Readonly<SourceMapSegment> | undefined;
}

const nameAtStart = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u;

/** Of `module.name`, which esbuild writes as one name, no part is a name of its own. */
function nameAt(line: string, column: number): string | undefined {
  const isProperty = /(?<!\.)\.\s*$/.test(line.slice(0, column));
  return isProperty ? undefined : nameAtStart.exec(line.slice(column))?.[0];
}

/** Modules that no file of the user's holds have names like "offer:interleave". */
function isForeign(source: string): boolean {
  return /^[\w-]+:/.test(source);
}

function shiftLine(
  segments: readonly SourceMapSegment[],
  insertions: readonly LineInsertion[],
): SourceMapSegment[] {
  const shifted: SourceMapSegment[] = [];
  let next = 0;
  let added = 0;
  const moveUpTo = (column: number) => {
    for (let each = segments[next]; each && each[0] <= column; each = segments[next]) {
      shifted.push(moved(each, each[0] + added));
      next += 1;
    }
  };
  for (const { column, length, origin } of insertions) {
    moveUpTo(column);
    const around = segments[next - 1];
    if (origin) shifted.push(moved(origin, column + added));
    added += length;
    if (origin) shifted.push(around ? moved(around, column + added) : [column + added]);
  }
  moveUpTo(Number.POSITIVE_INFINITY);
  return shifted;
}

function moved([, ...rest]: Readonly<SourceMapSegment>, column: number): SourceMapSegment {
  return [column, ...rest] as SourceMapSegment;
}
