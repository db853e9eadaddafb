// The group "slow": a pane on a slow laptop and on a phone.

import { median } from "../statistics.mjs";
import { takeTurns } from "../visit.mjs";
import { barePlace, deckPlace, timeReady, typeProgram } from "./place.mjs";
import { slide, within } from "./talk.mjs";
import { openVisit, runAgain, typeKeys } from "./use.mjs";

/**
 * @typedef {import("./place.mjs").Place} Place
 * @typedef {{ ready: number, runs: number[], keys: number[] }} SlowUse milliseconds
 *
 * A machine: its window, and how many times slower its page's thread is.
 * @typedef {{ name: string, slowdown: number, options: import("@playwright/test").BrowserContextOptions }} Machine
 */

/** @type {readonly Machine[]} */
const machines = [
  { name: "slow laptop", slowdown: 4, options: { viewport: { width: 1280, height: 720 } } },
  {
    name: "phone",
    slowdown: 4,
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  },
];

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {Machine} machine
 * @param {string} url
 * @param {Place} place
 * @returns {Promise<SlowUse>}
 */
async function useOn(browser, { slowdown, options }, url, place) {
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  try {
    const page = await openVisit(context, url, slowdown);
    const ready = await timeReady(page, place);
    await page.waitForTimeout(8000);
    await typeProgram(page, place, 'console.log("x" + Math.random());');
    await page.waitForTimeout(2000);
    return { ready, runs: await runAgain(page, place, 5), keys: await typeKeys(page, place) };
  } finally {
    await context.close();
  }
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureSlow({ browser, site, quick }) {
  const rows = [];
  for (const machine of machines) {
    const { ours, bare } = await takeTurns(quick ? 1 : 3, {
      ours: () => useOn(browser, machine, `${site.url}#/${slide}`, deckPlace),
      bare: () => useOn(browser, machine, site.barePaneUrl, barePlace),
    });
    rows.push(...rowsOf(machine.name, ours, bare));
  }
  return { title: "slow: a processor four times slower (bare: as in talk, on the same machine)", rows };
}

/**
 * @param {string} name
 * @param {readonly SlowUse[]} ours
 * @param {readonly SlowUse[]} bare
 */
function rowsOf(name, ours, bare) {
  /** @param {string} figure @param {(use: SlowUse) => number} value @param {number} most */
  const row = (figure, value, most) =>
    within(`${name}: ${figure}`, median(ours.map(value)), median(bare.map(value)), most);
  return [
    row("first visit, until the editor is ready", ({ ready }) => ready, 5),
    row("Run to painted, median", ({ runs }) => median(runs), 2),
    row("key to painted, median", ({ keys }) => median(keys), 2),
  ];
}
