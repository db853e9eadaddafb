// What is transferred until the first slide stands, and until the first editor can be used.

import { aim, kilobytes } from "./table.mjs";
import { untilPaneIsUp, visit } from "./visit.mjs";

/**
 * @typedef {import("./table.mjs").Row} Row
 * @typedef {import("./site.mjs").Site} Site
 * @typedef {import("./site.mjs").Delivery} Delivery
 */

/** What loads in the same idle time as the editor, and it could do without: beginnings of file names. */
const compilerParts = ["esbuild-", "browser-", "compile-", "run-"];
const typeParts = ["ts.worker-", "tsMode-"];
const speakerParts = ["notes-"];

/** @param {readonly Delivery[]} deliveries */
function total(deliveries) {
  return deliveries.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * @param {readonly Delivery[]} deliveries
 * @param {readonly string[]} parts
 * @throws {Error} where a part was not delivered: its file has another name now
 */
function bytesOf(deliveries, parts) {
  return parts.reduce((sum, part) => {
    const own = deliveries.filter(({ path }) => path.startsWith(`assets/${part}`));
    if (own.length === 0) throw new Error(`No file "${part}…" was loaded; the bench knows other names.`);
    return sum + total(own);
  }, 0);
}

/** @returns {string[]} the addresses that were asked for until reveal.js had taken over; runs in the page */
function askedUntilReady() {
  const [ready] = performance.getEntriesByName("deck-ready");
  const resources = performance.getEntriesByType("resource");
  return resources.filter(({ startTime }) => startTime <= (ready?.startTime ?? 0)).map(({ name }) => name);
}

/** Runs in the page before its own scripts. */
function markReady() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".reveal.ready")) return;
    performance.mark("deck-ready");
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["class"] });
}

/**
 * @param {import("./visit.mjs").Browser} browser
 * @param {Site} site
 */
async function unscripted(browser, site) {
  site.takeDeliveries();
  await visit(browser, (page) => page.goto(site.url, { waitUntil: "networkidle" }), {
    javaScriptEnabled: false,
  });
  return total(site.takeDeliveries());
}

/**
 * @param {import("./visit.mjs").Browser} browser
 * @param {Site} site
 * @param {string} [slide] the id of the one that is opened
 */
async function scripted(browser, site, slide = "") {
  return visit(browser, async (page) => {
    await page.addInitScript(markReady);
    site.takeDeliveries();
    await page.goto(`${site.url}${slide && `#/${slide}`}`);
    if (slide) await untilPaneIsUp(page);
    else await page.locator(".reveal.ready").waitFor();
    const asked = await page.evaluate(askedUntilReady);
    const all = site.takeDeliveries();
    const early = all.filter(({ path }) => path === "index.html" || asked.includes(site.url + path));
    return { all, untilReady: total(early) };
  });
}

/**
 * @param {import("./visit.mjs").Browser} browser
 * @param {Site} site
 * @returns {Promise<Row[]>}
 */
export async function measureBytes(browser, site) {
  const readable = await unscripted(browser, site);
  const { untilReady } = await scripted(browser, site);
  const { all } = await scripted(browser, site, "sequential-program");
  const [compiler = 0, types = 0, speaker = 0] = [compilerParts, typeParts, speakerParts].map((parts) =>
    bytesOf(all, parts),
  );
  const editor = total(all) - compiler - types - speaker;
  return [
    {
      figure: "first slide readable",
      ours: kilobytes(readable),
      ...aim("at most 200 kB", readable <= 200_000),
    },
    {
      figure: "first slide, its scripts as well",
      ours: kilobytes(untilReady),
      ...aim("at most 200 kB", untilReady <= 200_000),
    },
    { figure: "first usable editor, opened at a pane", ours: kilobytes(editor) },
    { figure: "  and the types of what is typed", ours: kilobytes(editor + types) },
    {
      figure: "  and all that loads in idle time: compiler, run worker, speaker view",
      ours: kilobytes(total(all)),
    },
  ];
}
