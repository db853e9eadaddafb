// The group "flood": how evenly frames are drawn while a program logs 10,000 lines.

import { recordTasks } from "../load/tasks.mjs";
import { openPane, setProgram } from "../pane.mjs";
import { median } from "../statistics.mjs";
import { aim, milliseconds } from "../table.mjs";
import { visit } from "../visit.mjs";

/**
 * @typedef {import("../pane.mjs").BenchWindow} BenchWindow
 * @typedef {import("../load/tasks.mjs").Task} Task
 * @typedef {{ gaps: number[], total: number }} Frames milliseconds between frames, and in all
 */

const lines = 10_000;
/** Milliseconds of two frames at 60 per second, plus the inaccuracy of the clock. */
const twoFrames = 34;

/** @param {number} round */
function flood(round) {
  return `for (let line = 1; line <= ${lines}; line += 1) console.log("round ${round}, line", line);\n`;
}

/**
 * Watches the frames while the program runs, until its last line is shown. If no last line is given, watches for
 * `time` milliseconds.
 * @param {import("../visit.mjs").Page} page
 * @param {{ last: string } | { time: number }} until
 * @returns {Promise<Frames>}
 */
export function watchFrames(page, until) {
  return page.evaluate(async (until) => {
    const { bench } = /** @type {BenchWindow} */ (/** @type {unknown} */ (window));
    /** @type {number[]} */
    const frames = [];
    let goesOn = true;
    const begin = await new Promise(requestAnimationFrame).then(() => performance.now());
    const frame = () => {
      frames.push(performance.now());
      if (goesOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    if ("last" in until) {
      const seen = bench.shown(until.last);
      void bench.pane.run();
      await seen;
    } else await new Promise((resolve) => setTimeout(resolve, until.time));
    goesOn = false;
    const total = performance.now() - begin;
    await new Promise(requestAnimationFrame);
    return { gaps: frames.map((time, index) => time - (frames[index - 1] ?? begin)), total };
  }, until);
}

/**
 * Measures a flood, then the page at rest for the same time.
 * @param {import("../visit.mjs").Browser} browser
 * @param {import("../visit.mjs").Page} page
 * @param {number} round
 */
async function floodOnce(browser, page, round) {
  await setProgram(page, flood(round));
  await page.waitForTimeout(1000);
  /** @param {{ name: string }} event */
  const isBeginning = ({ name }) => name === `flood ${round}`;
  const { tasks, result: frames } = await recordTasks(browser, page, isBeginning, async () => {
    await page.evaluate((mark) => void performance.mark(mark), `flood ${round}`);
    return watchFrames(page, { last: `round ${round}, line ${lines}` });
  });
  await page.waitForTimeout(500);
  return { frames, tasks, calm: await watchFrames(page, { time: frames.total }) };
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureFlood({ browser, site, quick }) {
  const floods = await visit(browser, async (page) => {
    await openPane(page, site.url);
    const floods = [];
    for (let round = 0; round < (quick ? 3 : 5); round += 1)
      floods.push(await floodOnce(browser, page, round));
    return floods;
  });
  return { title: "flood: 10,000 logged lines (bare: the same page at rest)", rows: rowsOf(floods) };
}

/** @param {readonly { frames: Frames, calm: Frames, tasks: Task[] }[]} floods */
function rowsOf(floods) {
  /** @param {"frames" | "calm"} kind */
  const longest = (kind) => median(floods.map((flood) => Math.max(...flood[kind].gaps)));
  /** @param {"frames" | "calm"} kind */
  const late = (kind) =>
    median(floods.map((flood) => flood[kind].gaps.filter((gap) => gap > twoFrames).length));
  const task = median(floods.map(({ tasks }) => Math.max(...tasks.map(({ cpu }) => cpu))));
  const work = median(floods.map(({ tasks }) => tasks.reduce((sum, { cpu }) => sum + cpu, 0)));
  return [
    {
      figure: "longest gap between frames",
      ours: milliseconds(longest("frames")),
      bare: milliseconds(longest("calm")),
      ...aim("at most two frames, 33 ms", longest("frames") <= twoFrames),
    },
    {
      figure: "frames that came later than that",
      ours: String(late("frames")),
      bare: String(late("calm")),
      ...aim("none", late("frames") === 0),
    },
    {
      figure: "longest task of the page's thread",
      ours: `${milliseconds(task)} CPU`,
      ...aim("at most two frames, 33 ms", task <= twoFrames),
    },
    { figure: "all work of the page's thread", ours: `${milliseconds(work)} CPU` },
    {
      figure: "Run to the last line shown",
      ours: milliseconds(median(floods.map(({ frames }) => frames.total))),
    },
  ];
}
