// The group "compile": the deck's compiler in the browser against the same compiler with native esbuild in Node.

import { importLanguages } from "../import-source.mjs";
import { openPane } from "./pane.mjs";
import { programOf } from "./programs.mjs";
import { chunkUrl } from "./site.mjs";
import { median } from "./statistics.mjs";
import { against } from "./table.mjs";
import { visit } from "./visit.mjs";

const name = "program.ts";
const lengths = [40, 1000];

/**
 * @param {string} text
 * @param {number} rounds
 */
async function natively(text, rounds) {
  const { languageOf } = await importLanguages();
  const { compileProgram } = await languageOf(name).loadCompiler();
  const results = [];
  for (let round = -3; round < rounds; round += 1) {
    // Another text each time: what has been compiled before is not compiled again.
    const files = new Map([[name, `${text}// ${round}\n`]]);
    const begin = performance.now();
    const { ok } = await compileProgram(files, name);
    if (!ok) throw new Error("The bench's program does not compile.");
    if (round >= 0) results.push(performance.now() - begin);
  }
  return median(results);
}

/**
 * @param {import("./visit.mjs").Page} page
 * @param {string} url of the compiler's chunk
 * @param {string} text
 * @param {number} rounds
 */
async function inBrowser(page, url, text, rounds) {
  const results = await page.evaluate(
    async ([url, name, text, rounds]) => {
      const { compileProgram } = await import(url);
      const results = [];
      for (let round = -3; round < rounds; round += 1) {
        const files = new Map([[name, `${text}// ${round}\n`]]);
        const begin = performance.now();
        await compileProgram(files, name);
        if (round >= 0) results.push(performance.now() - begin);
      }
      return results;
    },
    /** @type {const} */ ([url, name, text, rounds]),
  );
  return median(results);
}

/**
 * @param {import("./groups.mjs").Bench} bench
 * @returns {Promise<import("./table.mjs").Group>}
 */
export async function measureCompile({ browser, site, quick }) {
  const rounds = quick ? 7 : 15;
  const rows = await visit(browser, async (page) => {
    await openPane(page, site.url);
    const rows = [];
    for (const length of lengths) {
      const text = programOf(length);
      const ours = await inBrowser(page, chunkUrl(site, "compile-"), text, rounds);
      rows.push(against(`${length.toLocaleString("en")} lines`, ours, await natively(text, rounds)));
    }
    return rows;
  });
  return {
    title: "compile: compileProgram in the browser (bare: the same with native esbuild in Node)",
    rows,
  };
}
