// The timeline as text: the rows of a table, and a summary. Pure.

import { waitBounds } from "../../trace/fold/waits.ts";
import type { Position } from "../../trace/moment/playhead.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import { deadlockLines } from "../../trace/words/deadlock.ts";
import { threadKind } from "../../trace/words/thread-words.ts";
import { plainTimes, type Times } from "../../trace/words/times.ts";
import { counted, stuckTasks, stuckText } from "../../trace/words/words.ts";
import { replyText } from "../lanes/request-lane.ts";
import { compareSets } from "../picture/compare.ts";
import { guessText } from "../picture/guess.ts";
import { positionIn } from "../picture/moment-dots.ts";
import type { Looks } from "../scale/looks.ts";
import { anyRunning, runEnd, runState, type TimelineRun } from "../scale/runs.ts";
import type { Showing } from "../scale/showing.ts";

export interface TimelineTable {
  readonly columns: readonly string[];
  /** One row per request, one cell per column. */
  readonly rows: readonly (readonly string[])[];
  /** Totals of the runs, then the ratio. */
  readonly totals: readonly { readonly name: string; readonly value: string }[];
}

const mostStuck = 3;
/** Nobody reads more rows, and they cost time to draw. */
export const mostRows = 1000;
const requestColumns = ["Request", "Start", "Reply ready", "Taken", "Outcome"];

/** @param showing the playhead's position; the table then has a column for the state at that moment */
export function timelineTable(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
  showing?: Showing,
): TimelineTable {
  const race = runs.length > 1;
  const rows = runs.flatMap((run) =>
    requestRows(run, looks, momentIn(run, runs, showing)).map((row) => (race ? [run.label, ...row] : row)),
  );
  return {
    columns: [...(race ? ["Run"] : []), ...requestColumns, ...momentColumn(showing, looks)],
    rows,
    totals: [...totals(runs, now, looks.times), ...guessed(runs, looks.times, showing)],
  };
}

/** Returns the heading of the column for the state at the playhead; empty at the newest moment. */
export function momentColumn(showing: Showing | undefined, { times }: Looks): string[] {
  return showing?.position ? [`At ${times.text(showing.position.t)}`] : [];
}

/** Returns the playhead's position in one of the runs; `undefined` if the newest moment is shown. */
export function momentIn(
  { trace }: TimelineRun,
  runs: readonly TimelineRun[],
  showing: Showing | undefined,
): Position | undefined {
  return showing?.position && positionIn(trace, runs[showing.shown]?.trace, showing.position);
}

function requestRows(
  { trace: { requests } }: TimelineRun,
  looks: Looks,
  at: Position | undefined,
): string[][] {
  const rows = requests
    .slice(0, mostRows)
    .map((span) => [...requestCells(span, looks), ...(at ? [requestState(span, at.seq)] : [])]);
  const more = requests.length - mostRows;
  return more > 0 ? [...rows, [`and ${more.toLocaleString("en")} more`, "", "", "", ""]] : rows;
}

function requestCells(span: RequestSpan, { request, times }: Looks): string[] {
  const time = (t: number | undefined) => (t === undefined ? "–" : times.text(t));
  return [
    request(span).label,
    times.text(span.start),
    time(span.ready),
    time(span.end),
    replyText(span, times),
  ];
}

/** Returns the state of a request after an event. It is in flight from being sent until its reply arrives. */
function requestState({ seq: sent, readySeq, endSeq }: RequestSpan, seq: number): string {
  if (seq < sent) return "not sent";
  if (endSeq !== undefined && seq >= endSeq) return "taken";
  return readySeq !== undefined && seq >= readySeq ? "ready" : "in flight";
}

function totals(
  runs: readonly TimelineRun[],
  now: number | undefined,
  times: Times,
): TimelineTable["totals"] {
  const ran = runs.filter((run) => runState(run) !== "waiting");
  return [
    ...ran.flatMap((run) => runTotals(run, runs.length > 1 ? `${run.label}, ` : "", now, times)),
    ...compareSets(runs, times).map(({ set, text }) => ({ name: "Ratio", value: `${set.name}: ${text}` })),
  ];
}

function guessed(
  runs: readonly TimelineRun[],
  times: Times,
  showing: Showing | undefined,
): TimelineTable["totals"] {
  return runs.flatMap(({ label, trace }) => {
    const guess = showing?.guesses.get(label);
    if (guess === undefined) return [];
    return [
      { name: runs.length > 1 ? `${label}, guess` : "Guess", value: guessText(guess, trace.total, times) },
    ];
  });
}

function runTotals(
  run: TimelineRun,
  prefix: string,
  now: number | undefined,
  times: Times,
): TimelineTable["totals"] {
  const total = { name: named(prefix, "Total"), value: totalText(run, now, times) };
  const { count, sum, longest } = waitBounds(run.trace);
  if (!run.trace.outcome || count === 0) return [total];
  return [
    total,
    { name: named(prefix, "Longest wait"), value: times.text(longest) },
    { name: named(prefix, "Sum of waits"), value: times.text(sum) },
  ];
}

function named(prefix: string, what: string): string {
  return prefix === "" ? what : prefix + what.toLowerCase();
}

function totalText(run: TimelineRun, now: number | undefined, times: Times): string {
  const state = runState(run);
  const end = runEnd(run, now);
  if (state === "running") return `${times.rough(end)} so far`;
  if (run.trace.outcome?.kind === "limit") return `${times.text(end)}, ${run.trace.outcome.reason}`;
  return state === "finished" ? times.text(end) : `${times.text(end)}, ${state}`;
}

/**
 * Returns "3 coroutines, 3 requests, 6.04 s in all." followed by stuck tasks. For a race, the same for each run, and
 * the ratio.
 */
export function summary(
  runs: readonly TimelineRun[],
  now: number | undefined,
  times: Times = plainTimes,
): string {
  const ran = runs.filter((run) => runState(run) !== "waiting");
  if (ran.length === 0) return anyRunning(runs, now) ? "Starting." : "Nothing has run yet.";
  const sentences = ran.map(
    (run) => `${runs.length > 1 ? `${run.label}: ` : ""}${runSentence(run, now, times)}`,
  );
  sentences.push(...compareSets(runs, times).map(({ words }) => `${words}.`));
  return sentences.join(" ");
}

function runSentence(run: TimelineRun, now: number | undefined, times: Times): string {
  const tasks = taskCounts(run);
  const counts = [...tasks, requestCount(run, tasks.length === 0 ? "No" : "no")].join(", ");
  if (runState(run) === "running") return `${counts}, running.`;
  const stuck = stuckTasks(run.trace).slice(0, mostStuck);
  return [
    `${counts}, ${totalText(run, now, times)} in all.`,
    ...stuck.map((span) => stuckText(span, run.trace, times)),
    ...deadlockLines(run.trace).map(({ text }) => text),
    ...kindSentence(run),
  ].join(" ");
}

function kindSentence({ trace }: TimelineRun): string[] {
  const kind = threadKind(trace);
  return kind ? [`${kind.long}.`] : [];
}

function requestCount({ trace: { requests } }: TimelineRun, none: string): string {
  return requests.length === 0 ? `${none} requests` : counted(requests.length, "request");
}

function taskCounts({ trace: { tasks, threads } }: TimelineRun): string[] {
  const coroutines = tasks.filter(({ kind }) => kind === "coroutine").length;
  const generators = tasks.filter(({ kind }) => kind.endsWith("generator")).length;
  // The program's own thread is not one that it started.
  const started = threads.length - 1;
  return [
    ...(started > 0 ? [counted(started, "thread")] : []),
    ...(coroutines > 0 ? [counted(coroutines, "coroutine")] : []),
    ...(generators > 0 ? [counted(generators, "generator")] : []),
  ];
}
