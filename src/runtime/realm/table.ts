// console.table: rows and columns as text.

import { inspect } from "node-inspect-extracted";

/** A table with a column for each key that any row has; undefined for a value that has no rows. */
export function formatTable(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const rows = Object.entries(data);
  const keys = [...new Set(rows.flatMap(([, row]) => (isRecord(row) ? Object.keys(row) : [])))];
  const hasValues = rows.some(([, row]) => !isRecord(row));
  const cells = rows.map(([index, row]) => [
    index,
    ...keys.map((key) => (isRecord(row) && Object.hasOwn(row, key) ? inspect(row[key]) : "")),
    ...(hasValues ? [isRecord(row) ? "" : inspect(row)] : []),
  ]);
  return draw([["", ...keys, ...(hasValues ? ["value"] : [])], ...cells]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function draw(lines: readonly string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const text = (line: string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(" │ ")
      .trimEnd();
  const [head = [], ...body] = lines;
  const rule = widths.map((width) => "─".repeat(width)).join("─┼─");
  return [text(head), rule, ...body.map(text)].join("\n");
}
