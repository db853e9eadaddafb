// Tells how two recordings differ, in lines that are quickly read.

/** Lines of each side that are shown. */
const mostLines = 12;
/** Characters of a line that are shown. */
const longestLine = 200;

/**
 * How two recordings differ, to be read: a list of lines that are gone ("-") and new ("+").
 * @param {string} stored
 * @param {string} anew
 * @returns {string} "" where they are the same
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
 * How many lines two lists have in common at their beginning.
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 */
function commonLength(one, other) {
  const differs = one.findIndex((line, index) => unnumbered(line) !== unnumbered(other[index] ?? "\n"));
  return differs < 0 ? one.length : differs;
}

/**
 * A line without its number, which says no more than its place does, and without the comma at its end: where a line is
 * put in, those after it count as the same.
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
