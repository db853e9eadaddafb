// The group "turn": the time from a key press until the next slide is painted, how evenly frames are drawn meanwhile,
// and what a turn costs the page.

import { median, quantile } from "../statistics.mjs";
import { against, aim } from "../table.mjs";
import { untilIdle, visit } from "../visit.mjs";
import { resizeDeck } from "./long-deck.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {{ shown: number, gaps: number[] }} Turn milliseconds: from the key to the painted slide, and between
 * frames until then
 *
 * @typedef {object} Walk
 * @property {readonly Turn[]} turns
 * @property {number} work milliseconds of processor time that the page's thread took for each turn, and all that
 * follows it
 * @property {number} layouts of each turn
 * @property {number} nodes afterwards, in and out of the document
 */

/** Milliseconds of two frames at 60 per second, plus the inaccuracy of the clock. */
const twoFrames = 34;
/** In milliseconds: the shortest time that someone looks at a slide. Editors open during it. */
const look = 1000;

/** Runs in the page: makes a bare deck whose slides are headings. */
function makeBareDeck() {
  const slides = Array.from({ length: 30 }, (_, index) => {
    const slide = document.createElement("section");
    slide.append(Object.assign(document.createElement("h1"), { textContent: `Slide ${index}` }));
    slide.hidden = index > 0;
    return slide;
  });
  document.body.replaceChildren(...slides);
  slides[0]?.classList.add("present");
  addEventListener("keydown", () => {
    const present = slides.findIndex(({ hidden }) => !hidden);
    for (const [index, slide] of slides.entries()) {
      slide.hidden = index !== present + 1;
      slide.classList.toggle("present", index === present + 1);
    }
  });
}

/** As many nodes has a deck of as many slides and panes made with Slidev 53. */
const mostNodes = 4132;
/** Decks whose turns are compared. */
const lengths = { short: 30, long: 300 };

/** Runs in the page before a key press. Records the key, the frames after it, and when another slide is painted. */
function watchTurn() {
  const before = document.querySelector("section.present");
  // Makes the key press turn the slide: steps of a slide would take key presses too.
  for (const step of before?.querySelectorAll(".fragment") ?? []) step.classList.remove("fragment");
  const turn = new Promise((resolve) => {
    const listen = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      /** @type {number[]} */
      const gaps = [];
      let last = timeStamp;
      const frame = () => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        if (document.querySelector("section.present") === before) return void requestAnimationFrame(frame);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ shown: performance.now() - timeStamp, gaps });
        port2.postMessage(0);
      };
      requestAnimationFrame(frame);
    };
    addEventListener("keydown", listen, { capture: true, once: true });
  });
  Object.assign(window, { turn });
}

/**
 * @param {Page} page
 * @param {number} count
 * @returns {Promise<Walk>}
 */
async function turnSlides(page, count) {
  const read = await readMetrics(page);
  const before = await read();
  /** @type {Turn[]} */
  const turns = [];
  for (let turn = 0; turn < count; turn += 1) {
    await page.waitForTimeout(look + Math.random() * 16);
    await page.evaluate(watchTurn);
    await page.keyboard.press("PageDown");
    turns.push(
      await page.evaluate(
        () => /** @type {{ turn: Promise<Turn> }} */ (/** @type {unknown} */ (window)).turn,
      ),
    );
  }
  const after = await read();
  return {
    turns,
    work: (1000 * (after.TaskDuration - before.TaskDuration)) / count,
    layouts: (after.LayoutCount - before.LayoutCount) / count,
    nodes: after.Nodes,
  };
}

/**
 * Returns a function that reads the browser's metrics of a page, after collecting garbage.
 * @param {Page} page
 */
async function readMetrics(page) {
  const session = await page.context().newCDPSession(page);
  // Processor time instead of time: other programs also run on the machine.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    /** @param {string} wanted */
    const value = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      TaskDuration: value("TaskDuration"),
      LayoutCount: value("LayoutCount"),
      Nodes: value("Nodes"),
    };
  };
}

/**
 * Turns the slides of the deck, or of a deck made from it.
 * @param {import("../groups.mjs").Bench} bench
 * @param {number} count of turns
 * @param {number} [length] how many slides the deck has
 */
function walkDeck({ browser, site }, count, length) {
  return visit(browser, async (page) => {
    if (length !== undefined) {
      await page.route(site.url, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: resizeDeck(await response.text(), length) });
      });
    }
    await page.goto(`${site.url}#/title`);
    await untilIdle(page);
    return turnSlides(page, count);
  });
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureTurn(bench) {
  const count = bench.quick ? 8 : 20;
  const ours = await walkDeck(bench, count);
  const bare = await visit(bench.browser, async (page) => {
    await page.goto(bench.site.bareUrl);
    await page.evaluate(makeBareDeck);
    return turnSlides(page, count);
  });
  const short = await walkDeck(bench, count, lengths.short);
  const long = await walkDeck(bench, count, lengths.long);
  return {
    title: `turn: ${count} slides one after the other (bare: a page of headings)`,
    rows: [...rowsOf(ours.turns, bare.turns), ...costsOf(ours, bare), ...lengthRows(short, long)],
  };
}

/**
 * @param {Walk} ours
 * @param {Walk} bare
 */
function costsOf(ours, bare) {
  return [
    against("processor time of the page for a turn and what it prepares", ours.work, bare.work),
    { figure: "layouts for a turn", ours: ours.layouts.toFixed(1), bare: bare.layouts.toFixed(1) },
    {
      figure: "nodes afterwards",
      ours: ours.nodes.toLocaleString("en"),
      bare: bare.nodes.toLocaleString("en"),
      ...aim(`at most ${mostNodes.toLocaleString("en")}`, ours.nodes <= mostNodes),
    },
  ];
}

/**
 * @param {Walk} short
 * @param {Walk} long
 */
function lengthRows(short, long) {
  const time = (/** @type {Walk} */ { turns }) => median(turns.map(({ shown }) => shown));
  const compared = `${lengths.long} slides (bare: ${lengths.short} slides)`;
  return [
    against(
      `key to the next slide of ${compared}`,
      time(long),
      time(short),
      aim("as fast", time(long) <= 1.1 * time(short)),
    ),
    against(`processor time for a turn of ${compared}`, long.work, short.work),
  ];
}

/**
 * @param {readonly Turn[]} ours
 * @param {readonly Turn[]} bare
 */
function rowsOf(ours, bare) {
  const shown = (/** @type {readonly Turn[]} */ turns) => turns.map((turn) => turn.shown);
  const worst = (/** @type {readonly Turn[]} */ turns) => Math.max(...turns.flatMap(({ gaps }) => gaps));
  const late = (/** @type {readonly Turn[]} */ turns) =>
    turns.flatMap(({ gaps }) => gaps).filter((gap) => gap > twoFrames).length;
  const ratio = median(shown(ours)) / median(shown(bare));
  return [
    against(
      "key to the next slide, median",
      median(shown(ours)),
      median(shown(bare)),
      aim("within 2×", ratio <= 2),
    ),
    against("key to the next slide, 95 of 100", quantile(shown(ours), 0.95), quantile(shown(bare), 0.95)),
    against("the longest time between two frames", worst(ours), worst(bare)),
    {
      figure: "frames that came later than two",
      ours: String(late(ours)),
      bare: String(late(bare)),
      ...aim("none", late(ours) === 0),
    },
  ];
}
