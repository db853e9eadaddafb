// Source maps: map positions in code to places in the user's files, also after insertions.

import {
  decodedMappings,
  encodedMappings,
  type SourceMapSegment,
  TraceMap,
  traceSegment,
} from "@jridgewell/trace-mapping";
import type { Place } from "../../trace/events/events.ts";
import { Lines } from "../syntax/lines.ts";
import type { Insertion } from "./edits.ts";

/** Maps positions in one code to the user's text. */
export class Origins {
  readonly #map: TraceMap;
  readonly #lines: Lines;
  readonly #file: string;

  /**
   * @param map the source map of `code`, as JSON, to one text
   * @param file the name of that text
   */
  constructor(code: string, map: string, file: string) {
    this.#map = new TraceMap(map);
    this.#file = file;
    this.#lines = new Lines(code);
  }

  /** The place in the user's file of the character at `offset`; `undefined` if it comes from none. */
  place(offset: number): Place | undefined {
    const segment = this.#segment(offset);
    if (!segment || segment.length === 1) return undefined;
    return { file: this.#file, line: segment[2] + 1, column: segment[3] + 1 };
  }

  /**
   * The map of the code after insertions, line by line. Inserted text belongs to the character that follows it, unless
   * it has an origin.
   */
  shifted(insertions: readonly Insertion[]): SourceMapSegment[][] {
    const perLine = this.#perLine(insertions);
    return decodedMappings(this.#map).map((segments, line) => shiftLine(segments, perLine.get(line) ?? []));
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

/** Drops the name: the code has the user's own names. */
function moved([, ...[source, line, place]]: Readonly<SourceMapSegment>, column: number): SourceMapSegment {
  return source === undefined || line === undefined || place === undefined
    ? [column]
    : [column, source, line, place];
}

/** Returns a source map as JSON. */
export function mapText(sources: readonly string[], mappings: SourceMapSegment[][]): string {
  const map = new TraceMap({ version: 3, sources: [...sources], names: [], mappings });
  return JSON.stringify({ version: 3, sources, names: [], mappings: encodedMappings(map) });
}
