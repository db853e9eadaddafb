// The group "run": from Run to the first output, compared with a worker that only answers.

import { openPane, openPaneEarly } from "../pane.mjs";
import { medianOf } from "../statistics.mjs";
import { against, aim } from "../table.mjs";
import { visit } from "../visit.mjs";
import { roundTrips } from "./round-trip.mjs";
import { firstRuns, runOnce, warmRuns } from "./runs.mjs";

/**
 * @typedef {import("./runs.mjs").RunTimes} RunTimes
 * @typedef {import("./round-trip.mjs").TripTimes} TripTimes
 */

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureRun({ browser, site, quick }) {
  const rounds = quick ? 7 : 15;
  const firsts = quick ? 2 : 3;
  const colds = await firstRuns(browser, site, openPane, firsts);
  const earlies = await firstRuns(browser, site, openPaneEarly, firsts);
  const measured = await visit(browser, async (page) => {
    await openPane(page, site.url);
    await runOnce(page, "call");
    return {
      calls: await warmRuns(page, "call", rounds),
      // Two extra runs, so that both programs have been compiled before they count.
      repeats: (await warmRuns(page, "call", rounds + 2, false)).slice(2),
      clicks: await warmRuns(page, "click", rounds),
      warm: await roundTrips(page, "warm", rounds),
      cold: await roundTrips(page, "cold", rounds),
    };
  });
  return {
    title: "run: Run to first output (bare: a blob worker that answers; `painted`: both wait for a frame)",
    rows: [...warmRows(measured), ...coldRows(colds, earlies, measured.cold)],
  };
}

/**
 * @typedef {{ calls: RunTimes[], repeats: RunTimes[], clicks: RunTimes[], warm: TripTimes[], cold: TripTimes[]}} Measured
 * @param {Measured} measured
 */
function warmRows({ calls, repeats, clicks, warm }) {
  const reply = medianOf(warm, "reply");
  const painted = medianOf(warm, "painted");
  const output = medianOf(calls, "output");
  const afterCompile = output - medianOf(calls, "start");
  const again = medianOf(repeats, "output");
  return [
    against("warm: run() to first output in the page", output, reply, aim("within 3×", output <= 3 * reply)),
    against(
      "warm: the same with a text that has been run",
      again,
      reply,
      aim("within 3×", again <= 3 * reply),
    ),
    against(
      "warm: the same after compiling",
      afterCompile,
      reply,
      aim("within 3×", afterCompile <= 3 * reply),
    ),
    against("warm: run() to painted", medianOf(calls, "painted"), painted, {
      ...aim("within 3×", medianOf(calls, "painted") <= 3 * painted),
    }),
    against("warm: click on Run to painted", medianOf(clicks, "painted"), painted, {
      ...aim("within 3×", medianOf(clicks, "painted") <= 3 * painted),
    }),
  ];
}

/**
 * @param {RunTimes[]} colds
 * @param {RunTimes[]} earlies
 * @param {TripTimes[]} trips
 */
function coldRows(colds, earlies, trips) {
  const painted = medianOf(trips, "painted");
  return [
    against("first run in an idle page: click to painted", medianOf(colds, "painted"), painted),
    against("first run, pressed at once: click to painted", medianOf(earlies, "painted"), painted),
  ];
}
