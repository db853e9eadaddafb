// A pane of the deck and the bare pane, as the bench uses both: where they are, when they are ready, what they show.

/**
 * @typedef {import("../visit.mjs").Page} Page
 *
 * The parts of a page on which a program is typed and run, as selectors.
 * @typedef {object} Place
 * @property {string} ready matches when a program can be typed
 * @property {string} field what is clicked to type
 * @property {string} text shows what is typed
 * @property {string} run the button
 * @property {string} log shows what the program prints
 */

const pane = "section.present live-pane";

/** @type {Place} */
export const deckPlace = {
  ready: `${pane}.has-editor .view-line [class^=mtk]`,
  field: `${pane} .view-lines`,
  text: `${pane} .view-lines`,
  run: `${pane} [data-part=run]`,
  log: `${pane} [role=log]`,
};

/** @type {Place} */
export const barePlace = {
  ready: "textarea",
  field: "textarea",
  text: "textarea",
  run: "button",
  log: "pre",
};

/**
 * Runs in the page before its own scripts. Defines `placeWatch`, which measures until something has been painted.
 */
export function watchPlace() {
  /** @param {() => boolean} test @returns {Promise<number>} the time of the first painted frame in which it holds */
  const painted = (test) =>
    new Promise((resolve) => {
      const look = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (test() ? resolve(performance.now()) : requestAnimationFrame(look));
        port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });
  /** @param {string} selector */
  const textOf = (selector) => {
    const part = document.querySelector(selector);
    return part instanceof HTMLTextAreaElement ? part.value : (part?.textContent ?? "");
  };
  /**
   * @param {"click" | "keydown"} input
   * @param {() => boolean} test
   * @returns {Promise<number>} milliseconds from the input to the frame
   */
  const after = (input, test) =>
    new Promise((resolve) => {
      const hear = async (/** @type {Event} */ { timeStamp }) => resolve((await painted(test)) - timeStamp);
      addEventListener(input, hear, { capture: true, once: true });
    });
  Object.assign(window, { placeWatch: { painted, textOf, after } });
}

/**
 * @typedef {object} PlaceWatch
 * @property {(test: () => boolean) => Promise<number>} painted
 * @property {(selector: string) => string} textOf
 * @property {(input: "click" | "keydown", test: () => boolean) => Promise<number>} after
 * @typedef {Window & { placeWatch: PlaceWatch, measured: Promise<number> }} PlaceWindow
 */

/**
 * Returns when a program could be typed first, in milliseconds since the navigation.
 * @param {Page} page
 * @param {Place} place
 */
export async function timeReady(page, { ready }) {
  return page.evaluate((ready) => {
    const { placeWatch } = /** @type {PlaceWindow} */ (/** @type {unknown} */ (window));
    return placeWatch.painted(() => document.querySelectorAll(ready).length > 0);
  }, ready);
}

/**
 * Types a program in place of the text.
 * @param {Page} page
 * @param {Place} place
 * @param {string} program one line
 */
export async function typeProgram(page, { field }, program) {
  await page.locator(field).click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(program);
}

/**
 * Runs the program and returns the time from the click until new output is painted.
 * @param {Page} page
 * @param {Place} place
 * @param {string} text a part of the new output
 */
export async function timeRun(page, { run, log }, text) {
  await page.evaluate(
    ([log, text]) => {
      const win = /** @type {PlaceWindow} */ (/** @type {unknown} */ (window));
      const { after, textOf } = win.placeWatch;
      const before = textOf(log);
      win.measured = after("click", () => textOf(log) !== before && textOf(log).includes(text));
    },
    /** @type {const} */ ([log, text]),
  );
  await page.locator(run).click();
  return page.evaluate(() => /** @type {PlaceWindow} */ (/** @type {unknown} */ (window)).measured);
}

/**
 * Presses a key and returns the time until what it typed is painted.
 * @param {Page} page
 * @param {Place} place
 * @param {string} key
 */
export async function timeKey(page, { text }, key) {
  await page.evaluate((text) => {
    const win = /** @type {PlaceWindow} */ (/** @type {unknown} */ (window));
    const before = win.placeWatch.textOf(text);
    win.measured = win.placeWatch.after("keydown", () => win.placeWatch.textOf(text) !== before);
  }, text);
  await page.keyboard.press(key);
  return page.evaluate(() => /** @type {PlaceWindow} */ (/** @type {unknown} */ (window)).measured);
}
