// Where in the grid of lanes the keyboard is: on a lane, or on one of its parts. Pure.

/** One line of the grid, from the top. */
export interface GridLine {
  /** Unique in the picture. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** How many parts it has. */
  readonly parts: number;
  /** Undefined where nothing is below it that could be folded away. */
  readonly isFolded: boolean | undefined;
}

export interface GridCursor {
  /** The line's key. */
  readonly line: string;
  /** Undefined on the line itself. */
  readonly part: number | undefined;
}

/** Lines of a page: keys that turn pages go so far. */
const page = 10;

/** What a key does: the cursor goes elsewhere, or a line is folded or unfolded. */
export type GridMove =
  | { readonly kind: "go"; readonly cursor: GridCursor }
  | { readonly kind: "fold"; readonly line: string };

/**
 * What a key does, after the ARIA pattern of a treegrid: on a line → unfolds it, then goes to its first part, and ← folds
 * it, or goes to what it is under; on a part both go along the line, and ← from the first part to the line.
 * @param home the part of a line to begin with
 * @returns undefined for other keys, and where there is nowhere to go
 */
export function gridMove(
  key: string,
  lines: readonly GridLine[],
  cursor: GridCursor | undefined,
  home: (line: string) => number,
): GridMove | undefined {
  const at = Math.max(
    0,
    lines.findIndex((line) => line.key === cursor?.line),
  );
  const line = lines[at];
  if (!line) return undefined;
  switch (key) {
    case "ArrowUp":
      return toLine(lines[cursor ? at - 1 : at], cursor, home);
    case "ArrowDown":
      return toLine(lines[cursor ? at + 1 : at], cursor, home);
    case "PageUp":
      return toLine(lines[Math.max(0, at - page)], cursor, home);
    case "PageDown":
      return toLine(lines[Math.min(lines.length - 1, at + page)], cursor, home);
    case "ArrowRight":
      return right(line, cursor, home);
    case "ArrowLeft":
      return left(line, at, lines, cursor);
    case "Home":
      return cursor?.part === undefined ? toLine(lines[0], cursor, home) : go(line.key, 0);
    case "End":
      return cursor?.part === undefined ? toLine(lines.at(-1), cursor, home) : go(line.key, line.parts - 1);
    default:
      return undefined;
  }
}

function go(line: string, part: number | undefined): GridMove {
  return { kind: "go", cursor: { line, part } };
}

// Along a column of parts the cursor stays among parts.
function toLine(
  line: GridLine | undefined,
  cursor: GridCursor | undefined,
  home: (line: string) => number,
): GridMove | undefined {
  if (!line) return undefined;
  return go(line.key, cursor?.part === undefined || line.parts === 0 ? undefined : home(line.key));
}

function right(
  { key, parts, isFolded }: GridLine,
  cursor: GridCursor | undefined,
  home: (line: string) => number,
): GridMove | undefined {
  if (cursor?.part !== undefined) return cursor.part + 1 < parts ? go(key, cursor.part + 1) : undefined;
  if (isFolded) return { kind: "fold", line: key };
  return parts > 0 ? go(key, home(key)) : undefined;
}

function left(
  { key, level, isFolded }: GridLine,
  at: number,
  lines: readonly GridLine[],
  cursor: GridCursor | undefined,
): GridMove | undefined {
  if (cursor?.part !== undefined) return go(key, cursor.part > 0 ? cursor.part - 1 : undefined);
  if (isFolded === false) return { kind: "fold", line: key };
  const above = lines.slice(0, at).findLast((line) => line.level < level);
  return above && go(above.key, undefined);
}
