// Measures the tasks of the page's thread that block it while the deck loads.

import { median } from "../statistics.mjs";
import { aim, milliseconds } from "../table.mjs";
import { untilIdle, untilPaneIsUp, visit } from "../visit.mjs";

/**
 * One event of Chromium's trace; times in microseconds.
 * @typedef {{ name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any }}
 * TraceEvent
 *
 * Times in milliseconds: `start` since the navigation, `wall` by the clock, `cpu` the processor time, which other
 * programs on the machine do not lengthen.
 * @typedef {{ start: number, wall: number, cpu: number }} Task
 */

/** In milliseconds. Users can notice a longer task (the limit of the Long Tasks specification). */
const limit = 50;

/** The trace categories that `tasksOf` needs. */
const categories = ["-*", "blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * Records the tasks of a page's thread while `work` runs.
 * @template Result
 * @param {import("../visit.mjs").Browser} browser
 * @param {import("../visit.mjs").Page} page
 * @param {(event: TraceEvent) => boolean} isBeginning true for the event on that thread at which time starts
 * @param {() => Promise<Result>} work
 * @returns {Promise<{ tasks: Task[], result: Result }>}
 */
export async function recordTasks(browser, page, isBeginning, work) {
  await browser.startTracing(page, { categories });
  const result = await work();
  const trace = await browser.stopTracing();
  return { tasks: tasksOf(JSON.parse(trace.toString()).traceEvents, isBeginning), result };
}

/**
 * Returns the tasks of one thread, in order.
 * @param {readonly TraceEvent[]} events
 * @param {(event: TraceEvent) => boolean} isBeginning
 * @returns {Task[]} the tasks that end after the beginning
 */
export function tasksOf(events, isBeginning) {
  const beginning = events.find(isBeginning);
  if (!beginning) throw new Error("The trace has no beginning of what was to be recorded.");
  return events
    .filter(({ name, pid, tid }) => name === "RunTask" && pid === beginning.pid && tid === beginning.tid)
    .map(({ ts, dur = 0, tdur = dur }) => ({
      start: (ts - beginning.ts) / 1000,
      wall: dur / 1000,
      cpu: tdur / 1000,
    }))
    .filter(({ start, wall }) => start + wall > 0)
    .sort((a, b) => a.start - b.start);
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {string} url
 * @param {(page: import("../visit.mjs").Page) => Promise<void>} wait resolves when the page is idle
 */
function record(browser, url, wait) {
  const site = url.split("#")[0] ?? url;
  return visit(browser, async (page) => {
    /** @param {TraceEvent} event */
    const isNavigation = ({ name, args }) =>
      name === "navigationStart" && args?.data?.documentLoaderURL?.startsWith(site);
    const { tasks } = await recordTasks(browser, page, isNavigation, async () => {
      await page.goto(url);
      await wait(page);
    });
    return tasks;
  });
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {import("../site.mjs").Site} site
 * @param {{ rounds: number }} options
 * @returns {Promise<import("../table.mjs").Row[]>}
 */
export async function measureTasks(browser, site, { rounds }) {
  const pages = [
    { name: "title slide", url: site.url, wait: untilIdle },
    { name: "pane slide", url: `${site.url}#/sequential-program`, wait: untilPaneIsUp },
  ];
  const rows = [];
  for (const { name, url, wait } of pages) {
    const visits = [];
    for (let round = 0; round < rounds; round += 1) visits.push(await record(browser, url, wait));
    rows.push(...rowsOf(name, visits));
  }
  return rows;
}

/**
 * @param {string} name
 * @param {readonly Task[][]} visits
 */
function rowsOf(name, visits) {
  /** @param {"wall" | "cpu"} time */
  const longest = (time) => median(visits.map((tasks) => Math.max(...tasks.map((task) => task[time]))));
  /** @param {"wall" | "cpu"} time */
  const count = (time) => median(visits.map((tasks) => tasks.filter((task) => task[time] > limit).length));
  return [
    {
      figure: `longest task until idle, ${name}`,
      ours: `${milliseconds(longest("cpu"))} CPU`,
      bare: `${milliseconds(longest("wall"))} wall`,
      ...aim(`at most ${limit} ms CPU`, longest("cpu") <= limit),
    },
    {
      figure: `tasks above ${limit} ms until idle, ${name}`,
      ours: `${count("cpu")} CPU`,
      bare: `${count("wall")} wall`,
      ...aim("none", count("cpu") === 0),
    },
  ];
}
