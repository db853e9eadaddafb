// The group "spans": the timeline with up to 100,000 spans, compared with a bare canvas, in the browser.

import { rowsOf } from "./rows.mjs";
import { bundle, measureOnce } from "./visits.mjs";

/**
 * @typedef {import("../groups.mjs").Bench} Bench
 * @typedef {import("./rows.mjs").Name} Name
 * @typedef {import("./visits.mjs").Measured} Measured
 */

/**
 * The deck draws at most 200 lanes of a run. The first sizes, with their requests, have fewer lanes; the last has
 * more.
 */
const sizes = [
  { spans: 1000, tasks: 100 },
  { spans: 10_000, tasks: 170 },
  { spans: 100_000, tasks: 170 },
  { spans: 100_000, tasks: 10_000 },
];
/** @type {Name[]} */
const names = ["ours", "canvas"];

/**
 * @param {Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureSpans(bench) {
  const bundles = await Promise.all(names.map(async (name) => ({ name, code: await bundle(name) })));
  const rows = [];
  for (const size of sizes.filter(({ spans }) => !bench.quick || spans <= 10_000)) {
    const measured = await measureAll(bench, bundles, size);
    const words = `${size.spans.toLocaleString("en")} spans in ${size.tasks.toLocaleString("en")} tasks`;
    rows.push(...rowsOf(words, measured));
  }
  return {
    title:
      "spans: the timeline, 1180 × 420 (bare: a canvas loop that fills a rectangle for each span in sight)",
    rows,
    notes: [
      "While it is panned a tenth of the run is in sight, and of its lanes those that there is room for.",
    ],
  };
}

/**
 * Measures all candidates in turn, so that a slow moment of the machine affects all of them.
 * @param {Bench} bench
 * @param {readonly { name: Name, code: import("./visits.mjs").Bundle }[]} bundles
 * @param {{ spans: number, tasks: number }} size
 */
async function measureAll(bench, bundles, size) {
  /** @type {Record<Name, Measured[]>} */
  const measured = { ours: [], canvas: [] };
  for (let round = 0; round < (bench.quick ? 1 : 3); round += 1) {
    for (const { name, code } of bundles) measured[name].push(await measureOnce(bench, code, size));
  }
  return measured;
}
