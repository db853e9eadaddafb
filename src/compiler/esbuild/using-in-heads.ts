// Compiles `for (await using x = …; …; …)`, which esbuild refuses although it is JavaScript
// (https://tc39.es/proposal-explicit-resource-management/).

import {
  decodedMappings,
  type EncodedSourceMap,
  encodedMappings,
  type SourceMapSegment,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { lineStarts } from "../syntax/lines.ts";
import type { Diagnostic } from "./diagnostics.ts";

const refused = '"await using" declarations are not allowed here';
const awaited = /^await(?=\s+using\b)/;

/** The text without the refused `await`s, and their offsets. */
export interface WithoutAwaits {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Replaces each `await` that esbuild refused by spaces. Returns `undefined` if the errors are others. */
export function withoutAwaits(text: string, errors: readonly Diagnostic[]): WithoutAwaits | undefined {
  const starts = lineStarts(text);
  const offsets = errors.flatMap(({ text: reason, place }) =>
    reason === refused && place ? [(starts[place.line - 1] ?? 0) + place.column - 1] : [],
  );
  const isOther = offsets.some((at) => !awaited.test(text.slice(at)));
  if (offsets.length === 0 || offsets.length < errors.length || isOther) return undefined;
  let changed = text;
  for (const at of offsets)
    changed = changed.slice(0, at) + " ".repeat("await".length) + changed.slice(at + "await".length);
  return { text: changed, offsets };
}

/** Puts the `await`s back into the code that was compiled without them. */
export function withAwaits(
  code: string,
  map: string,
  { text, offsets }: WithoutAwaits,
): { readonly code: string; readonly map: string } {
  const mappings = decodedMappings(new TraceMap(map)).map((segments) =>
    segments.map((segment): SourceMapSegment => [...segment]),
  );
  const [lines, starts] = [code.split("\n"), lineStarts(text)];
  const names = new Set(offsets.map((at) => at + (toName.exec(text.slice(at))?.[0].length ?? 0)));
  for (const [line, segments] of mappings.entries()) {
    for (const [index, [column, , ...place]] of segments.entries()) {
      const [placeLine, placeColumn] = place;
      const at = placeLine === undefined ? -1 : (starts[placeLine] ?? 0) + (placeColumn ?? 0);
      const before = (lines[line] ?? "").slice(0, column);
      if (!before.endsWith(head) || !names.delete(at)) continue;
      lines[line] = `${before.slice(0, -head.length)}await ${head}${(lines[line] ?? "").slice(column)}`;
      for (const moved of segments.slice(index)) moved[0] += "await ".length;
    }
  }
  const whole = { ...(JSON.parse(map) as EncodedSourceMap), mappings };
  const moved = { ...whole, mappings: encodedMappings(new TraceMap(whole)) };
  return { code: lines.join("\n"), map: JSON.stringify(moved) };
}

/** From where the `await` stood to the first name. */
const toName = /^\s*using\s+/;
const head = "using ";
