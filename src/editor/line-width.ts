// Estimates how wide lines of code are. Pure.

/** In columns: no character is wider, in whatever font the browser takes for it. Half of a surrogate pair counts, too. */
const widest = 4;

/** True if one of the lines may be wider than `columns` columns of the code font. */
export function mayWrap(lines: readonly string[], columns: number): boolean {
  return lines.some((line) => line.length * widest > columns && widthAtMost(line) > columns);
}

/** A line's width in columns, or more. Only printable ASCII characters surely are one column wide. */
function widthAtMost(line: string): number {
  const others = line.match(/[^\x20-\x7e]/g)?.length ?? 0;
  return line.length + others * (widest - 1);
}
