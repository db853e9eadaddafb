// The group "spans": turns the measurements of timeline and canvas into rows of the bench's table. Pure.

import { median } from "../statistics.mjs";
import { aim, kilobytes, milliseconds, times } from "../table.mjs";

/**
 * @typedef {import("../table.mjs").Row} Row
 * @typedef {import("./visits.mjs").Measured} Measured
 * @typedef {"ours" | "canvas"} Name
 *
 * @typedef {Record<Name, number>} Medians of one measure
 */

/** Frames per second. A screen has 60, and the first frame also has to leave the view of the whole run. */
const smooth = 58;
const closeToBare = 1.5;
/** Milliseconds. */
const atOnce = 100;

/**
 * @param {string} size what was drawn, in words
 * @param {Record<Name, readonly Measured[]>} measured
 * @returns {Row[]}
 */
export function rowsOf(size, measured) {
  /** @param {keyof Measured} field @returns {Medians} */
  const medians = (field) => {
    const of = (/** @type {Name} */ name) => median(measured[name].map((one) => one[field]));
    return { ours: of("ours"), canvas: of("canvas") };
  };
  const [draw, fps, cpu] = [medians("draw"), medians("fps"), medians("cpu")];
  return [
    {
      ...row(`${size}: first picture`, draw, milliseconds),
      ratio: times(draw.ours / draw.canvas),
      ...aim(`under ${atOnce} ms`, draw.ours < atOnce),
    },
    {
      ...row("  frames per second while it is panned", fps, (value) => value.toFixed(1)),
      ratio: times(fps.canvas / fps.ours),
      ...aim(`60, or within ${closeToBare}×`, fps.ours >= smooth || fps.canvas <= closeToBare * fps.ours),
    },
    row("  the longest time between two of them", medians("gap"), milliseconds),
    {
      ...row("  CPU of the page's thread, each frame", cpu, milliseconds),
      ratio: times(cpu.ours / cpu.canvas),
    },
    row("  heap of the picture, DOM included", medians("heap"), kilobytes),
    row("  DOM nodes of the picture", medians("nodes"), (value) => value.toLocaleString("en")),
  ];
}

/**
 * @param {string} figure
 * @param {Medians} medians
 * @param {(value: number) => string} words
 * @returns {Row}
 */
function row(figure, { ours, canvas }, words) {
  return { figure, ours: words(ours), bare: words(canvas) };
}
