// How many bytes are transferred until the first slide is shown, until the first editor can be used, until the first
// run, and for the whole deck.

import { aim, kilobytes } from "../table.mjs";
import { untilPaneIsUp, visit } from "../visit.mjs";

/**
 * @typedef {import("../table.mjs").Row} Row
 * @typedef {import("../site.mjs").Site} Site
 * @typedef {import("../site.mjs").Delivery} Delivery
 */

/**
 * Beginnings of the names of files that load in the same idle time as the editor, but that the editor does not need.
 */
const compilerParts = ["esbuild-", "browser-"];
const runParts = ["compile-", "run-"];
const typeParts = ["ts.worker-", "tsMode-", "editor.worker-"];

/** @param {readonly Delivery[]} deliveries */
function total(deliveries) {
  return deliveries.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** @param {readonly Delivery[]} deliveries */
function told(deliveries) {
  return `${kilobytes(total(deliveries))}, ${deliveries.length} requests`;
}

/**
 * Leaves out the deliveries of some files.
 * @param {readonly Delivery[]} deliveries
 * @param {readonly string[]} parts beginnings of the file names to leave out
 * @returns {Delivery[]} the deliveries of the other files
 * @throws {Error} if a part was not delivered: its file then has another name now
 */
function without(deliveries, parts) {
  const isOf =
    (/** @type {string} */ part) =>
    (/** @type {Delivery} */ { path }) =>
      path.startsWith(`assets/${part}`);
  const missing = parts.find((part) => !deliveries.some(isOf(part)));
  if (missing) throw new Error(`No file "${missing}…" was loaded; the bench knows other names.`);
  return deliveries.filter((delivery) => !parts.some((part) => isOf(part)(delivery)));
}

/**
 * Runs in the page.
 * @returns {string[]} the addresses requested until reveal.js had started
 */
function askedUntilReady() {
  const [ready] = performance.getEntriesByName("deck-ready");
  const resources = performance.getEntriesByType("resource");
  return resources.filter(({ startTime }) => startTime <= (ready?.startTime ?? 0)).map(({ name }) => name);
}

/** Runs in the page before its own scripts. Marks the time at which reveal.js has started. */
function markReady() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".reveal.ready")) return;
    performance.mark("deck-ready");
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["class"] });
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {Site} site
 */
async function unscripted(browser, site) {
  site.takeDeliveries();
  await visit(browser, (page) => page.goto(site.url, { waitUntil: "networkidle" }), {
    javaScriptEnabled: false,
  });
  return site.takeDeliveries();
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {Site} site
 * @param {string} [slide] id of the slide to open
 */
async function scripted(browser, site, slide = "") {
  return visit(browser, async (page) => {
    await page.addInitScript(markReady);
    site.takeDeliveries();
    await page.goto(`${site.url}${slide && `#/${slide}`}`);
    if (slide) {
      await untilPaneIsUp(page);
      // Types are loaded for those who type, so press E to go into the editor.
      await Promise.all([page.waitForResponse(/ts\.worker-/), page.keyboard.press("e")]);
    } else await page.locator(".reveal.ready").waitFor();
    const asked = await page.evaluate(askedUntilReady);
    const all = site.takeDeliveries();
    const early = all.filter(({ path }) => path === "index.html" || asked.includes(site.url + path));
    return { all, early };
  });
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {Site} site
 * @returns {Promise<Row[]>}
 */
export async function measureBytes(browser, site) {
  const readable = await unscripted(browser, site);
  const { early } = await scripted(browser, site);
  const { all } = await scripted(browser, site, "sequential-program");
  const run = without(all, typeParts);
  // The build has compiled the texts of the slides.
  const unchanged = without(run, compilerParts);
  return [
    {
      figure: "first slide readable",
      ours: told(readable),
      ...aim("at most 200 kB", total(readable) <= 200_000),
    },
    {
      figure: "first slide, its scripts as well",
      ours: told(early),
      ...aim("at most 200 kB, 12 requests", total(early) <= 200_000 && early.length <= 12),
    },
    { figure: "first usable editor, opened at a pane", ours: told(without(unchanged, runParts)) },
    { figure: "first run there, of the slide's own text", ours: told(unchanged) },
    { figure: "  and of a changed text", ours: told(run) },
    { figure: "  and the types of what is typed: all that loads in idle time", ours: told(all) },
    { figure: "whole deck", ours: told(site.all) },
    { figure: "the deck as one file, as it lies on a disk", ours: kilobytes(site.oneFileBytes) },
  ];
}
