// Uses a pane as a presenter does, and the bare pane in the same way, and measures what they wait for.

import { deckPlace, timeKey, timeReady, timeRun, typeProgram, watchPlace } from "./place.mjs";

/**
 * @typedef {import("./place.mjs").Page} Page
 * @typedef {import("./place.mjs").Place} Place
 * @typedef {import("../visit.mjs").Browser} Browser
 *
 * What is measured, in milliseconds; all times of one visitor.
 * @typedef {object} Use
 * @property {number} cold until a program can be typed, at the first visit
 * @property {number} warm the same at the third visit
 * @property {number} firstRun the first run of the third visit, of the text that the pane came with
 * @property {number[]} runs runs of a typed text that has run once
 * @property {number[]} keys from the key to its painted character
 * @property {number} flood until the last of 10,000 lines is shown
 * @property {number} afterFlood the next run, of another text
 * @property {number} inARow three requests of two seconds each, one after the other
 * @property {number} atOnce the same three at once
 */

const hello = 'console.log("x" + Math.random());';
const flood = 'for (let line = 0; line < 10000; line += 1) console.log("line " + line);';
const typed = "const total = first + second * third - fourth + six";

/** In milliseconds: what the deck's network takes for a request. */
export const wait = 2000;

/**
 * Returns a program that makes three requests, and ends with a line "all there".
 * @param {Place} place
 * @param {boolean} atOnce
 */
function requests(place, atOnce) {
  // The bare pane has no network. A timer is the least that a request can be.
  const get =
    place === deckPlace
      ? '(await fetch("http://www.ericappelt.com/animals/cow")).text()'
      : `new Promise((resolve) => { setTimeout(resolve, ${wait}); })`;
  const each = `const get = async () => { await ${get}; };`;
  const all = atOnce ? "await Promise.all([get(), get(), get()]);" : "await get(); await get(); await get();";
  return `${each} ${all} console.log("all there " + Math.random());`;
}

/**
 * Opens a page as one of several visits of the same visitor.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} url
 * @param {number} slowdown how many times slower the page's thread is
 */
export async function openVisit(context, url, slowdown) {
  const page = await context.newPage();
  await page.addInitScript(watchPlace);
  if (slowdown > 1) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  }
  await page.goto(url, { waitUntil: "commit" });
  return page;
}

/**
 * @param {Page} page
 * @param {Place} place
 * @param {number} rounds
 */
export async function runAgain(page, place, rounds) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.waitForTimeout(300 + Math.random() * 16);
    runs.push(await timeRun(page, place, "x0."));
  }
  return runs;
}

/**
 * @param {Page} page
 * @param {Place} place
 */
export async function typeKeys(page, place) {
  await page.locator(place.field).click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  const keys = [];
  for (const key of typed) {
    keys.push(await timeKey(page, place, key));
    await page.waitForTimeout(50 + Math.random() * 16);
  }
  return keys;
}

/**
 * @param {Page} page
 * @param {Place} place
 * @param {string} program
 * @param {string} text the end of its output
 */
async function runProgram(page, place, program, text) {
  await typeProgram(page, place, program);
  await page.waitForTimeout(1000);
  return timeRun(page, place, text);
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {Place} place
 * @returns {Promise<Use>}
 */
export async function use(browser, url, place) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const first = await openVisit(context, url, 1);
    const cold = await timeReady(first, place);
    await first.waitForTimeout(8000);
    await first.close();
    const second = await openVisit(context, url, 1);
    await timeReady(second, place);
    await second.waitForTimeout(4000);
    await second.close();
    const page = await openVisit(context, url, 1);
    const warm = await timeReady(page, place);
    await page.waitForTimeout(1000);
    const firstRun = await timeRun(page, place, "");
    await runProgram(page, place, hello, "x0.");
    return {
      cold,
      warm,
      firstRun,
      runs: await runAgain(page, place, 10),
      flood: await runProgram(page, place, flood, "line 9999"),
      afterFlood: await runProgram(page, place, hello, "x0."),
      keys: await typeKeys(page, place),
      inARow: await runProgram(page, place, requests(place, false), "all there"),
      atOnce: await runProgram(page, place, requests(place, true), "all there"),
    };
  } finally {
    await context.close();
  }
}
