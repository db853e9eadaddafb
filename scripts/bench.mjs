// `npm run bench`: measures how fast the built deck is and prints one table. Arguments choose groups. A slow result
// is not a failure.

import { availableParallelism, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, main, Refusal, root } from "./setup.mjs";

const usage = `npm run bench -- [--quick] [--site <folder of a build>] [group …]`;

function commandLine() {
  try {
    const { values, positionals } = parseArgs({
      options: { quick: { type: "boolean" }, site: { type: "string" } },
      allowPositionals: true,
    });
    return { quick: values.quick ?? false, folder: values.site, names: positionals };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/**
 * @template Value
 * @param {Record<string, Value>} groups
 * @param {string[]} names
 * @returns {[string, Value][]}
 */
function choose(groups, names) {
  const unknown = names.find((name) => !(name in groups));
  if (unknown)
    throw new Refusal(`"${unknown}" is no group; there are ${Object.keys(groups).join(", ")}.\n${usage}`);
  return Object.entries(groups).filter(([name]) => names.length === 0 || names.includes(name));
}

/**
 * Describes the machine, as heading of the table.
 * @param {string} version the browser's version
 */
function machine(version) {
  const load = loadavg()[0]?.toFixed(1);
  return `Chromium ${version}, Node ${process.versions.node}, ${availableParallelism()} cores, load ${load} at the start. Medians of several rounds.`;
}

async function bench() {
  const { quick, folder, names } = commandLine();
  await ensureInstalled();
  const [{ groups }, { serveSite }, { startBrowser }, { formatTable }] = await Promise.all([
    import("./bench/groups.mjs"),
    import("./bench/site.mjs"),
    import("./browsers/chromium.mjs"),
    import("./bench/table.mjs"),
  ]);
  const chosen = choose(groups, names);
  if (!folder) await ensureBuilt();
  const site = await serveSite(folder ? resolve(folder) : join(root, "dist"));
  const results = [];
  let heading = "";
  try {
    for (const [name, measure] of chosen) {
      const start = performance.now();
      const browser = await startBrowser();
      heading ||= machine(browser.version());
      results.push(await measure({ browser, site, quick }).finally(() => browser.close()));
      console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  } finally {
    await site.close();
    // Prints what was measured even if a later group fails, because measuring took time.
    if (results.length > 0) console.log(`\n${heading}\n\n${formatTable(results)}`);
  }
}

await main(bench);
