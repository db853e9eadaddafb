// The group "threads": what threads of a pane cost, compared with workers that a page starts itself.

import { serve } from "../../serve.mjs";
import { file, openPane } from "../pane.mjs";
import { median } from "../statistics.mjs";
import { against, aim, milliseconds } from "../table.mjs";
import { visit } from "../visit.mjs";
import { threadPrograms } from "./thread-programs.mjs";

/**
 * @typedef {import("../../../src/trace/events/events.ts").TraceEvent} TraceEvent
 * @typedef {import("../visit.mjs").Page} Page
 * @typedef {import("../pane.mjs").BenchWindow} BenchWindow
 */

const programs = threadPrograms(file);

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureThreads({ browser, site, quick }) {
  const rounds = quick ? 1 : 3;
  const isolated = await serve(site.folder, { isIsolated: true });
  const measured = await visit(browser, async (page) => {
    await openPane(page, isolated.url);
    const all = [];
    // Ours and bare in turn: what else the machine does is about the same for both.
    for (let round = 0; round < rounds; round += 1) all.push(await measureRound(page));
    return all;
  }).finally(() => isolated.close());
  return { title: "threads: of a pane (bare: workers of a page, nothing traced)", rows: rowsOf(measured) };
}

/** @param {Page} page */
async function measureRound(page) {
  const spare = spareTimes(await run(page, "spare"));
  const bareOnes = [];
  for (let count = 0; count < 5; count += 1) bareOnes.push(await page.evaluate(startBare, 1));
  const many = printedAt(await run(page, "many"));
  const bareMany = await page.evaluate(startBare, 64);
  const messages = printedAt(await run(page, "messages"));
  const bareMessages = await page.evaluate(talkBare, 10_000);
  const deadlock = untilEnd(await run(page, "deadlock"));
  return {
    spare: median(spare),
    bareOne: median(bareOnes),
    many,
    bareMany,
    messages,
    bareMessages,
    deadlock,
  };
}

/** @param {readonly Awaited<ReturnType<typeof measureRound>>[]} rounds */
function rowsOf(rounds) {
  const of = (/** @type {keyof Awaited<ReturnType<typeof measureRound>>} */ name) =>
    median(rounds.map((round) => round[name]));
  const [spare, many, messages, deadlock] = [of("spare"), of("many"), of("messages"), of("deadlock")];
  return [
    against("new Worker to its first message, a spare waits", spare, of("bareOne"), {
      ...aim("within 2×", spare <= 2 * of("bareOne")),
    }),
    against("64 threads to the message of the last", many, of("bareMany"), {
      ...aim("within 8×", many <= 8 * of("bareMany")),
    }),
    against("10,000 messages to and fro, with the timeline", messages, of("bareMessages"), {
      ...aim("within 5×", messages <= 5 * of("bareMessages")),
    }),
    {
      figure: "a deadlock: from the last wait to the end of the run",
      ours: milliseconds(deadlock),
      ...aim("under 1 s", deadlock < 1000),
    },
  ];
}

/**
 * @param {Page} page
 * @param {keyof typeof programs} name
 * @returns {Promise<readonly TraceEvent[]>}
 */
function run(page, name) {
  return page.evaluate(
    async ([file, text]) => {
      const { pane } = /** @type {BenchWindow} */ (/** @type {unknown} */ (window)).bench;
      pane.setText(file, text);
      const { runs } = /** @type {import("../../../src/trace/recording/recording.ts").Recording} */ (
        await pane.run()
      );
      return [...(runs[0]?.events ?? [])];
    },
    /** @type {const} */ ([file, programs[name]]),
  );
}

/**
 * How long each thread took from `new Worker` to its first message.
 * @param {readonly TraceEvent[]} events
 */
function spareTimes(events) {
  return events.flatMap((event, index) => {
    const taken =
      event.kind === "thread-start" && events.slice(index).find((e) => e.kind === "message-taken");
    return taken ? [taken.t - event.t] : [];
  });
}

/** @param {readonly TraceEvent[]} events */
function printedAt(events) {
  return events.find(({ kind }) => kind === "output")?.t ?? Number.NaN;
}

/** @param {readonly TraceEvent[]} events */
function untilEnd(events) {
  const last = events.findLast(({ kind }) => kind === "block")?.t ?? Number.NaN;
  return (events.at(-1)?.t ?? Number.NaN) - last;
}

/**
 * Runs in the page: starts workers, and resolves with the milliseconds until the last one's message.
 * @param {number} count
 */
async function startBare(count) {
  const url = URL.createObjectURL(new Blob(["postMessage(0)"]));
  const begin = performance.now();
  const workers = Array.from({ length: count }, () => new Worker(url));
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise((resolve) => {
          worker.onmessage = resolve;
        }),
    ),
  );
  const end = performance.now();
  for (const worker of workers) worker.terminate();
  return end - begin;
}

/**
 * Runs in the page: two workers send a message to and fro.
 * @param {number} count
 */
async function talkBare(count) {
  const first = `onmessage = ({ data: count, ports: [port] }) => {
    port.onmessage = ({ data }) => data < count ? port.postMessage(data + 1) : postMessage(0);
    port.postMessage(1);
  }`;
  const second =
    "onmessage = ({ ports: [port] }) => { port.onmessage = ({ data }) => port.postMessage(data); }";
  const [one, other] = [first, second].map((code) => new Worker(URL.createObjectURL(new Blob([code]))));
  const { port1, port2 } = new MessageChannel();
  const begin = performance.now();
  other?.postMessage(0, [port2]);
  one?.postMessage(count, [port1]);
  await new Promise((resolve) => one?.addEventListener("message", resolve));
  const end = performance.now();
  for (const worker of [one, other]) worker?.terminate();
  return end - begin;
}
