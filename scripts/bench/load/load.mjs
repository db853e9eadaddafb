// The group "load": paint, bytes and tasks of a first visit.

import { measureBytes } from "./bytes.mjs";
import { measurePaint } from "./paint.mjs";
import { measureTasks } from "./tasks.mjs";

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureLoad({ browser, site, quick }) {
  const paint = await measurePaint(browser, site, { rounds: quick ? 3 : 7 });
  const bytes = await measureBytes(browser, site);
  const tasks = await measureTasks(browser, site, { rounds: quick ? 1 : 3 });
  return {
    title:
      "load: a first visit, cold cache (bare: a page with a title and nothing else; tasks: CPU and wall)",
    rows: [...paint, ...bytes, ...tasks],
  };
}
