// The group "timeline": the trace's fold and the timeline's layout over many events, in Node.

import { importSource } from "../import-source.mjs";
import { median } from "./statistics.mjs";
import { against, aim, perSecond, times } from "./table.mjs";

const count = 100_000;
const part = 1000;
const size = { width: 1184, height: 300 };

/**
 * The events of a run that asks and prints all the time: each request has three events, each followed by a printed line.
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
function appendTimes(Trace, events) {
  const trace = new Trace();
  /** @param {number} from @param {number} to */
  const append = (from, to) =>
    timeOf(() => events.slice(from, to).forEach((event) => void trace.append(event)));
  const first = append(0, part);
  const middle = append(part, count - part);
  const last = append(count - part, count);
  return { trace, first, last, all: first + middle + last };
}

/**
 * @param {import("./groups.mjs").Bench} bench
 * @returns {Promise<import("./table.mjs").Group>}
 */
export async function measureTimeline({ quick }) {
  const { Trace } = await importSource("src/trace/trace.ts");
  const { layoutTimeline } = await importSource("src/timeline/picture/layout.ts");
  const { plainTimes } = await importSource("src/trace/words/times.ts");
  const events = madeUpEvents(count);
  const look = () => ({ label: "cow", className: "animal-cow", symbol: "#animal-cow" });
  const looks = { times: plainTimes, request: look, task: look };
  /** @param {any} trace */
  const layout = (trace) =>
    timeOf(() => layoutTimeline([{ label: "animals", trace }], trace.duration, looks, size));
  const few = appendTimes(Trace, events.slice(0, part)).trace;
  const rounds = Array.from({ length: quick ? 5 : 15 }, () => {
    const { trace, ...append } = appendTimes(Trace, events);
    return { ...append, many: layout(trace), few: layout(few) };
  });
  /** @param {"first" | "last" | "all" | "many" | "few"} field */
  const typical = (field) => median(rounds.map((round) => round[field]));
  const growth = typical("last") / typical("first");
  return {
    title: `timeline: ${count.toLocaleString("en")} events in Node (bare: 1,000 events, the first ones)`,
    rows: [
      {
        figure: "Trace.append, the last 1,000 events",
        ours: perSecond((part / typical("last")) * 1000),
        bare: perSecond((part / typical("first")) * 1000),
        ratio: times(growth),
        ...aim("costs no more at the end", growth < 1.5),
      },
      { figure: "Trace.append, all", ours: perSecond((count / typical("all")) * 1000) },
      against("layout of one frame", typical("many"), typical("few"), {
        ...aim("at most half a frame, 8 ms", typical("many") <= 8),
      }),
    ],
  };
}
