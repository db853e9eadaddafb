// Formats the bench's table: figures as text with units, and rows as lines.

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} figure what was measured
 * @property {string} ours the value of the deck
 * @property {string} [bare] the value that it is compared with
 * @property {string} [ratio]
 * @property {string} [aim]
 * @property {boolean} [met] true if the aim is met; only if there is an aim
 *
 * One part of the table.
 * @typedef {object} Group
 * @property {string} title
 * @property {readonly Row[]} rows
 * @property {readonly string[]} [notes] sentences below the rows
 */

/** @param {number} value */
export function milliseconds(value) {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** @param {number} value in bytes; a kilobyte is 1000 of them */
export function kilobytes(value) {
  return `${(value / 1000).toLocaleString("en", { maximumFractionDigits: value < 100_000 ? 1 : 0 })} kB`;
}

/** @param {number} value */
export function times(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)}×`;
}

/** @param {number} value */
export function perSecond(value) {
  return `${Math.round(value).toLocaleString("en")}/s`;
}

/**
 * Makes a row that compares two durations in milliseconds.
 * @param {string} figure
 * @param {number} ours
 * @param {number} bare
 * @param {Partial<Row>} [more]
 * @returns {Row}
 */
export function against(figure, ours, bare, more = {}) {
  return { figure, ours: milliseconds(ours), bare: milliseconds(bare), ratio: times(ours / bare), ...more };
}

/**
 * Makes the fields of a row for an aim and whether it is met.
 * @param {string} aim
 * @param {boolean} met
 */
export function aim(aim, met) {
  return { aim, met };
}

/**
 * Formats the groups as one table.
 * @param {readonly Group[]} groups
 */
export function formatTable(groups) {
  const headings = ["", "the deck", "bare", "ratio", "aim"];
  const cells = groups.map(({ rows }) => rows.map(cellsOf));
  const all = [headings, ...cells.flat()];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  /** @param {readonly string[]} row */
  const line = (row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === headings.length - 1 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return [
    line(headings),
    ...groups.flatMap(({ title, notes = [] }, index) => [
      "",
      `── ${title}`,
      ...(cells[index] ?? []).map(line),
      ...notes.map((note) => `   ${note}`),
    ]),
  ].join("\n");
}

/** @param {Row} row */
function cellsOf({ figure, ours, bare = "", ratio = "", aim = "", met }) {
  const verdict = met === undefined ? "" : met ? "met: " : "MISSED: ";
  return [figure, ours, bare, ratio, `${verdict}${aim}`];
}
