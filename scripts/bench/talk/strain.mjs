// The group "strain": many requests, many tasks, many runs and many turns: are frames still even, and is memory given
// back?

import { watchFrames } from "../frames/flood.mjs";
import { recordTasks } from "../load/tasks.mjs";
import { openPane, setProgram } from "../pane.mjs";
import { aim, milliseconds, times } from "../table.mjs";
import { untilIdle, visit } from "../visit.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {import("../table.mjs").Row} Row
 * @typedef {{ heap: number, nodes: number }} Memory bytes in use by the page's scripts; nodes in and out of the
 * document
 */

/** In milliseconds: two frames at 60 per second, plus the inaccuracy of the clock. */
const twoFrames = 34;

const requests = `const get = async () => (await fetch("http://www.ericappelt.com/animals/cow")).text();
await Promise.all(Array.from({ length: 1000 }, get));
console.log("all are there");
`;

const tasks = `const nap = async (n: number) => { await new Promise((wake) => { setTimeout(wake, n % 1000); }); };
await Promise.all(Array.from({ length: 10000 }, (_, n) => nap(n)));
console.log("all are awake");
`;

/** How many turns lead some slides on and back again. */
const walk = 50;

/** A heap that has grown by less than this share is where it was. */
const mostGrowth = 1.1;

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {Page} page
 * @param {string} figure
 * @param {string} program
 * @param {string} last its last line
 * @returns {Promise<Row[]>}
 */
async function frameRows(browser, page, figure, program, last) {
  await setProgram(page, program);
  await page.waitForTimeout(1000);
  /** @param {{ name: string }} event */
  const isBeginning = ({ name }) => name === figure;
  const { tasks, result } = await recordTasks(browser, page, isBeginning, async () => {
    await page.evaluate((mark) => void performance.mark(mark), figure);
    return watchFrames(page, { last });
  });
  const { gaps } = result;
  const late = gaps.filter((gap) => gap > twoFrames).length;
  const longest = Math.max(...tasks.map(({ cpu }) => cpu));
  return [
    { figure: `${figure}: longest gap between frames`, ours: milliseconds(Math.max(...gaps)) },
    {
      figure: `${figure}: longest task of the page's thread`,
      ours: `${milliseconds(longest)} CPU`,
      ...aim("at most two frames, 33 ms", longest <= twoFrames),
    },
    {
      figure: `${figure}: frames that came later than two`,
      ours: `${late} of ${gaps.length}`,
      ...aim("none", late === 0),
    },
  ];
}

/**
 * @param {Page} page
 * @returns {Promise<Memory>}
 */
async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  // What is freed by finalizers goes only with the next collection.
  for (let round = 0; round < 3; round += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(200);
  }
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { heap: usedSize, nodes };
}

/**
 * Does something a few times, then many times, and compares the memory.
 * @param {Page} page
 * @param {string} figure
 * @param {{ few: number, many: number }} counts
 * @param {(count: number) => Promise<void>} once
 * @returns {Promise<Row[]>}
 */
async function memoryRows(page, figure, { few, many }, once) {
  for (let count = 0; count < few; count += 1) await once(count);
  const before = await memoryOf(page);
  for (let count = few; count < few + many; count += 1) await once(count);
  const after = await memoryOf(page);
  const growth = after.heap / before.heap;
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    {
      figure: `${figure}: heap (bare: before)`,
      ours: megabytes(after.heap),
      bare: megabytes(before.heap),
      ratio: times(growth),
      ...aim(`below ${mostGrowth}×`, growth < mostGrowth),
    },
    { figure: `${figure}: nodes (bare: before)`, ours: String(after.nodes), bare: String(before.nodes) },
  ];
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureStrain({ browser, site, quick }) {
  const rows = await visit(browser, async (page) => {
    await openPane(page, site.url);
    const frames = [
      ...(await frameRows(browser, page, "1,000 requests at once", requests, "all are there")),
      ...(await frameRows(browser, page, "10,000 tasks on the timeline", tasks, "all are awake")),
    ];
    await setProgram(page, 'console.log("x" + Math.random());\n');
    const runs = { few: 20, many: quick ? 50 : 200 };
    const run = () => page.evaluate(() => /** @type {any} */ (window).bench.pane.run().then(() => undefined));
    return [...frames, ...(await memoryRows(page, `${runs.many} runs`, runs, run))];
  });
  const turns = await visit(browser, async (page) => {
    await page.goto(`${site.url}#/title`);
    await untilIdle(page);
    // Whole walks there and back: the memory of the same slide is compared.
    const counts = { few: 2 * walk, many: (quick ? 2 : 10) * walk };
    return memoryRows(page, `${counts.many} turns`, counts, async (count) => {
      await page.keyboard.press(count % walk < walk / 2 ? "PageDown" : "PageUp");
      await page.waitForTimeout(count % 10 === 0 ? 1000 : 100);
    });
  });
  return { title: "strain: much at once, and for long", rows: [...rows, ...turns] };
}
