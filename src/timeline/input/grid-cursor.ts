// Moves the keyboard's cursor in the grid of lanes. The cursor is on a lane or on one of its parts. Pure.

/** One line of the grid. Lines are ordered from the top. */
export interface GridLine {
  /** Unique in the picture. */
  readonly key: string;
  /** Counts from 1. */
  readonly level: number;
  /** How many parts the line has. */
  readonly parts: number;
  /** Undefined if the line has no lines below it to fold. */
  readonly isFolded: boolean | undefined;
}

export interface GridCursor {
  /** Key of the line. */
  readonly line: string;
  /** Undefined if the cursor is on the line itself. */
  readonly part: number | undefined;
}

/** How many lines PageUp and PageDown move. */
const page = 10;

/** The effect of a key: the cursor moves, or a line is folded or unfolded. */
export type GridMove =
  | { readonly kind: "go"; readonly cursor: GridCursor }
  | { readonly kind: "fold"; readonly line: string };

/**
 * Returns what a key does, after the ARIA pattern of a treegrid. On a line, → unfolds it, or goes to its first part if
 * it is not folded. ← folds it, or goes to its parent. On a part, both move along the line; ← on the first part goes to
 * the line.
 * @param home returns the part at which the cursor enters a line
 * @returns `undefined` for other keys, and if there is nowhere to go
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

// A cursor on a part goes to a part of the new line, if that line has any.
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
