// Operates the pane on the current slide for the groups, and puts stopwatches into its page.

import { untilPaneIsUp } from "./visit.mjs";

/**
 * The pane as its page knows it (the public part of `<live-pane>`).
 * @typedef {HTMLElement & { run(): Promise<unknown>, setText(file: string, text: string): void }} Pane
 * @typedef {import("./visit.mjs").Page} Page
 *
 * What the page holds for the bench. All times are in milliseconds of the page's clock.
 * @typedef {object} Stopwatch
 * @property {Pane} pane
 * @property {HTMLElement} console the pane's console
 * @property {() => Promise<number>} painted resolves when the current frame has been painted
 * @property {(text: string) => Promise<{ drawn: number, painted: number }>} shown resolves when the console shows the
 * text
 * @property {{ start: number, message: number, output: number }} worker times of the newest run: start, first
 * message, first output
 *
 * @typedef {Window & { bench: Stopwatch }} BenchWindow
 */

/** The slide on which the bench runs its programs, and the file that they replace. */
export const slide = "sequential-program";
export const file = "animals.ts";

/**
 * Runs in the page before its own scripts. Records when a program is sent to a run worker, and when its messages
 * arrive.
 */
function watchWorkers() {
  const times = { start: 0, message: 0, output: 0 };
  Object.assign(window, { bench: { worker: times } });
  const onMessage = (/** @type {MessageEvent} */ event) => {
    // Batches of messages, each with its worker.
    if (!Array.isArray(event.data)) return;
    times.message ||= performance.now();
    const batch = /** @type {[number, { events?: { kind: string }[] }][]} */ (event.data);
    const printed = batch.some(([, { events = [] }]) => events.some(({ kind }) => kind === "output"));
    if (printed) times.output ||= performance.now();
  };
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = /** @this {MessagePort} @param {any[]} values */ function (...values) {
    if (values[0]?.program) Object.assign(times, { start: performance.now(), message: 0, output: 0 });
    return Reflect.apply(postMessage, this, values);
  };
  const handler = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    ...handler,
    set(/** @type {unknown} */ given) {
      this.addEventListener("message", onMessage);
      handler?.set?.call(this, given);
    },
  });
}

/** Runs in the page when the pane is ready. */
function setStopwatch() {
  const bench = /** @type {BenchWindow} */ (/** @type {unknown} */ (window)).bench;
  const pane = /** @type {Pane} */ (document.querySelector("section.present live-pane"));
  const output = /** @type {HTMLElement} */ (pane.querySelector('[data-part="console"]'));
  // A message sent in a frame arrives after that frame.
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    });
  /** @param {string} text */
  const shown = (text) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!output.textContent.includes(text)) return;
        observer.disconnect();
        const drawn = performance.now();
        void painted().then((time) => resolve({ drawn, painted: time }));
      });
      observer.observe(output, { childList: true, subtree: true, characterData: true });
    });
  Object.assign(bench, { pane, console: output, painted, shown });
}

/**
 * Opens the slide with the pane, and waits until it can be typed into and run and everything has loaded.
 * @param {Page} page
 * @param {string} url of the site
 */
export async function openPane(page, url) {
  await page.addInitScript(watchWorkers);
  await page.goto(`${url}#/${slide}`);
  await untilPaneIsUp(page);
  await page.evaluate(setStopwatch);
}

/**
 * Like `openPane`, but waits only until Run can be pressed.
 * @param {Page} page
 * @param {string} url
 */
export async function openPaneEarly(page, url) {
  await page.addInitScript(watchWorkers);
  await page.goto(`${url}#/${slide}`, { waitUntil: "commit" });
  await page.locator(".reveal.ready section.present live-pane [data-part=run]:enabled").waitFor();
  await page.evaluate(setStopwatch);
}

/** @param {Page} page */
export function runButton(page) {
  return page.locator("section.present live-pane [data-part=run]");
}

/**
 * Puts a program into the pane.
 * @param {Page} page
 * @param {string} text
 */
export function setProgram(page, text) {
  return page.evaluate(
    ([name, program]) =>
      /** @type {BenchWindow} */ (/** @type {unknown} */ (window)).bench.pane.setText(name, program),
    /** @type {const} */ ([file, text]),
  );
}
