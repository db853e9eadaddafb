// The timeline as text: rows of a table and a sentence that sums up. Pure.

import type { RequestSpan } from "../trace/trace.ts";
import { stuckTasks, stuckText } from "../trace/words.ts";
import type { LaneLook, Looks } from "./looks.ts";
import { outcomeText } from "./request-lane.ts";
import { anyRunning, raceRatio, runEnd, runState, type TimelineRun } from "./runs.ts";
import { roughTimeText, timeText } from "./scale.ts";

export interface TimelineTable {
  readonly columns: readonly string[];
  /** One row per request, a cell per column. */
  readonly rows: readonly (readonly string[])[];
  /** Totals of the runs, then the ratio. */
  readonly totals: readonly { readonly name: string; readonly value: string }[];
}

const mostStuck = 3;
const requestColumns = ["Request", "Start", "Reply ready", "Taken", "Outcome"];

export function timelineTable(
  runs: readonly TimelineRun[],
  now: number | undefined,
  looks: Looks,
): TimelineTable {
  const race = runs.length > 1;
  const rows = runs.flatMap((run) =>
    run.trace.requests.map((span) => [
      ...(race ? [run.label] : []),
      ...requestCells(span, looks.request(span)),
    ]),
  );
  return {
    columns: [...(race ? ["Run"] : []), ...requestColumns],
    rows,
    totals: totals(runs, now),
  };
}

function requestCells(span: RequestSpan, look: LaneLook): string[] {
  const time = (t: number | undefined) => (t === undefined ? "–" : timeText(t));
  return [look.label, timeText(span.start), time(span.ready), time(span.end), outcomeText(span.outcome)];
}

function totals(runs: readonly TimelineRun[], now: number | undefined): TimelineTable["totals"] {
  const ran = runs.filter((run) => runState(run) !== "waiting");
  const times = ran.map((run) => ({
    name: runs.length > 1 ? `${run.label}, total` : "Total",
    value: totalText(run, now),
  }));
  const ratio = raceRatio(runs);
  return ratio ? [...times, { name: "Ratio", value: `${ratio.faster.label}: ${ratio.text}` }] : times;
}

function totalText(run: TimelineRun, now: number | undefined): string {
  const state = runState(run);
  const end = runEnd(run, now);
  if (state === "running") return `${roughTimeText(end)} so far`;
  if (run.trace.outcome?.kind === "limit") return `${timeText(end)}, ${run.trace.outcome.reason}`;
  return state === "finished" ? timeText(end) : `${timeText(end)}, ${state}`;
}

/** "3 coroutines, 3 requests, 6.04 s in all." and what never ends. The same for each run of a race, and the ratio. */
export function summary(runs: readonly TimelineRun[], now: number | undefined): string {
  const ran = runs.filter((run) => runState(run) !== "waiting");
  if (ran.length === 0) return anyRunning(runs, now) ? "Starting." : "Nothing has run yet.";
  const sentences = ran.map((run) => `${runs.length > 1 ? `${run.label}: ` : ""}${runSentence(run, now)}`);
  const ratio = raceRatio(runs);
  if (ratio) sentences.push(`${ratio.faster.label} was ${ratio.text}.`);
  return sentences.join(" ");
}

function runSentence(run: TimelineRun, now: number | undefined): string {
  const tasks = taskCounts(run);
  const counts = [...tasks, requestCount(run, tasks.length === 0 ? "No" : "no")].join(", ");
  if (runState(run) === "running") return `${counts}, running.`;
  const stuck = stuckTasks(run.trace).slice(0, mostStuck);
  return [
    `${counts}, ${totalText(run, now)} in all.`,
    ...stuck.map((span) => stuckText(span, run.trace)),
  ].join(" ");
}

function requestCount({ trace: { requests } }: TimelineRun, none: string): string {
  return requests.length === 0 ? `${none} requests` : counted(requests.length, "request");
}

function taskCounts({ trace: { tasks } }: TimelineRun): string[] {
  const coroutines = tasks.filter(({ kind }) => kind === "coroutine").length;
  const generators = tasks.filter(({ kind }) => kind.endsWith("generator")).length;
  return [
    ...(coroutines > 0 ? [counted(coroutines, "coroutine")] : []),
    ...(generators > 0 ? [counted(generators, "generator")] : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
