// The group "stop": how soon programs that never end are stopped, and how soon the deck turns a slide while they run.

import { openPane, runButton, setProgram } from "./pane.mjs";
import { median } from "./statistics.mjs";
import { aim, milliseconds } from "./table.mjs";
import { visit } from "./visit.mjs";

/**
 * @typedef {import("./visit.mjs").Page} Page
 * @typedef {{ stopped: number, turned: number }} StopTimes milliseconds since the click on Stop, and since the key
 */

const programs = {
  "while (true) {}": "while (true) {}\n",
  "an endless chain of promises":
    "const again = (): Promise<void> => Promise.resolve().then(again);\nagain();\nawait new Promise(() => {});\n",
  "a flood of output": 'for (;;) console.log("x");\n',
};

/** By then a program has taken hold of its worker, and a flood of the page. */
const untilInFullSwing = 500;

const most = 200;

/**
 * Lets the page itself note when an input event came and when what it changes was changed.
 * @param {Page} page
 * @param {{ input: "click" | "keydown", selector: string, attribute: string }} change
 * @param {() => Promise<void>} act
 */
async function timed(page, change, act) {
  await page.evaluate(({ input, selector, attribute }) => {
    const target = /** @type {Element} */ (document.querySelector(selector));
    const changed = new Promise((resolve) => {
      const listen = (/** @type {Event} */ { timeStamp }) =>
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(performance.now() - timeStamp);
        }).observe(target, { attributeFilter: [attribute] });
      document.addEventListener(input, listen, { capture: true, once: true });
    });
    Object.assign(window, { changed });
  }, change);
  await act();
  return page.evaluate(
    () => /** @type {{ changed: Promise<number> }} */ (/** @type {unknown} */ (window)).changed,
  );
}

/**
 * @param {Page} page
 * @param {string} program
 * @returns {Promise<StopTimes>}
 */
async function runAndStop(page, program) {
  await setProgram(page, program);
  await runButton(page).click();
  const pane = "section#sequential-program live-pane";
  await page.locator(`${pane}[data-state=running]`).waitFor();
  await page.waitForTimeout(untilInFullSwing);
  const slide = { selector: "section#sequential-program", attribute: "class" };
  const turned = await timed(page, { input: "keydown", ...slide }, () => page.keyboard.press("ArrowLeft"));
  await timed(page, { input: "keydown", ...slide }, () => page.keyboard.press("ArrowRight"));
  const stop = page.locator(`${pane} [data-part=stop]`);
  const stopped = await timed(page, { input: "click", selector: pane, attribute: "data-state" }, () =>
    stop.click(),
  );
  return { stopped, turned };
}

/**
 * @param {import("./groups.mjs").Bench} bench
 * @returns {Promise<import("./table.mjs").Group>}
 */
export async function measureStop({ browser, site, quick }) {
  const rows = await visit(browser, async (page) => {
    await openPane(page, site.url);
    const rows = [];
    for (const [name, program] of Object.entries(programs)) {
      const times = [];
      for (let round = 0; round < (quick ? 3 : 7); round += 1) times.push(await runAndStop(page, program));
      rows.push(...rowsOf(name, times));
    }
    return rows;
  });
  return { title: "stop: programs that never end (the longest of all rounds counts)", rows };
}

/**
 * @param {string} name
 * @param {readonly StopTimes[]} times
 */
function rowsOf(name, times) {
  /** @param {keyof StopTimes} moment */
  const all = (moment) => times.map((time) => time[moment]);
  /** @param {readonly number[]} values */
  const text = (values) => `${milliseconds(median(values))}, ${milliseconds(Math.max(...values))}`;
  return [
    {
      figure: `${name}: Stop to stopped, median and longest`,
      ours: text(all("stopped")),
      ...aim(`within ${most} ms`, Math.max(...all("stopped")) <= most),
    },
    { figure: `${name}: key to the next slide meanwhile`, ours: text(all("turned")) },
  ];
}
