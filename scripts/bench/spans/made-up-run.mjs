// Makes a run with a given number of spans: its events, and the spans themselves for candidates that do not read a
// trace. Pure.

import { planRun } from "./plan.mjs";
import { randomNumbers } from "./random.mjs";
import { labelOf, Stage } from "./stage.mjs";

/**
 * @typedef {import("./stage.mjs").Bar & { lane: number }} Span lanes count from the top
 *
 * @typedef {object} MadeUpRun
 * @property {object[]} events of its trace
 * @property {Span[]} spans lane by lane, and by time within a lane
 * @property {string[]} lanes labels of the lanes
 * @property {number} end milliseconds
 */

/**
 * Makes a run of tasks that take turns, start other tasks and make requests. The same arguments give the same run.
 * @param {number} spans at least twice as many as tasks
 * @param {number} tasks at least 20
 * @returns {MadeUpRun}
 */
export function madeUpRun(spans, tasks) {
  const draw = randomNumbers(spans);
  const stage = new Stage(draw);
  const program = stage.play(planRun(spans, tasks, draw));
  return { events: stage.events, ...layOut(program), end: stage.t };
}

/**
 * Orders the lanes as the deck's timeline does: each task, then its requests, then the tasks that it called.
 * @param {import("./stage.mjs").Task} program
 * @returns {Pick<MadeUpRun, "spans" | "lanes">}
 */
function layOut(program) {
  /** @type {Span[]} */
  const spans = [];
  /** @type {string[]} */
  const lanes = [];
  /** @param {string} label @param {readonly import("./stage.mjs").Bar[]} bars */
  const add = (label, bars) => {
    for (const bar of bars) spans.push({ lane: lanes.length, ...bar });
    lanes.push(label);
  };
  /** @param {import("./stage.mjs").Task} task */
  const addTask = ({ id, bars, requests, children }) => {
    add(labelOf(id), bars);
    for (const request of requests) add("GET cow", [request]);
    for (const child of children) addTask(child);
  };
  addTask(program);
  return { spans, lanes };
}
