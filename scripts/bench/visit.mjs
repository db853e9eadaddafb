// Opens pages in a browser, each as the first visit of somebody who was never there.

import { chromium } from "@playwright/test";
import { ensureBrowser } from "../browser.mjs";

/**
 * @typedef {import("@playwright/test").Browser} Browser
 * @typedef {import("@playwright/test").Page} Page
 */

/** @returns {Promise<Browser>} newly started, with a profile of its own */
export async function startBrowser() {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    // Chromium's sandbox refuses to work for root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/**
 * A visit with an empty cache and empty storage.
 * @template Result
 * @param {Browser} browser
 * @param {(page: Page) => Promise<Result>} work
 * @param {{ javaScriptEnabled?: boolean, serviceWorkers?: "allow" | "block" }} [options] without a service worker by default: what it
 *   keeps in idle time is a figure of its own
 * @returns {Promise<Result>}
 */
export async function visit(browser, work, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: "block",
    ...options,
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * Collects one result of each of several kinds of visit, in turn, so that a slow moment of the machine hits all alike.
 * The first round only warms the browser up.
 * @template {string} Kind
 * @template Result
 * @param {number} rounds
 * @param {Record<Kind, () => Promise<Result>>} kinds
 * @returns {Promise<Record<Kind, Result[]>>}
 */
export async function takeTurns(rounds, kinds) {
  const names = /** @type {Kind[]} */ (Object.keys(kinds));
  const results = /** @type {Record<Kind, Result[]>} */ (
    /** @type {unknown} */ (Object.fromEntries(names.map((name) => [name, []])))
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const result = await kinds[name]();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}

/** Runs in the page: true when the compiler's code is there and nothing came for a second. */
function isLoaded() {
  const resources = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  const newest = Math.max(...resources.map(({ responseEnd }) => responseEnd));
  return resources.some(({ name }) => name.includes("/compile-")) && performance.now() - newest > 1000;
}

/** Runs in the page: waits for the compiler, whose start the deck has begun; its own worker loads most of it. */
async function compilerIsUp() {
  const compiler = performance.getEntriesByType("resource").find(({ name }) => name.includes("/compile-"));
  const { loadCompiler } = await import(compiler?.name ?? "");
  await loadCompiler();
}

/**
 * Waits until the page's deck stands on its slide, and nothing more is loaded.
 * @param {Page} page
 */
export async function untilIdle(page) {
  await page.locator(".reveal.ready").waitFor();
  await page.waitForFunction(isLoaded, undefined, { polling: 250 });
  await page.evaluate(compilerIsUp);
  // What came last has still to be made use of.
  await page.waitForTimeout(1000);
}

/**
 * Waits until the pane on the present slide can be typed into and run.
 * @param {Page} page
 */
export async function untilPaneIsUp(page) {
  await page.locator("section.present live-pane.has-editor").waitFor();
  await untilIdle(page);
}
