// Runs programs in the deck's pane and measures when their first output arrives where.

import { runButton, setProgram } from "../pane.mjs";
import { visit } from "../visit.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {import("../pane.mjs").BenchWindow} BenchWindow
 *
 * The times of one run, in milliseconds since Run: the page started the worker, the worker's first message arrived,
 * its first output arrived; the console had the text, the text was painted.
 * @typedef {{ start: number, message: number, output: number, drawn: number, painted: number }} RunTimes
 */

/**
 * In milliseconds. The pane starts its spare worker a tenth of a second after a run, and the worker takes some time
 * to start.
 */
const untilSpareIsReady = 450;

let count = 0;

/**
 * Each program prints another text than the one before, so that older output cannot be mistaken for it.
 * @param {boolean} edited true for a new text; false for one of two that have run before and need no compiling
 */
function nextProgram(edited) {
  count += 1;
  const text = edited ? `first output ${count};` : `output again ${count % 2};`;
  return { text, program: `console.log("${text}");\n` };
}

/**
 * Runs one program and waits for its output in the console.
 * @param {Page} page
 * @param {"click" | "call"} way "click": a click on Run by the browser's own input. "call": the pane's run()
 * @param {boolean} [edited]
 * @returns {Promise<RunTimes>}
 */
export async function runOnce(page, way, edited = true) {
  const { text, program } = nextProgram(edited);
  await setProgram(page, program);
  const measured = page.evaluate(
    async ([text, way]) => {
      const { bench } = /** @type {BenchWindow} */ (/** @type {unknown} */ (window));
      /** @type {Promise<number>} */
      const begun = new Promise((resolve) => {
        const button = bench.pane.querySelector("[data-part=run]");
        if (way === "click")
          button?.addEventListener("click", ({ timeStamp }) => resolve(timeStamp), {
            once: true,
            capture: true,
          });
        else resolve(performance.now());
      });
      const seen = bench.shown(text);
      if (way === "call") void bench.pane.run();
      const [begin, { drawn, painted }] = await Promise.all([begun, seen]);
      const { start, message, output } = bench.worker;
      if (start < begin || output < start) throw new Error("The bench did not see how the worker was told.");
      return {
        start: start - begin,
        message: message - begin,
        output: output - begin,
        drawn: drawn - begin,
        painted: painted - begin,
      };
    },
    /** @type {const} */ ([text, way]),
  );
  if (way === "click") await runButton(page).click();
  return measured;
}

/**
 * @param {Page} page
 * @param {"click" | "call"} way
 * @param {number} rounds
 * @param {boolean} [edited]
 */
export async function warmRuns(page, way, rounds, edited = true) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.waitForTimeout(untilSpareIsReady);
    runs.push(await runOnce(page, way, edited));
  }
  return runs;
}

/**
 * Measures the first run of each of several visits.
 * @param {import("../visit.mjs").Browser} browser
 * @param {import("../site.mjs").Site} site
 * @param {(page: Page, url: string) => Promise<void>} open
 * @param {number} visits
 */
export async function firstRuns(browser, site, open, visits) {
  const runs = [];
  for (let count = 0; count < visits; count += 1) {
    const run = visit(browser, async (page) => {
      await open(page, site.url);
      return runOnce(page, "click");
    });
    runs.push(await run);
  }
  return runs;
}
