// Writes moments of a run as instants of the Trace Event Format: output, errors, aborts, the end of the run.

import type { RunOutcome, TaskId } from "../../trace/events/events.ts";
import type { OutputLine } from "../../trace/trace.ts";
import { type Args, type FormatEvent, microseconds } from "./trace-event-format.ts";
import { type TracedProcess, threadOf } from "./traced-process.ts";

const longestName = 80;

/** Returns a mark for each console line, on the thread of the task that printed it. */
export function outputEvents(process: TracedProcess): FormatEvent[] {
  return process.trace.lines.map((line) =>
    onThread(process, line.task, line.start, {
      cat: line.error ? "error" : "output",
      name: oneLine(lineText(line)),
      args: lineArgs(line),
    }),
  );
}

/** Returns a mark for each call of `AbortController.abort()`. */
export function abortEvents(process: TracedProcess): FormatEvent[] {
  return process.trace.aborts.map(({ task, t, reason }) =>
    onThread(process, task, t, { cat: "abort", name: "abort", args: { reason } }),
  );
}

/**
 * Returns the marks across all threads: the end of the program, and the moment from which hand-overs are not
 * recorded.
 */
export function runEvents(process: TracedProcess): FormatEvent[] {
  const { outcome, total, thinnedAt } = process.trace;
  const thinned = { name: "hand-overs are no longer recorded", args: {} };
  return [
    ...(thinnedAt === undefined ? [] : [inProcess(process, thinnedAt, thinned)]),
    ...(outcome && total !== undefined ? [inProcess(process, total, endMark(outcome))] : []),
  ];
}

interface Mark {
  readonly name: string;
  readonly args: Args;
}

function onThread(
  process: TracedProcess,
  task: TaskId,
  t: number,
  mark: Mark & { readonly cat: string },
): FormatEvent {
  return { ph: "i", s: "t", pid: process.pid, tid: threadOf(process, task), ts: microseconds(t), ...mark };
}

function inProcess({ pid }: TracedProcess, t: number, mark: Mark): FormatEvent {
  return { ph: "i", s: "p", cat: "run", pid, tid: pid, ts: microseconds(t), ...mark };
}

function endMark(outcome: RunOutcome): Mark {
  const args: Args = outcome.kind === "limit" ? { reason: outcome.reason } : {};
  return { name: `the program ended: ${outcome.kind}`, args };
}

function lineText({ text, prompt, value }: OutputLine): string {
  if (prompt !== undefined) return `> ${text}`;
  return value ? `= ${text}` : text;
}

function lineArgs({ text, level, error }: OutputLine): Args {
  const frames = error?.frames.map(({ name, file, line, column }) =>
    `${name} ${file}:${line}:${column}`.trim(),
  );
  return { text, level, ...(frames?.length ? { stack: frames.join("\n") } : {}) };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line;
}
