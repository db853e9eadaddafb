// Time to the first slide: when its title is painted, compared with a page that contains only a title.

import { median } from "../statistics.mjs";
import { against, aim, milliseconds } from "../table.mjs";
import { takeTurns, visit } from "../visit.mjs";

/**
 * @typedef {import("../table.mjs").Row} Row
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {{ first: number, title: number }} Paint milliseconds from the start of the navigation
 */

/** Milliseconds by which scripts are delayed, to see what is painted without them. */
const holdTime = 1000;

/**
 * Measures the paint of the first content and of the title's text. NaN for what was not painted.
 * @param {Page} page
 * @returns {Promise<Paint>}
 */
function paintTimes(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const first = () =>
          performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
        setTimeout(() => resolve({ first: first(), title: Number.NaN }), 8000);
        new PerformanceObserver((list) => {
          const [entry] = /** @type {(PerformanceEntry & { renderTime: number })[]} */ (list.getEntries());
          if (entry) resolve({ first: first(), title: entry.renderTime });
        }).observe({ type: "element", buffered: true });
      }),
  );
}

/**
 * A page without JavaScript has no observers, but Playwright can query it. Its title counts as painted if it is
 * inside the window.
 * @param {Page} page
 * @returns {Promise<Paint>}
 */
async function paintTimesWithoutScript(page) {
  await page.waitForTimeout(500);
  const first = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  const box = await page.locator("h1").first().boundingBox();
  const isSeen = box !== null && box.y >= 0 && box.y + box.height <= 720 && box.width > 0;
  return { first, title: isSeen ? first : Number.NaN };
}

/** A slow connection, as on a train: 4 Mbit/s, and 60 ms round-trip time. */
const slowLine = { offline: false, latency: 60, downloadThroughput: 500_000, uploadThroughput: 500_000 };

/** @param {Page} page */
async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slowLine);
}

/**
 * @param {import("../visit.mjs").Browser} browser
 * @param {import("../site.mjs").Site} site
 * @param {{ rounds: number }} options
 * @returns {Promise<Row[]>}
 */
export async function measurePaint(browser, site, { rounds }) {
  /** @param {string} url @param {(page: Page) => Promise<void>} [prepare] */
  const open = (url, prepare) =>
    visit(browser, async (page) => {
      await prepare?.(page);
      await page.goto(url, { waitUntil: "commit" });
      return paintTimes(page);
    });
  /** @param {Page} page */
  const openUnscripted = async (page) => {
    await page.goto(site.url);
    return paintTimesWithoutScript(page);
  };
  const times = await takeTurns(rounds, {
    bare: () => open(site.bareUrl),
    deck: () => open(site.url),
    held: async () => {
      site.holdScripts(holdTime);
      return open(site.url).finally(() => site.holdScripts(0));
    },
    unscripted: () =>
      visit(browser, openUnscripted, {
        javaScriptEnabled: false,
      }),
    bareSlow: () => open(site.bareUrl, slowDown),
    deckSlow: () => open(site.url, slowDown),
  });
  return rowsOf(times);
}

/**
 * @param {Record<"bare" | "deck" | "held" | "unscripted" | "bareSlow" | "deckSlow", Paint[]>} times
 * @returns {Row[]}
 */
function rowsOf(times) {
  /** @param {keyof typeof times} kind @param {keyof Paint} moment */
  const typical = (kind, moment) => median(times[kind].map((paint) => paint[moment]));
  const held = typical("held", "title");
  const unscripted = typical("unscripted", "title");
  return [
    against("first contentful paint", typical("deck", "first"), typical("bare", "first")),
    against("title's text painted", typical("deck", "title"), typical("bare", "title")),
    against(
      `title's text, every script held back for ${milliseconds(holdTime)}`,
      held,
      typical("bare", "title"),
      {
        ...aim("before any script", held < holdTime),
      },
    ),
    against("title's text, JavaScript off", unscripted, typical("bare", "title"), {
      ...aim("readable", unscripted > 0),
    }),
    against("title's text over 4 Mbit/s, 60 ms", typical("deckSlow", "title"), typical("bareSlow", "title")),
  ];
}
