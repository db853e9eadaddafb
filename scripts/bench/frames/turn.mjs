// The group "turn": the time from a key press until the next slide is painted, and how evenly frames are drawn
// meanwhile.

import { median, quantile } from "../statistics.mjs";
import { against, aim } from "../table.mjs";
import { untilIdle, visit } from "../visit.mjs";

/**
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {{ shown: number, gaps: number[] }} Turn milliseconds: from the key to the painted slide, and between
 * frames until then
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

/** Runs in the page before a key press. Records the key, the frames after it, and when another slide is painted. */
function watchTurn() {
  const before = document.querySelector("section.present");
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
 * @returns {Promise<Turn[]>}
 */
async function turnSlides(page, count) {
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
  return turns;
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureTurn({ browser, site, quick }) {
  const count = quick ? 8 : 20;
  const ours = await visit(browser, async (page) => {
    // Makes each key press turn a slide: steps of a slide would take key presses too.
    await page.goto(`${site.url}#/title`);
    await untilIdle(page);
    await page.evaluate(() => {
      for (const step of document.querySelectorAll(".fragment")) step.classList.remove("fragment");
    });
    return turnSlides(page, count);
  });
  const bare = await visit(browser, async (page) => {
    await page.goto(site.bareUrl);
    await page.evaluate(makeBareDeck);
    return turnSlides(page, count);
  });
  return {
    title: `turn: ${count} slides one after the other (bare: a page of headings)`,
    rows: rowsOf(ours, bare),
  };
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
