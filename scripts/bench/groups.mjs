// The groups of measurements, by their names on the command line.

import { measureDesk } from "./frames/desk.mjs";
import { measureFlood } from "./frames/flood.mjs";
import { measureTurn } from "./frames/turn.mjs";
import { measureTyping } from "./frames/typing.mjs";
import { measureTimeline } from "./in-node/timeline.mjs";
import { measureTrace } from "./in-node/trace.mjs";
import { measureLoad } from "./load/load.mjs";
import { measureInstrument } from "./runs/instrument.mjs";
import { measureRun } from "./runs/run.mjs";
import { measureThreads } from "./runs/threads.mjs";
import { measureSpans } from "./spans/spans.mjs";
import { measureSlow } from "./talk/slow.mjs";
import { measureStrain } from "./talk/strain.mjs";
import { measureTalk } from "./talk/talk.mjs";

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
  talk: measureTalk,
  slow: measureSlow,
  strain: measureStrain,
  turn: measureTurn,
  run: measureRun,
  threads: measureThreads,
  instrument: measureInstrument,
  typing: measureTyping,
  desk: measureDesk,
  flood: measureFlood,
  timeline: measureTimeline,
  trace: measureTrace,
  spans: measureSpans,
};
