// Tasks of the page's thread that keep it from answering while the deck loads, and which script they come from.

import { median } from "./statistics.mjs";
import { aim, milliseconds } from "./table.mjs";
import { untilIdle, untilPaneIsUp, visit } from "./visit.mjs";

/**
 * One event of Chromium's trace; times in microseconds.
 * @typedef {{ name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any }} TraceEvent
 *
 * Times in milliseconds: `start` since the navigation, `wall` on the clock, `cpu` of work, which other programs on
 * the machine do not make longer.
 * @typedef {{ start: number, wall: number, cpu: number }} Task
 *
 * A script within a long frame, as the page itself was told.
 * @typedef {{ start: number, duration: number, from: string }} LongScript
 */

/** A task longer than this, in milliseconds, can be felt (the limit of the Long Tasks specification). */
const limit = 50;

/** What has to be traced for `tasksOf`. */
const categories = ["-*", "blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * Records the tasks of a page's thread while `work` goes on.
 * @template Result
 * @param {import("./visit.mjs").Browser} browser
 * @param {import("./visit.mjs").Page} page
 * @param {(event: TraceEvent) => boolean} isBeginning tells the event on that thread from which time counts
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
 * The tasks of one thread, in order.
 * @param {readonly TraceEvent[]} events
 * @param {(event: TraceEvent) => boolean} isBeginning
 * @returns {Task[]} those that end after the beginning
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
 * The script that took most of a task's time.
 * @param {Task} task
 * @param {readonly LongScript[]} scripts
 */
export function sourceOf(task, scripts) {
  const shared = scripts
    .map(({ start, duration, from }) => {
      const end = Math.min(start + duration, task.start + task.wall);
      return { from, time: end - Math.max(start, task.start) };
    })
    .filter(({ time }) => time > task.wall / 5)
    .sort((a, b) => b.time - a.time);
  return shared[0]?.from ?? "style, layout and paint";
}

/** Runs in the page: the scripts of all frames that took longer than 50 ms. */
function longScripts() {
  return /** @type {Promise<LongScript[]>} */ (
    new Promise((resolve) => {
      setTimeout(() => resolve([]), 500);
      new PerformanceObserver((list) => {
        const frames = /** @type {any[]} */ (list.getEntries());
        /** @param {string} url */
        const file = (url) => url.split("/").at(-1) || "the page";
        resolve(
          frames
            .flatMap((frame) => frame.scripts)
            .map((script) => ({
              start: script.startTime,
              duration: script.duration,
              from: `${file(script.sourceURL)}, ${script.sourceFunctionName || file(script.invoker)} (${script.invokerType})`,
            })),
        );
      }).observe({ type: "long-animation-frame", buffered: true });
    })
  );
}

/**
 * @param {import("./visit.mjs").Browser} browser
 * @param {string} url
 * @param {(page: import("./visit.mjs").Page) => Promise<void>} wait until the page is idle
 */
function record(browser, url, wait) {
  const site = url.split("#")[0] ?? url;
  return visit(browser, async (page) => {
    /** @param {TraceEvent} event */
    const isNavigation = ({ name, args }) =>
      name === "navigationStart" && args?.data?.documentLoaderURL?.startsWith(site);
    const { tasks, result: scripts } = await recordTasks(browser, page, isNavigation, async () => {
      await page.goto(url);
      await wait(page);
      return page.evaluate(longScripts);
    });
    return { tasks, scripts };
  });
}

/**
 * @param {import("./visit.mjs").Browser} browser
 * @param {import("./site.mjs").Site} site
 * @param {{ rounds: number }} options
 * @returns {Promise<{ rows: import("./table.mjs").Row[], notes: string[] }>}
 */
export async function measureTasks(browser, site, { rounds }) {
  const pages = [
    { name: "title slide", url: site.url, wait: untilIdle },
    { name: "pane slide", url: `${site.url}#/sequential-program`, wait: untilPaneIsUp },
  ];
  const rows = [];
  const notes = [];
  for (const { name, url, wait } of pages) {
    const visits = [];
    for (let round = 0; round < rounds; round += 1) visits.push(await record(browser, url, wait));
    rows.push(
      ...rowsOf(
        name,
        visits.map(({ tasks }) => tasks),
      ),
    );
    notes.push(...notesOf(name, visits));
  }
  return { rows, notes };
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

/**
 * The long tasks of the visit whose longest task is the median one.
 * @param {string} name
 * @param {readonly { tasks: Task[], scripts: LongScript[] }[]} visits
 */
function notesOf(name, visits) {
  /** @param {{ tasks: Task[] }} visit */
  const longest = ({ tasks }) => Math.max(...tasks.map(({ cpu }) => cpu));
  const typical = visits.toSorted((a, b) => longest(a) - longest(b))[Math.floor(visits.length / 2)];
  return (typical?.tasks ?? [])
    .filter(({ cpu }) => cpu > limit / 2)
    .map(
      (task) =>
        `${name}, at ${task.start.toFixed(0)} ms: ${task.cpu.toFixed(0)} ms CPU, ${task.wall.toFixed(0)} ms wall: ${sourceOf(task, typical?.scripts ?? [])}`,
    );
}
