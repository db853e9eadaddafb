// Records programs that start threads, in a real Chromium on the built site: Node's run worker has no threads.

import { startBrowser } from "../browsers/chromium.mjs";
import { ensureBuilt } from "../build.mjs";
import { serve } from "../serve.mjs";
import { Refusal } from "../setup.mjs";
import { talkIn } from "../talk.mjs";

/**
 * @typedef {import("../../src/trace/recording/recording.ts").Recording} Recording
 *
 * @typedef {object} Asked a program of a pane
 * @property {string} pane the pane's id
 * @property {readonly (readonly [file: string, text: string])[]} texts
 * @property {readonly string[]} prompts texts to enter at the prompt, one after the other, when the program has ended
 */

/** In milliseconds: how long a page may take to load, and a program to run twice. */
const patience = 60_000;

/**
 * Runs programs with real threads, in real time, one after the other.
 * @param {readonly Asked[]} programs
 * @returns {Promise<Recording[]>}
 * @throws {Error} with a sentence if a program does not end
 */
export async function recordInBrowser(programs) {
  await ensureBuilt();
  const [site, browser] = [await serve(talkIn().dist, { isIsolated: true }), await startBrowser()];
  try {
    const recordings = [];
    for (const program of programs) {
      // A context of its own: no text of another program is stored in it.
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(`${site.url}#/${program.pane.replace(/-\d+$/, "")}`);
      await page.locator(".reveal.ready").waitFor();
      recordings.push(await inTime(page.evaluate(recordHere, program), program));
      await page.close();
    }
    return recordings;
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * A page that a program keeps busy answers nothing, so the time is taken here.
 * @template Result
 * @param {Promise<Result>} work
 * @param {Asked} program
 * @returns {Promise<Result>}
 */
async function inTime(work, { pane }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    const sentence = `A program of the pane ${pane} does not end within ${patience / 1000} s.`;
    timer = setTimeout(() => reject(new Refusal(sentence)), patience);
  });
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs in the page.
 * @param {Asked} asked
 * @returns {Promise<Recording>}
 */
async function recordHere({ pane: id, texts, prompts }) {
  const pane = /** @type {import("../../src/pane/live-pane.ts").LivePane} */ (document.getElementById(id));
  for (const [file, text] of texts) pane.setText(file, text);
  // The first run leaves a started worker for each of its threads, so that those of the second start close together.
  await pane.run();
  await pane.run();
  for (const text of prompts) {
    const ended = new Promise((resolve) => {
      const end = pane.listen((event) => {
        if (event.kind === "run-events" && event.events.some(({ kind }) => kind === "prompt-end"))
          resolve(queueMicrotask(() => end()));
      });
    });
    pane.follow({ kind: "prompt-enter", text });
    await ended;
  }
  return pane.trace;
}
