// The group "timeline": the timeline's layout with many events, in Node.

import { importSource } from "../../import-source.mjs";
import { median } from "../statistics.mjs";
import { against, aim } from "../table.mjs";

const count = 100_000;
const part = 1000;
const size = { width: 1184, height: 300 };

/**
 * Makes the events of a run that sends requests and prints all the time: each request has three events, each followed
 * by a printed line.
 * @param {number} length
 */
function madeUpEvents(length) {
  /** @type {object[]} */
  const facts = [{ kind: "run-start", entry: "animals.ts" }];
  for (let request = 0; facts.length < length; request += 1) facts.push(...requestFacts(request));
  return facts.slice(0, length).map((fact, seq) => ({ seq, t: seq / 10, ...fact }));
}

/** @param {number} request */
function requestFacts(request) {
  const line = { kind: "output", task: 0, level: "log", text: `line ${request}\n` };
  // A run has far more output than requests.
  if (request % 100 !== 0) return [line];
  const id = request / 100;
  return [
    {
      kind: "request-start",
      request: id,
      task: 0,
      method: "GET",
      url: "https://animals.example/animals/cow",
    },
    { kind: "request-ready", request: id },
    { kind: "request-end", request: id, outcome: { kind: "answered", status: 200, statusText: "OK" } },
    line,
  ];
}

/**
 * @param {() => void} work
 * @returns {number} milliseconds
 */
function timeOf(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/**
 * @param {any} Trace
 * @param {readonly object[]} events
 */
function fold(Trace, events) {
  const trace = new Trace();
  for (const event of events) trace.append(event);
  return trace;
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureTimeline({ quick }) {
  const { Trace } = await importSource("src/trace/trace.ts");
  const { layoutTimeline } = await importSource("src/timeline/picture/layout.ts");
  const { plainTimes: times } = await importSource("src/trace/words/times.ts");
  const events = madeUpEvents(count);
  const look = () => ({ label: "cow", className: "", symbol: "#animal-cow" });
  const looks = { times, request: look, task: look };
  /** @param {readonly object[]} events */
  const layout = (events) => {
    const trace = fold(Trace, events);
    return timeOf(() => layoutTimeline([{ label: "animals", trace }], trace.duration, looks, size));
  };
  const rounds = Array.from({ length: quick ? 5 : 15 }, () => ({
    many: layout(events),
    few: layout(events.slice(0, part)),
  }));
  const [ours, bare] = [median(rounds.map(({ many }) => many)), median(rounds.map(({ few }) => few))];
  return {
    title: `timeline: ${count.toLocaleString("en")} events in Node (bare: 1,000 events, the first ones)`,
    rows: [against("layout of one frame", ours, bare, aim("at most half a frame, 8 ms", ours <= 8))],
  };
}
