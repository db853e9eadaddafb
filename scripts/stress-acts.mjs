// `npm run stress`: runs acts 1 and 2 of the threading example many times with random jitter, with real threads. Act 1
// must interleave in most runs, act 2 in none, and no event may come before its cause.

import { parseArgs } from "node:util";
import { startBrowser } from "./browsers/chromium.mjs";
import { ensureBuilt } from "./build.mjs";
import { importSource } from "./import-source.mjs";
import { serve } from "./serve.mjs";
import { ensureInstalled, main, Refusal } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/**
 * @typedef {import("../src/trace/events/events.ts").TraceEvent} TraceEvent
 * @typedef {import("@playwright/test").Page} Page
 */

const whole = ['The chicken says "Cluck!".', 'The cow says "Moo!".', 'The pig says "Oink!".'];

/** The share of runs of act 1 that must interleave. */
const most = 0.9;

function runsWanted() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const runs = Number(positionals[0] ?? 200);
  if (Number.isInteger(runs) && runs > 0) return runs;
  throw new Refusal(`"${positionals[0]}" is no number of runs.\nnpm run stress -- [runs]`);
}

/**
 * Runs in the page: runs the pane of the slide, four times as fast as on stage.
 * @param {{ seed: number }} asked
 * @returns {Promise<TraceEvent[]>}
 */
async function runHere({ seed }) {
  const pane = /** @type {import("../src/pane/live-pane.ts").LivePane} */ (
    document.querySelector("section.present live-pane")
  );
  pane.follow({ kind: "network", conditions: { wait: 200, jitter: 400, failureRate: 0, seed } });
  pane.follow({ kind: "speed", speed: 4 });
  const { runs } = await pane.run();
  return [...(runs[0]?.events ?? [])];
}

/** @param {readonly TraceEvent[]} events */
function printed(events) {
  return events.map((event) => (event.kind === "output" ? event.text : "")).join("");
}

/** @param {string} text */
function isWhole(text) {
  return text.trimEnd().split("\n").sort().join("\n") === whole.join("\n");
}

/** @param {string} text */
function hasAll(text) {
  const sorted = (/** @type {string} */ each) => [...each.replaceAll("\n", "")].sort().join("");
  return sorted(text) === sorted(whole.join(""));
}

/**
 * @param {Page} page
 * @param {string} slide
 * @param {number} runs
 * @returns {Promise<{ interleaved: number, texts: number, faults: string[] }>} how many runs interleaved, how many
 * different texts were printed, and what must not happen but did
 */
async function stress(page, slide, runs) {
  const { threadFaults } = await importSource("testing/trace/thread-rules.ts");
  await page.goto(`#/${slide}`);
  await page.locator(`section.present#${slide}`).waitFor();
  const [texts, faults] = [new Set(), /** @type {string[]} */ ([])];
  let interleaved = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const events = await page.evaluate(runHere, { seed });
    const text = printed(events);
    texts.add(text);
    if (!isWhole(text)) interleaved += 1;
    if (!hasAll(text)) faults.push(`Run ${seed} printed ${JSON.stringify(text)}.`);
    faults.push(...threadFaults(events).map((/** @type {string} */ fault) => `Run ${seed}. ${fault}`));
  }
  return { interleaved, texts: texts.size, faults };
}

await main(async () => {
  const runs = runsWanted();
  await ensureInstalled();
  await ensureBuilt();
  const [site, browser] = [await serve(talkIn().dist, { isIsolated: true }), await startBrowser()];
  const page = await browser.newPage({ baseURL: site.url, serviceWorkers: "block" });
  try {
    const [mess, locks] = [await stress(page, "act-1-a-mess", runs), await stress(page, "act-2-locks", runs)];
    console.log(`Act 1: ${mess.interleaved} of ${runs} runs interleaved, in ${mess.texts} different texts.`);
    console.log(
      `Act 2: ${locks.interleaved} of ${runs} runs interleaved, in ${locks.texts} different texts.`,
    );
    const faults = [...mess.faults, ...locks.faults];
    if (mess.interleaved < most * runs) faults.push("Act 1 interleaves too seldom.");
    if (locks.interleaved > 0) faults.push("Act 2 interleaves.");
    if (faults.length > 0) throw new Refusal(faults.slice(0, 20).join("\n"));
  } finally {
    await browser.close();
    await site.close();
  }
});
