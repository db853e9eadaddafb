// Words for what a task waits for, who woke it, and which tasks are stuck for ever.

import {
  type GroupEnd,
  mainTask,
  type RequestId,
  type TaskId,
  type Wait,
  type Waker,
} from "../events/events.ts";
import type { FoldedRun } from "../fold/folded-run.ts";
import type { TaskSpan } from "../fold/tasks.ts";
import { placeText, timeText } from "./places.ts";
import { blockedFor, workerText } from "./thread-words.ts";
import { plainTimes, type Times } from "./times.ts";

type Group = Extract<Wait, { kind: "group" }>;

const mostMembers = 5;
const mostStuck = 20;

/** Returns what a task waits for: `speak("cow")`, "GET /animals/cow", "a timer of 300 ms", "a promise". */
export function waitText(wait: Wait, trace: FoldedRun, times: Times = plainTimes): string {
  switch (wait.kind) {
    case "request":
      return requestText(wait.request, trace);
    case "body":
      return `the body of ${requestText(wait.request, trace)}`;
    case "timer":
      return timerText(wait.timer, trace, times);
    case "task":
      return taskText(wait.task, trace);
    case "lock":
      return `the lock "${wait.name}"`;
    case "notify":
      return blockedFor(wait, trace);
    case "group":
      return groupText(wait, trace, times);
    case "promise":
      return wait.worker === undefined ? "a promise" : `a promise of ${workerText(wait.worker, trace)}`;
    case "turn":
      return "its next turn";
    case "caller":
      return "its caller";
    default:
      return wait satisfies never;
  }
}

/** Returns who resumed a task: `speak("cow")`, "GET /animals/cow", "a timer of 300 ms", "the event loop". */
export function wakerText(by: Waker, trace: FoldedRun, times: Times = plainTimes): string {
  return by.kind === "loop" ? "the event loop" : waitText(by, trace, times);
}

/** Returns a task's label, or "the program" for the program's top level. */
export function taskName({ task, kind, label, name }: TaskSpan): string {
  if (task === mainTask) return "the program";
  return label || name || (kind === "prompt" ? "the prompt" : `task ${task}`);
}

/**
 * Returns the stuck tasks: they were suspended when the program had nothing left to do, and still are, so nothing in
 * the program can wake them. Empty while the program runs, if it was ended from outside, and if the run was thinned.
 * A generator suspended at a yield is not stuck: any caller of next() wakes it.
 */
export function stuckTasks(trace: FoldedRun): TaskSpan[] {
  const { outcome, endSeq, thinnedAt } = trace;
  const ended = outcome?.kind === "finished" || outcome?.kind === "failed";
  if (!ended || endSeq === undefined || thinnedAt !== undefined) return [];
  return trace
    .liveAt(endSeq)
    .map(({ task }) => task)
    .filter((span) => isStuck(span, endSeq));
}

function isStuck({ end, stretches }: TaskSpan, endSeq: number): boolean {
  const last = stretches.at(-1);
  const isOld = last !== undefined && last.seq < endSeq;
  return end === undefined && isOld && last.state === "suspended" && last.wait?.kind !== "caller";
}

/**
 * A sentence about a stuck task: `speak("pig") has waited since 2.0 s at line 14 for a promise that nothing can
 * resolve any more.`
 */
export function stuckText(span: TaskSpan, trace: FoldedRun, times?: Times): string {
  const { from = span.start, place = span.place, wait } = span.stretches.at(-1) ?? {};
  const since = `since ${times ? times.text(from) : timeText(from)} at ${placeText(place ?? span.place, trace)}`;
  const who = taskName(span).replace(/^the /, "The ");
  return `${who} has waited ${since} for ${hopelessText(wait ?? { kind: "promise" }, trace, times)}.`;
}

/**
 * What the console says about stuck tasks when the program ends: one sentence each for the first twenty, then how
 * many more there are.
 */
export function stuckLines(trace: FoldedRun): { readonly task: TaskId; readonly text: string }[] {
  const stuck = stuckTasks(trace);
  const lines = stuck.slice(0, mostStuck).map((span) => ({ task: span.task, text: stuckText(span, trace) }));
  const left = stuck.length - mostStuck;
  return left > 0 ? [...lines, { task: mainTask, text: `… and ${left} more.` }] : lines;
}

function hopelessText(wait: Wait, trace: FoldedRun, times?: Times): string {
  // The task or timer that led to a promise may be over before the promise settles, or without settling it.
  if (isOver(wait, trace)) return hopelessText({ kind: "promise" }, trace, times);
  const what = waitText(wait, trace, times);
  if (wait.kind === "promise") return `${what} that nothing can resolve any more`;
  if (wait.kind === "lock") return `${what}, which nobody can release any more`;
  if (wait.kind === "task") return `${what}, which can never end`;
  return `${what}, which nothing can bring about any more`;
}

function isOver(wait: Wait, trace: FoldedRun): boolean {
  if (wait.kind === "task") return trace.tasks[wait.task]?.end !== undefined;
  return wait.kind === "timer" && (trace.timers[wait.timer]?.fires.length ?? 0) > 0;
}

function requestText(request: RequestId, trace: FoldedRun): string {
  const span = trace.requests[request];
  return span ? `${span.method} ${pathOf(span.url)}` : `request ${request}`;
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function timerText(timer: number, trace: FoldedRun, times: Times): string {
  const span = trace.timers[timer];
  return span ? `a timer of ${times.delay(span.delay)}` : `timer ${timer}`;
}

function taskText(task: TaskId, trace: FoldedRun): string {
  const span = trace.tasks[task];
  if (!span) return `task ${task}`;
  const isTop = span.kind === "main";
  return span.worker === undefined || isTop
    ? taskName(span)
    : `${taskName(span)} in ${workerText(span.worker, trace)}`;
}

/** Returns "1 chunk" or "2,500 chunks". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

const groupWords: Readonly<Record<GroupEnd, (things: string) => string>> = {
  all: (things) => `all of ${things}`,
  "all-settled": (things) => `all of ${things} to settle`,
  "first-settled": (things) => `the first of ${things} to settle`,
  "first-fulfilled": (things) => `the first of ${things} to be fulfilled`,
};

function groupText({ until, of }: Group, trace: FoldedRun, times: Times): string {
  const words = groupWords[until];
  if (of.every((member) => member.kind === "promise" && member.worker === undefined)) {
    return words(`${of.length} ${of.length === 1 ? "promise" : "promises"}`);
  }
  const members = of.slice(0, mostMembers).map((member) => memberText(member, trace, times));
  if (of.length > mostMembers) members.push(`${of.length - mostMembers} more`);
  return `${words(String(of.length))}: ${members.join(", ")}`;
}

function memberText(member: Wait, trace: FoldedRun, times: Times): string {
  const text = waitText(member, trace, times);
  return member.kind === "group" ? `(${text})` : text;
}
