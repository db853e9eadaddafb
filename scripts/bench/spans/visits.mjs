// The group "spans": opens a page for each way to draw, and measures it there.

import { join } from "node:path";
import { build } from "esbuild";
import { recordTasks } from "../load/tasks.mjs";
import { visit } from "../visit.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {import("./stopwatch.mjs").SpansWindow} SpansWindow
 *
 * A script for the page, bundled with everything it imports.
 * @typedef {{ script: string, style: string }} Bundle
 *
 * Times in milliseconds, memory in bytes.
 * @typedef {object} Measured
 * @property {number} draw from the data to the frame after the drawing
 * @property {number} fps frames per second while panning
 * @property {number} gap the longest time between two frames
 * @property {number} cpu CPU time of the page's thread per frame
 * @property {number} heap memory that the picture adds, of scripts and DOM
 * @property {number} nodes DOM nodes that the picture adds
 */

/**
 * @param {string} name of the file, without its ending
 * @returns {Promise<Bundle>}
 */
export async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname ?? "", `${name}.mjs`)],
    outdir: ".",
    bundle: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const textOf = (/** @type {string} */ ending) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}

/**
 * Visits a page that already has the data, and measures drawing and panning.
 * @param {import("../groups.mjs").Bench} bench
 * @param {Bundle} bundle
 * @param {{ spans: number, tasks: number }} size
 * @returns {Promise<Measured>}
 */
export function measureOnce({ browser, site, quick }, { script, style }, { spans, tasks }) {
  return visit(browser, async (page) => {
    await page.goto(site.bareUrl);
    if (style) await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: script });
    await page.evaluate(
      ([spans, tasks]) =>
        /** @type {SpansWindow} */ (/** @type {unknown} */ (window)).spans.prepare(spans, tasks),
      /** @type {const} */ ([spans, tasks]),
    );
    const before = await memoryOf(page);
    const draw = await page.evaluate(() =>
      /** @type {SpansWindow} */ (/** @type {unknown} */ (window)).spans.draw(),
    );
    const panned = await pan(browser, page, quick ? 1000 : 2000);
    const after = await memoryOf(page);
    return { draw, ...panned, heap: after.heap - before.heap, nodes: after.nodes - before.nodes };
  });
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {Page} page
 * @param {number} time
 */
async function pan(browser, page, time) {
  /** @param {{ name: string }} event */
  const isBeginning = ({ name }) => name === "pan";
  const { tasks, result } = await recordTasks(browser, page, isBeginning, () =>
    page.evaluate((time) => {
      performance.mark("pan");
      return /** @type {SpansWindow} */ (/** @type {unknown} */ (window)).spans.pan(time);
    }, time),
  );
  const { frames, total } = result;
  const cpu = tasks.filter(({ start }) => start < total).reduce((sum, task) => sum + task.cpu, 0);
  return {
    fps: (frames.length * 1000) / total,
    gap: Math.max(...[...frames, total].map((time, index) => time - (frames[index - 1] ?? 0))),
    cpu: cpu / frames.length,
  };
}

/**
 * Returns the memory in use after garbage collection.
 * @param {Page} page
 */
async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  // The first collection may free objects that hold others, so collect twice.
  for (let round = 0; round < 2; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0 } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { heap: usedSize + embedderHeapUsedSize, nodes };
}
