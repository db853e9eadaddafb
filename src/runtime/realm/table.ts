// Draws the text of console.table as Node 20 does.

import textWidth from "fast-string-width";
import { inspect } from "../values/inspect.ts";

/**
 * Draws a table with one column for each key of any row, or for each of `columns`. Returns `undefined` for a primitive.
 * Iterators are treated as plain objects: reading them would use them up.
 */
export function formatTable(data: unknown, columns?: readonly unknown[]): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (data instanceof Map) {
    const [keys, values] = [[...data.keys()], [...data.values()]].map((cells) => cells.map(cell));
    return draw([
      numbered(data.size),
      { head: "Key", cells: keys ?? [] },
      { head: "Values", cells: values ?? [] },
    ]);
  }
  if (data instanceof Set) return draw([numbered(data.size), { head: "Values", cells: [...data].map(cell) }]);
  return draw(columnsOf(data as Record<string, unknown>, columns?.map(String)));
}

interface Column {
  readonly head: string;
  /** One text per row. A missing cell is empty. */
  readonly cells: readonly (string | undefined)[];
}

function numbered(count: number): Column {
  return { head: "(iteration index)", cells: Array.from({ length: count }, (_, index) => `${index}`) };
}

function columnsOf(data: Record<string, unknown>, wanted: readonly string[] | undefined): Column[] {
  const rows = Object.keys(data);
  // An object, so that numeric keys come first.
  const found: Record<string, string[]> = Object.create(null);
  const values: string[] = [];
  for (const [index, row] of rows.entries()) {
    const item = data[row];
    if (wanted === undefined && !isRecord(item)) values[index] = cell(item);
    for (const key of wanted ?? (isRecord(item) ? Object.keys(item) : [])) {
      const cells = found[key] ?? [];
      found[key] = cells;
      cells[index] = isRecord(item) && Object.hasOwn(item, key) ? cell(item[key]) : "";
    }
  }
  return [
    { head: "(index)", cells: rows },
    ...Object.entries(found).map(([head, cells]) => ({ head, cells })),
    ...(values.length > 0 ? [{ head: "Values", cells: values }] : []),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Formats a cell. An object with more than two keys shows only its class. */
function cell(value: unknown): string {
  const isLarge =
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, {
    depth: isLarge ? -1 : 0,
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
  });
}

function draw(columns: readonly Column[]): string {
  const widths = columns.map(({ head, cells }) =>
    Math.max(...[head, ...cells].map((text) => textWidth(text ?? "") + 2)),
  );
  const height = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const line = (texts: readonly string[]) =>
    `│${texts.map((text, column) => ` ${text}`.padEnd((widths[column] ?? 0) - textWidth(text) + text.length)).join("│")}│`;
  const body = Array.from({ length: height }, (_, row) => line(columns.map(({ cells }) => cells[row] ?? "")));
  return [
    rule("┌", "┬", "┐"),
    line(columns.map(({ head }) => head)),
    rule("├", "┼", "┤"),
    ...body,
    rule("└", "┴", "┘"),
  ].join("\n");
}
