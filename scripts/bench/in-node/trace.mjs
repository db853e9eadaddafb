// The group "trace": folding a million events, and finding the state of a run at any of its events, in Node.

import { importSource } from "../../import-source.mjs";
import { median, quantile } from "../statistics.mjs";
import { aim, milliseconds, perSecond, times } from "../table.mjs";

const appended = 1_000_000;
const queried = 100_000;
const queries = 2000;
const crowd = 10_000;
const place = { file: "animals.ts", line: 14, column: 3 };

/**
 * Makes the events of a run with a constant number of tasks. Each prints, waits for a turn, goes on and ends after up
 * to ten rounds; then another one takes its place.
 * @param {number} length
 * @param {number} alive number of tasks at a time
 */
function madeUpEvents(length, alive) {
  /** @type {object[]} */
  const facts = [{ kind: "run-start", entry: "animals.ts" }];
  let next = 0;
  /** @type {{ task: number, rounds: number }[]} */
  const tasks = [];
  const begin = () => {
    const task = next++;
    const label = `speak(${task})`;
    facts.push({ kind: "task-start", task, taskKind: "coroutine", name: "speak", label, place });
    facts.push({ kind: "task-suspend", task, place, wait: { kind: "promise" } });
    return { task, rounds: task % 10 };
  };
  for (let index = 0; index < alive; index += 1) tasks.push(begin());
  for (let turn = 0; facts.length < length; turn += 1) {
    const at = turn % alive;
    const { task, rounds } = tasks[at] ?? begin();
    facts.push({ kind: "task-resume", task, by: { kind: "loop" }, thrown: false });
    facts.push({ kind: "output", task, level: "log", text: `round ${rounds}${turn % 3 ? "" : "\n"}` });
    if (rounds === 0) facts.push({ kind: "task-end", task, how: "returned" });
    else facts.push({ kind: "task-suspend", task, place, wait: { kind: "turn" } });
    tasks[at] = rounds === 0 ? begin() : { task, rounds: rounds - 1 };
  }
  return facts.slice(0, length).map((fact, seq) => ({ seq, t: seq / 10, ...fact }));
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
 * Appends the events to the trace. Returns the milliseconds for each tenth of them.
 * @param {any} trace
 * @param {readonly object[]} events
 */
function appendTimes(trace, events) {
  const part = events.length / 10;
  return Array.from({ length: 10 }, (_, index) => {
    const share = events.slice(index * part, (index + 1) * part);
    return timeOf(() => {
      for (const event of share) trace.append(event);
    });
  });
}

/**
 * Measures questions about random events, with the same seed each time.
 * @param {number} length
 * @param {(seq: number) => unknown} ask
 */
function questionTimes(length, ask) {
  let state = 1;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % length;
  };
  for (let round = 0; round < queries / 10; round += 1) ask(draw());
  return Array.from({ length: queries }, () => {
    const seq = draw();
    return timeOf(() => void ask(seq));
  });
}

/**
 * @param {string} figure
 * @param {readonly number[]} durations
 * @param {number} most milliseconds
 * @returns {import("../table.mjs").Row}
 */
function questionRow(figure, durations, most) {
  const typical = median(durations);
  const slow = quantile(durations, 0.99);
  return {
    figure: `${figure}, median and 99th percentile`,
    ours: `${milliseconds(typical)}, ${milliseconds(slow)}`,
    ...aim(`under ${most} ms`, slow < most),
  };
}

/**
 * @param {any} Trace
 * @param {number} alive
 * @returns {any} a trace of `queried` events
 */
function tracedCrowd(Trace, alive) {
  const trace = new Trace();
  for (const event of madeUpEvents(queried, alive)) trace.append(event);
  return trace;
}

/**
 * @param {any} Trace
 * @param {any} momentAt
 */
function questionRows(Trace, momentAt) {
  const [few, many] = [tracedCrowd(Trace, 10), tracedCrowd(Trace, crowd)];
  return [
    questionRow(
      `momentAt in ${queried.toLocaleString("en")} events, 10 tasks alive`,
      questionTimes(queried, (seq) => momentAt(few, seq)),
      1,
    ),
    questionRow(
      `the same, up to ${crowd.toLocaleString("en")} tasks alive`,
      questionTimes(queried, (seq) => momentAt(many, seq)),
      1,
    ),
    questionRow(
      `linesAt of up to ${few.lines.length.toLocaleString("en")} lines`,
      questionTimes(queried, (seq) => few.linesAt(seq)),
      1,
    ),
  ];
}

/**
 * @param {import("../groups.mjs").Bench} bench
 * @returns {Promise<import("../table.mjs").Group>}
 */
export async function measureTrace({ quick }) {
  const { Trace } = await importSource("src/trace/trace.ts");
  const { momentAt } = await importSource("src/trace/moment/moment.ts");
  // Asked before the million events are made, because collecting their garbage would slow down the answers.
  const questions = questionRows(Trace, momentAt);
  const events = madeUpEvents(appended, 100);
  const rounds = Array.from({ length: quick ? 2 : 5 }, () => appendTimes(new Trace(), events));
  const tenth = (/** @type {number} */ index) => median(rounds.map((round) => round[index] ?? 0));
  // Compares with the second tenth, because during the first the engine still optimises the code.
  const [early, late] = [tenth(1), tenth(9)];
  const perTenth = appended / 10;
  return {
    title: `trace: ${appended.toLocaleString("en")} events in Node (bare: the second tenth of them)`,
    rows: [
      {
        figure: "Trace.append, the last tenth",
        ours: perSecond((perTenth / late) * 1000),
        bare: perSecond((perTenth / early) * 1000),
        ratio: times(late / early),
        ...aim("costs no more at the end", late / early < 1.5),
      },
      ...questions,
    ],
  };
}
