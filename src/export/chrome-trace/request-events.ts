// Writes the requests and timers of a run as asynchronous events of the Trace Event Format. They are not slices of a
// thread, because the task does other things while they go on.

import type { RequestOutcome } from "../../trace/events/events.ts";
import type { TimerSpan } from "../../trace/fold/tasks.ts";
import type { RequestSpan } from "../../trace/trace.ts";
import { waitText } from "../../trace/words/words.ts";
import { openArgs } from "./task-events.ts";
import { type Args, type FormatEvent, microseconds } from "./trace-event-format.ts";
import { type TracedProcess, threadOf } from "./traced-process.ts";

/**
 * Returns a tree for each request, from when it is sent until the program takes the reply or has read its body.
 * Inside it are two parts, "on its way" and "ready", and a mark for each chunk of the body.
 */
export function requestEvents(process: TracedProcess): FormatEvent[] {
  return process.trace.requests.flatMap((span) => requestTree(process, span));
}

/** Returns a tree for each timer, from when it is set until it is over, with a mark each time it fires. */
export function timerEvents(process: TracedProcess): FormatEvent[] {
  return process.trace.timers.flatMap((span) => timerTree(process, span));
}

/** Returns a counter of the requests that have not ended, with a value each time the count changes. */
export function requestCounter({ pid, trace }: TracedProcess): FormatEvent[] {
  const changes = new Map<number, number>();
  const change = (t: number, by: number) => {
    const ts = microseconds(t);
    changes.set(ts, (changes.get(ts) ?? 0) + by);
  };
  for (const { start, end } of trace.requests) {
    change(start, 1);
    if (end !== undefined) change(end, -1);
  }
  let count = 0;
  return [...changes]
    .sort(([one], [other]) => one - other)
    .map(([ts, by]) => {
      count += by;
      return { ph: "C", cat: "request", name: "requests", pid, tid: pid, ts, args: { "in flight": count } };
    });
}

/** Makes an event of one tree. `t` is in milliseconds. */
type Branch = (ph: "b" | "e" | "n", name: string, t: number, args?: Args) => FormatEvent;

function branchOf(process: TracedProcess, cat: string, task: number): Branch {
  const id = process.newId();
  const tid = threadOf(process, task);
  return (ph, name, t, args) => {
    const event = { ph, cat, id, name, pid: process.pid, tid, ts: microseconds(t) };
    return args ? { ...event, args } : event;
  };
}

function requestTree(process: TracedProcess, span: RequestSpan): FormatEvent[] {
  const { trace } = process;
  const name = waitText({ kind: "request", request: span.request }, trace);
  const { body } = span;
  const chunks = body?.chunks ?? [];
  const end = span.end ?? trace.duration;
  const ready = Math.min(span.ready ?? end, end);
  const at = branchOf(process, "request", span.task);
  const args = { url: span.url, ...outcomeArgs(span.outcome) };
  return [
    at("b", name, span.start, args),
    at("b", "on its way", span.start),
    at("e", "on its way", ready),
    ...(span.ready === undefined ? [] : [at("b", "ready", ready), at("e", "ready", end)]),
    ...chunks.map(({ t, bytes }) => at("n", "chunk", t, { bytes })),
    at("e", name, body ? (body.end ?? trace.duration) : end),
  ];
}

function outcomeArgs(outcome: RequestOutcome | undefined): Args {
  if (!outcome) return openArgs();
  if (outcome.kind !== "answered") return { outcome: outcome.kind, reason: outcome.reason };
  return { outcome: outcome.kind, status: outcome.status, "status text": outcome.statusText };
}

function timerTree(process: TracedProcess, span: TimerSpan): FormatEvent[] {
  const { trace } = process;
  const name = waitText({ kind: "timer", timer: span.timer }, trace);
  const at = branchOf(process, "timer", span.task);
  const { delay, repeats, cleared } = span;
  return [
    at("b", name, span.start, { "delay in ms": delay, repeats, cleared, ...openArgs(span.end) }),
    ...span.fires.map(({ t }) => at("n", "fires", t)),
    at("e", name, span.end ?? trace.duration),
  ];
}
