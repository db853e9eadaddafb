// Describes how two recordings differ, in lines that are quick to read.

/** The number of lines shown of each side. */
const mostLines = 12;
/** The number of characters shown of a line. */
const longestLine = 200;

/**
 * Returns a list of the lines that were removed ("-") and added ("+").
 * @param {string} stored
 * @param {string} anew
 * @returns {string} "" if they are the same
 */
export function difference(stored, anew) {
  if (stored === anew) return "";
  const [before, after] = [stored, anew].map((text) => text.split("\n"));
  if (!before || !after) return "";
  const head = commonLength(before, after);
  const shorter = Math.min(before.length, after.length) - head;
  const tail = Math.min(shorter, commonLength(before.toReversed(), after.toReversed()));
  const gone = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  return [`line ${head + 1}:`, ...shown("-", gone), ...shown("+", fresh)].join("\n");
}

/**
 * Returns the number of lines that two lists have in common at their beginning.
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 */
function commonLength(one, other) {
  const differs = one.findIndex((line, index) => unnumbered(line) !== unnumbered(other[index] ?? "\n"));
  return differs < 0 ? one.length : differs;
}

/**
 * Returns a line without its event number and its final comma. The number only repeats the line's position. Without
 * it, the lines after an inserted line count as unchanged.
 * @param {string} line
 */
function unnumbered(line) {
  return line.replace(/^\{"seq":\d+,/, "{").replace(/,$/, "");
}

/**
 * @param {"-" | "+"} sign
 * @param {readonly string[]} lines
 */
function shown(sign, lines) {
  const short = (/** @type {string} */ line) =>
    line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
  const some = lines.slice(0, mostLines).map((line) => `${sign} ${short(line)}`);
  const rest = lines.length - some.length;
  return rest > 0 ? [...some, `${sign} … and ${rest} lines more`] : some;
}
