// The group "talk": what a presenter waits for at a pane, compared with the least that a page can be.

import { median, medianOf, quantile } from "../statistics.mjs";
import { against, aim } from "../table.mjs";
import { takeTurns } from "../visit.mjs";
import { barePlace, deckPlace } from "./place.mjs";
import { use, wait } from "./use.mjs";

/** The slide whose pane is used. */
export const slide = "code-examples";

/** @typedef {import("./use.mjs").Use} Use */

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureTalk({ browser, site, quick }) {
  const { ours, bare } = await takeTurns(quick ? 1 : 3, {
    ours: () => use(browser, `${site.url}#/${slide}`, deckPlace),
    bare: () => use(browser, site.barePaneUrl, barePlace),
  });
  return {
    title: "talk: at a pane (bare: a text field, a button and a worker)",
    rows: rowsOf(ours, bare),
  };
}

/**
 * Compares a time with the bare page's. The aim is a ratio.
 * @param {string} figure
 * @param {number} ours
 * @param {number} bare
 * @param {number} most
 */
export function within(figure, ours, bare, most) {
  return against(figure, ours, bare, aim(`within ${most}×`, ours <= most * bare));
}

/**
 * @param {readonly Use[]} ours
 * @param {readonly Use[]} bare
 */
function rowsOf(ours, bare) {
  /** @param {string} figure @param {(uses: readonly Use[]) => number} value @param {number} most */
  const row = (figure, value, most) => within(figure, value(ours), value(bare), most);
  /** @param {"runs" | "keys"} field @param {number} share @returns {(uses: readonly Use[]) => number} */
  const share = (field, share) => (uses) => median(uses.map((use) => quantile(use[field], share)));
  return [
    row("first visit: until the editor is ready", (uses) => medianOf(uses, "cold"), 5),
    row("third visit: until the editor is ready", (uses) => medianOf(uses, "warm"), 4),
    row("third visit: first Run to painted", (uses) => medianOf(uses, "firstRun"), 8),
    row("Run to painted, median", share("runs", 0.5), 2),
    row("Run to painted, worst of ten", share("runs", 1), 3),
    row("key to painted, median", share("keys", 0.5), 2),
    row("key to painted, 95 of 100", share("keys", 0.95), 2.5),
    row("10,000 lines: Run to the last one painted", (uses) => medianOf(uses, "flood"), 3),
    row("Run to painted after that", (uses) => medianOf(uses, "afterFlood"), 3),
    row("added to three requests in a row", (uses) => medianOf(uses, "inARow") - 3 * wait, 1.2),
    row("added to three requests at once", (uses) => medianOf(uses, "atOnce") - wait, 1.2),
  ];
}
