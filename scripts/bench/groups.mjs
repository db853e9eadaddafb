// The groups of measurements, by their names on the command line.

import { measureFlood } from "./flood.mjs";
import { measureInstrument } from "./instrument.mjs";
import { measureLoad } from "./load.mjs";
import { measureRun } from "./run.mjs";
import { measureSpans } from "./spans.mjs";
import { measureTimeline } from "./timeline.mjs";
import { measureTrace } from "./trace.mjs";
import { measureTurn } from "./turn.mjs";
import { measureTyping } from "./typing.mjs";

/**
 * What a group gets.
 * @typedef {object} Bench
 * @property {import("./visit.mjs").Browser} browser newly started, for this group alone
 * @property {import("./site.mjs").Site} site
 * @property {boolean} quick true for fewer rounds
 *
 * @typedef {(bench: Bench) => Promise<import("./table.mjs").Group>} Measure
 */

/** @type {Record<string, Measure>} */
export const groups = {
  load: measureLoad,
  turn: measureTurn,
  run: measureRun,
  instrument: measureInstrument,
  typing: measureTyping,
  flood: measureFlood,
  timeline: measureTimeline,
  trace: measureTrace,
  spans: measureSpans,
};
