// How much tracing slows down a program that does little else than switch tasks.

import { openPane, setProgram } from "../pane.mjs";
import { median } from "../statistics.mjs";
import { against, aim } from "../table.mjs";
import { visit } from "../visit.mjs";

/** @typedef {import("../visit.mjs").Page} Page */

/** The loops to measure, each as the body of an async function. */
const loops = {
  "a million awaits": "for (let i = 0; i < 1e6; i++) await i;",
  "a million yields": "for (const i of count()) sum += i;",
  "a million calls of an async function": "for (let i = 0; i < 1e6; i++) void f(i);",
  "a million awaited calls of an async function": "for (let i = 0; i < 1e6; i++) await f(i);",
  "300 sleeps of 1 ms": "for (let i = 0; i < 300; i++) await sleep();",
};
const aims = new Map([
  ["a million awaits", 3],
  ["a million yields", 3],
  ["300 sleeps of 1 ms", 1.1],
]);

/**
 * Returns a program that times a loop twice: as traced by a pane, and as text that only the engine sees. It does both
 * in turn, so that a slow moment of the machine affects both.
 * @param {string} loop
 * @param {number} rounds
 */
function program(loop, rounds) {
  const work = `async () => {
  function* count() { for (let i = 0; i < 1e6; i++) yield i; }
  async function f(x: unknown) { return x; }
  const sleep = () => new Promise((resolve) => { setTimeout(resolve, 1); });
  let sum = 0;
  const begin = performance.now();
  ${loop}
  return performance.now() - begin;
}`;
  return `const ours = ${work};
const bare = (0, eval)(${JSON.stringify(work.replace(": unknown", ""))});
const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
for (let round = 0; round < ${rounds}; round++) {
  times.ours.push(await ours());
  times.bare.push(await bare());
}
console.log(JSON.stringify(times));
`;
}

/**
 * @param {Page} page
 * @param {string} text of the program
 * @returns {Promise<{ ours: number[], bare: number[] }>} the times that it prints, in milliseconds
 */
async function timesOf(page, text) {
  await setProgram(page, text);
  const printed = await page.evaluate(async () => {
    const { bench } = /** @type {import("../pane.mjs").BenchWindow} */ (/** @type {unknown} */ (window));
    const recording =
      /** @type {{ runs: { events: { kind: string, level?: string, text?: string }[] }[] }} */ (
        await bench.pane.run()
      );
    const events = recording.runs[0]?.events ?? [];
    return events.find(({ kind, level }) => kind === "output" && level === "log")?.text ?? "";
  });
  return JSON.parse(printed);
}

/** @param {import("../groups.mjs").Bench} bench */
export async function overheads({ browser, site, quick }) {
  const rounds = quick ? 5 : 15;
  return visit(browser, async (page) => {
    await openPane(page, site.url);
    const rows = [];
    for (const [name, loop] of Object.entries(loops)) {
      const times = await timesOf(page, program(loop, rounds));
      const [ours, bare] = [median(times.ours), median(times.bare)];
      const most = aims.get(name);
      const verdict = most === undefined ? {} : aim(`below ${most}×`, ours / bare < most);
      rows.push(against(name, ours, bare, verdict));
    }
    return rows;
  });
}
