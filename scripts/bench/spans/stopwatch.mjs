// The group "spans": measures in the page how the timeline or the canvas draws spans.

import { madeUpRun } from "./made-up-run.mjs";

/**
 * The visible part of the time axis, in milliseconds.
 * @typedef {{ from: number, to: number }} TimeWindow
 */

/**
 * One way to draw.
 * @template Data
 * @typedef {object} Candidate
 * @property {(run: import("./made-up-run.mjs").MadeUpRun) => Data} take converts a run to the data that it draws
 * @property {(host: HTMLElement, data: Data) => Promise<(window: TimeWindow) => void>} draw draws the whole run and
 * returns a function that draws a window of it
 */

/**
 * When the frames began, and when the last one was painted.
 * @typedef {{ frames: number[], total: number }} Pan
 *
 * What the page holds for the bench. All times are in milliseconds.
 * @typedef {object} SpansStopwatch
 * @property {(spans: number, tasks: number) => void} prepare makes the data
 * @property {() => Promise<number>} draw resolves with the time until the frame after the drawing
 * @property {(time: number) => Promise<Pan>} pan pans for this time, one step in each frame
 *
 * @typedef {Window & { spans: SpansStopwatch }} SpansWindow
 */

/** The share of the run that is visible while panning. */
const seen = 0.1;
const usualFrame = 1000 / 60;
/** In CSS pixels. The deck's timeline keeps this height even for many tasks. */
export const laneHeight = 20;

/**
 * Puts a stopwatch for this way to draw into the page.
 * @template Data
 * @param {Candidate<Data>} candidate
 */
export function offer({ take, draw }) {
  const host = document.createElement("div");
  Object.assign(host.style, { position: "fixed", inset: "0 auto auto 0", width: "1180px", height: "420px" });
  document.body.style.margin = "0";
  document.body.replaceChildren(host);
  let end = 0;
  /** @type {Data} */
  let data;
  /** @type {(window: TimeWindow) => void} */
  let show;
  /** @type {SpansStopwatch} */
  const spans = {
    prepare: (count, tasks) => {
      const run = madeUpRun(count, tasks);
      end = run.end;
      data = take(run);
    },
    draw: async () => {
      const begin = performance.now();
      show = await draw(host, data);
      return (await painted()) - begin;
    },
    pan: (time) => pan(show, end, time),
  };
  Object.assign(window, { spans });
}

/** Waits until the next frame has been painted: a message sent in a frame arrives after it. */
async function painted() {
  await new Promise(requestAnimationFrame);
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  return performance.now();
}

/**
 * @param {(window: TimeWindow) => void} show
 * @param {number} end
 * @param {number} time
 * @returns {Promise<Pan>}
 */
async function pan(show, end, time) {
  const width = end * seen;
  const step = ((end - width) * usualFrame) / time;
  const begin = performance.now();
  const frames = [];
  for (let from = 0; performance.now() - begin < time; from = (from + step) % (end - width)) {
    await new Promise(requestAnimationFrame);
    frames.push(performance.now() - begin);
    show({ from, to: from + width });
  }
  return { frames, total: (await painted()) - begin };
}
