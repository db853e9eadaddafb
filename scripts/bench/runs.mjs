// Runs programs in the deck's pane and says when their first output was where.

import { runButton, setProgram } from "./pane.mjs";
import { visit } from "./visit.mjs";

/**
 * @typedef {import("./visit.mjs").Page} Page
 * @typedef {import("./pane.mjs").BenchWindow} BenchWindow
 *
 * One run's moments, in milliseconds since Run: the worker was told, was first heard of, and printed; the console had
 * the text, and it was painted.
 * @typedef {{ start: number, message: number, output: number, drawn: number, painted: number }} RunTimes
 */

/** The spare worker begins a tenth of a second after a run, and then takes some time of its own. */
const untilSpareIsReady = 450;

let count = 0;

/**
 * Prints another text than the time before, so that no older output is taken for it.
 * @param {boolean} edited whether the text is new, or one of two that have been run before and need no compiling
 */
function nextProgram(edited) {
  count += 1;
  const text = edited ? `first output ${count};` : `output again ${count % 2};`;
  return { text, program: `console.log("${text}");\n` };
}

/**
 * Runs one program and waits for its output in the console.
 * @param {Page} page
 * @param {"click" | "call"} way a click on the button by the browser's own input, or the pane's run()
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
 * The first runs of so many visits.
 * @param {import("./visit.mjs").Browser} browser
 * @param {import("./site.mjs").Site} site
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
