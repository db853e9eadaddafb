// The group "spans": what was measured of each way to draw, as rows of the bench's table. Pure.

import { median } from "../statistics.mjs";
import { aim, kilobytes, milliseconds, times } from "../table.mjs";

/**
 * @typedef {import("../table.mjs").Row} Row
 * @typedef {import("./visits.mjs").Measured} Measured
 * @typedef {"ours" | "canvas" | "d3" | "vis"} Name
 *
 * The medians of one measure; undefined where there was nothing to measure.
 * @typedef {Record<Name, number | undefined>} Medians
 */

/** A screen has 60 frames per second, and the first of them also has to leave the whole run. */
const smooth = 58;
const closeToBare = 1.5;
/** Milliseconds. */
const atOnce = 100;

/**
 * @param {string} size what was drawn, in words
 * @param {Record<Name, readonly Measured[]>} measured
 * @param {number} patience milliseconds after which nobody waited for a first picture
 * @returns {Row[]}
 */
export function rowsOf(size, measured, patience) {
  /** @param {keyof Measured} field */
  const medians = (field) => mediansOf(measured, field);
  const [draw, fps, cpu] = [medians("draw"), medians("fps"), medians("cpu")];
  const late = `over ${patience / 1000} s`;
  const { ours = Number.NaN, canvas = Number.NaN } = fps;
  return [
    {
      ...row(`${size}: first picture`, draw, milliseconds, late),
      ...ratio(draw.ours, draw.canvas),
      ...aim(`under ${atOnce} ms`, (draw.ours ?? Number.POSITIVE_INFINITY) < atOnce),
    },
    {
      ...row("  frames per second while it is panned", fps, (value) => value.toFixed(1)),
      ...ratio(fps.canvas, fps.ours),
      ...aim(`60, or within ${closeToBare}×`, ours >= smooth || canvas <= closeToBare * ours),
    },
    row("  the longest time between two of them", medians("gap"), milliseconds),
    { ...row("  CPU of the page's thread, each frame", cpu, milliseconds), ...ratio(cpu.ours, cpu.canvas) },
    row("  heap of the data", medians("data"), kilobytes),
    row("  heap of the picture, DOM included", medians("heap"), kilobytes),
    row("  DOM nodes of the picture", medians("nodes"), (value) => value.toLocaleString("en")),
  ];
}

/**
 * @param {Record<Name, readonly Measured[]>} measured
 * @param {keyof Measured} field
 * @returns {Medians}
 */
function mediansOf(measured, field) {
  const of = (/** @type {Name} */ name) => {
    const values = measured[name].flatMap((one) => one[field] ?? []);
    // One visit that took too long speaks for all.
    return values.length < measured[name].length || values.length === 0 ? undefined : median(values);
  };
  return { ours: of("ours"), canvas: of("canvas"), d3: of("d3"), vis: of("vis") };
}

/**
 * @param {string} figure
 * @param {Medians} medians
 * @param {(value: number) => string} words
 * @param {string} [missing]
 * @returns {Row}
 */
function row(figure, { ours, canvas, d3, vis }, words, missing = "–") {
  const text = (/** @type {number | undefined} */ value) => (value === undefined ? missing : words(value));
  return {
    figure,
    ours: text(ours),
    bare: text(canvas),
    others: { D3: text(d3), "vis-timeline": text(vis) },
  };
}

/**
 * @param {number | undefined} slow
 * @param {number | undefined} fast
 */
function ratio(slow, fast) {
  return slow === undefined || fast === undefined ? {} : { ratio: times(slow / fast) };
}
