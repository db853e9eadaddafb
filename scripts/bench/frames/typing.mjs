// The group "typing": the time from a key press to the frame that shows it, in the editor and in a plain text field
// of the same page.

import { openPane } from "../pane.mjs";
import { quantile } from "../statistics.mjs";
import { against, aim, milliseconds } from "../table.mjs";
import { visit } from "../visit.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {{ changed: number, painted: number }} KeyTimes milliseconds since the key press
 */

/** Contains no closing brackets. The editor inserts those itself, so typing them changes nothing. */
const keysOfALine = [..."const answer = 42 * speed; // what the cow said", "Enter"];

/**
 * Records each key press from now on, until its change of the text is painted.
 * @param {Page} page
 * @param {string} change the event that is fired when the text has changed
 */
function listen(page, change) {
  return page.evaluate((change) => {
    /** @type {KeyTimes[]} */
    const times = [];
    let down = 0;
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      down = event.timeStamp;
    };
    const onChange = () => {
      const key = down;
      const changed = performance.now() - key;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push({ changed, painted: performance.now() - key });
        port2.postMessage(0);
      });
    };
    addEventListener("keydown", onKey, true);
    document.addEventListener(change, onChange);
    Object.assign(window, {
      keyTimes: () => {
        removeEventListener("keydown", onKey, true);
        document.removeEventListener(change, onChange);
        return times;
      },
    });
  }, change);
}

/**
 * Types at the speed of a fast typist, with random pauses so that keys do not fall into step with frames.
 * @param {Page} page
 * @param {number} keys
 * @param {string} change
 * @returns {Promise<KeyTimes[]>}
 */
async function type(page, keys, change) {
  await listen(page, change);
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(keysOfALine[key % keysOfALine.length] ?? " ");
    await page.waitForTimeout(40 + Math.random() * 40);
  }
  await page.waitForTimeout(100);
  return page.evaluate(() =>
    /** @type {{ keyTimes: () => KeyTimes[] }} */ (/** @type {unknown} */ (window)).keyTimes(),
  );
}

/** @param {Page} page */
async function focusBareField(page) {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement("textarea"));
    Object.assign(field.style, { position: "fixed", top: "0", zIndex: "9" });
    field.focus();
  });
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureTyping({ browser, site, quick }) {
  const keys = quick ? 40 : 80;
  const { ours, bare } = await visit(browser, async (page) => {
    await openPane(page, site.url);
    await page.keyboard.press("e");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await type(page, 20, "pane-text");
    const ours = await type(page, keys, "pane-text");
    await focusBareField(page);
    await type(page, 10, "input");
    return { ours, bare: await type(page, keys, "input") };
  });
  if (ours.length < keys || bare.length < keys)
    throw new Error(`Of ${keys} keys ${ours.length} reached the editor and ${bare.length} the bare field.`);
  return { title: "typing: key to paint (bare: a <textarea> in the same page)", rows: rowsOf(ours, bare) };
}

/**
 * @param {readonly KeyTimes[]} ours
 * @param {readonly KeyTimes[]} bare
 */
function rowsOf(ours, bare) {
  /** @param {readonly KeyTimes[]} all @param {keyof KeyTimes} moment @param {number} q */
  const at = (all, moment, q) =>
    quantile(
      all.map((key) => key[moment]),
      q,
    );
  const typical = at(ours, "painted", 0.5);
  return [
    against("key to paint, median", typical, at(bare, "painted", 0.5), aim("under 12 ms", typical < 12)),
    against("key to paint, 95 of 100", at(ours, "painted", 0.95), at(bare, "painted", 0.95)),
    against("key to changed text, median", at(ours, "changed", 0.5), at(bare, "changed", 0.5)),
    {
      figure: "changed text to paint, median (waits for a frame)",
      ours: milliseconds(
        quantile(
          ours.map(({ changed, painted }) => painted - changed),
          0.5,
        ),
      ),
      bare: milliseconds(
        quantile(
          bare.map(({ changed, painted }) => painted - changed),
          0.5,
        ),
      ),
    },
  ];
}
