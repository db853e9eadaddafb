// The group "desk": the time from a key press in one of the two windows to the frame of the other that shows it.

import { openPane } from "../pane.mjs";
import { quantile } from "../statistics.mjs";
import { aim, milliseconds } from "../table.mjs";
import { visit } from "../visit.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {Window & { times: number[] }} TimedWindow milliseconds since 1970
 */

const keysOfALine = [..."const answer = 42 * speed; // what the cow said"];

/**
 * Records when each key is pressed in a window, on a clock that all windows share.
 * @param {Page} page
 */
function listenForKeys(page) {
  return page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Object.assign(window, { times });
    addEventListener("keydown", ({ timeStamp }) => times.push(performance.timeOrigin + timeStamp), true);
  });
}

/**
 * Records when each change of a pane's text is painted in a window, on the same clock.
 * @param {Page} page
 */
function listenForTexts(page) {
  return page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Object.assign(window, { times });
    document.addEventListener("pane-text", () => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.timeOrigin + performance.now());
        port2.postMessage(0);
      });
    });
  });
}

/**
 * Types in one window, and measures until the other window shows it.
 * @param {Page} from the focus is in its code
 * @param {Page} to
 * @param {number} keys
 * @returns {Promise<number[]>} milliseconds for each key
 */
async function type(from, to, keys) {
  // What was done before must have been painted.
  await from.waitForTimeout(500);
  await Promise.all([listenForKeys(from), listenForTexts(to)]);
  for (let key = 0; key < keys; key += 1) {
    await from.keyboard.press(keysOfALine[key % keysOfALine.length] ?? " ");
    await from.waitForTimeout(40 + Math.random() * 40);
  }
  await from.waitForTimeout(200);
  const timesIn = (/** @type {Page} */ page) =>
    page.evaluate(() => /** @type {TimedWindow} */ (/** @type {unknown} */ (window)).times);
  const [pressed, painted] = await Promise.all([timesIn(from), timesIn(to)]);
  if (pressed.length !== keys || painted.length !== keys)
    throw new Error(`Of ${keys} keys ${pressed.length} were heard and ${painted.length} seen.`);
  return painted.map((time, index) => time - (pressed[index] ?? Number.NaN));
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureDesk({ browser, site, quick }) {
  const keys = quick ? 25 : 50;
  const { there, back } = await visit(browser, async (page) => {
    await openPane(page, site.url);
    const [desk] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
    await desk.locator("#desk-present .pane-line").first().waitFor();
    await desk.getByRole("textbox", { name: /^Code\./ }).click();
    await desk.keyboard.press("Control+End");
    await desk.keyboard.press("Enter");
    await type(desk, page, 10);
    const there = await type(desk, page, keys);
    await page.bringToFront();
    await page.keyboard.press("e");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    return { there, back: await type(page, desk, keys) };
  });
  return {
    title: "desk: key in one window to paint in the other",
    rows: [...rows("desk to deck", there), ...rows("deck to desk", back)],
  };
}

/**
 * @param {string} way
 * @param {readonly number[]} times
 */
function rows(way, times) {
  const [typical, late] = [quantile(times, 0.5), quantile(times, 0.95)];
  return [
    { figure: `${way}, median`, ours: milliseconds(typical), ...aim("below 50 ms", typical < 50) },
    { figure: `${way}, 95 of 100`, ours: milliseconds(late) },
  ];
}
