// Describes one part of a lane: where it begins and ends, its sentence, and its line of the program. Pure.

import type { Place, Wait } from "../../trace/events/events.ts";
import { lastBefore } from "../../trace/events/lists.ts";
import type { Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import { inFlightAt } from "../../trace/fold/waits.ts";
import type { RequestSpan, Trace } from "../../trace/trace.ts";
import { taskName, waitText, wakerText } from "../../trace/words/words.ts";
import type { PromptItem, TimersItem } from "../lanes/lane-items.ts";
import { replyText } from "../lanes/request-lane.ts";
import { endText } from "../lanes/task-words.ts";
import type { KnownRun } from "../scale/known-run.ts";
import { type Edge, type Part, type PointedLane, partCount } from "./parts.ts";
import { holdPart, threadPart } from "./thread-part.ts";

/** Returns the part; `undefined` if the lane has no part of this number. */
export function partOf(lane: PointedLane, index: number): Part | undefined {
  const { item, run } = lane;
  if (index < 0 || index >= partCount(lane)) return undefined;
  switch (item.kind) {
    case "loop":
      return controlPart(run, index);
    case "task":
      return stretchPart(item.span, run, index);
    case "thread":
      return threadPart(item.thread, run, index);
    case "lock":
      return holdPart(item.lock, run, index);
    case "prompt":
      return entryPart(item, run, index);
    case "timers":
      return timerPart(item, run, index);
    case "request":
      return requestPart(item.span, run, index);
    case "note":
      return undefined;
    default:
      return item satisfies never;
  }
}

function edge(t: number | undefined, seq: number | undefined): Edge {
  return { t: t ?? Number.POSITIVE_INFINITY, seq };
}

function controlPart({ trace, until, times }: KnownRun, index: number): Part | undefined {
  const span = trace.control[index];
  const task = span && trace.tasks[span.task];
  if (!span || !task) return undefined;
  const range = times.range(span.from, span.to ?? until);
  return {
    index,
    from: edge(span.from, span.seq),
    to: edge(span.to ?? trace.duration, span.endSeq ?? trace.events.length - 1),
    words: `${taskName(task)} had control ${range}`,
    more: [],
    place: standingPlace(
      task,
      lastBefore(task.stretches, ({ seq }) => seq > span.seq),
    ),
  };
}

function stretchPart(task: TaskSpan, run: KnownRun, index: number): Part | undefined {
  const stretch = task.stretches[index];
  if (!stretch) return undefined;
  return {
    index,
    from: edge(stretch.from, stretch.seq),
    to: edge(stretch.to, stretch.endSeq),
    words: stretchWords(task, stretch, run),
    more: stretchMore(task, stretch, index, run),
    place: standingPlace(task, index),
  };
}

function stretchWords(task: TaskSpan, stretch: Stretch, { trace, until, times }: KnownRun): string {
  const { state, from, to = until, wait } = stretch;
  const range = times.range(from, to);
  const name = taskName(task);
  switch (state) {
    case "created":
      return `${name} had not begun, ${range}`;
    case "running":
      return `${name} ran ${range}`;
    case "suspended":
      return `${name} waited ${range} for ${wait ? waitText(wait, trace, times) : "something"}${together(wait?.kind === "request", from, to, trace)}`;
    default:
      return state satisfies never;
  }
}

/** Returns the request whose reply the task waited for. For a body, only if it arrived with the reply. */
function arrivedRequest(wait: Wait | undefined, trace: Trace): RequestSpan | undefined {
  const isKnown = wait?.kind === "request" || (wait?.kind === "body" && wait.arrived);
  return isKnown ? trace.requests[wait.request] : undefined;
}

function together(isRequest: boolean, from: number, to: number, trace: Trace): string {
  const others = isRequest ? inFlightAt(trace, (from + to) / 2) - 1 : 0;
  if (others < 1) return "";
  return `, together with ${others} ${others === 1 ? "other" : "others"}`;
}

function stretchMore(task: TaskSpan, stretch: Stretch, index: number, run: KnownRun): string[] {
  const { trace, times } = run;
  const by =
    stretch.by &&
    `resumed${stretch.thrown ? " with an error" : ""} by ${wakerText(stretch.by, trace, times)}`;
  const next = task.stretches[index + 1];
  const later =
    stretch.state === "suspended" && next?.by && `then resumed by ${wakerText(next.by, trace, times)}`;
  const request = arrivedRequest(stretch.wait, trace);
  const ready =
    request?.ready !== undefined && stretch.to !== undefined && stretch.to - request.ready >= 1
      ? `ready at ${times.text(request.ready)}`
      : undefined;
  const end = next === undefined && task.end !== undefined ? endText(task, run) : undefined;
  return [by, ready, later, end].filter((text) => typeof text === "string");
}

/** Returns where a task is during a stretch: where it was last suspended, or else at its function. */
function standingPlace(task: TaskSpan, index: number): Place | undefined {
  const own = task.stretches[index]?.place;
  if (own) return own;
  const before = task.stretches[index - 1]?.place;
  if (before) return before;
  return task.kind === "main" || task.kind === "prompt" ? undefined : task.place;
}

function entryPart({ spans }: PromptItem, run: KnownRun, index: number): Part | undefined {
  const task = spans[index];
  if (!task) return undefined;
  const words = `${taskName(task)}, entered at ${run.times.text(task.start)}`;
  const [from, to] = [edge(task.start, task.seq), edge(task.end, task.endSeq)];
  return { index, from, to, words, more: [endText(task, run)], place: undefined };
}

function timerPart({ spans }: TimersItem, { times, until }: KnownRun, index: number): Part | undefined {
  const span = spans[index];
  if (!span) return undefined;
  const range = times.range(span.start, span.end ?? until);
  const calls = span.fires.length;
  const called = calls === 0 ? "never called back" : `called back ${calls === 1 ? "once" : `${calls} times`}`;
  return {
    index,
    from: edge(span.start, span.seq),
    to: edge(span.end, span.endSeq),
    words: `a timer of ${times.delay(span.delay)}, ${range}, ${called}${span.cleared ? ", then cleared" : ""}`,
    more: [],
    place: undefined,
  };
}

function requestPart(span: RequestSpan, { trace, times, until }: KnownRun, index: number): Part | undefined {
  const { start, seq, ready, readySeq, end, endSeq } = span;
  const name = waitText({ kind: "request", request: span.request }, trace, times);
  const arrived = ready ?? end ?? until;
  const place = placeOfRequest(span, trace);
  if (index === 1) {
    const words = `the reply to ${name} was there ${times.range(arrived, end ?? until)}, until it was taken`;
    return {
      index,
      from: edge(ready, readySeq),
      to: edge(end, endSeq),
      words,
      more: [replyText(span, times)],
      place,
    };
  }
  return {
    index,
    from: edge(start, seq),
    to: ready === undefined ? edge(end, endSeq) : edge(ready, readySeq),
    words: `${name} was on its way ${times.range(start, arrived)}${together(true, start, arrived, trace)}`,
    more: span.outcome ? [replyText(span, times)] : [],
    place,
  };
}

// The trace does not record where a request was made. The place where its task next waited is used instead.
function placeOfRequest({ task, start }: RequestSpan, { tasks }: Trace): Place | undefined {
  return tasks[task]?.stretches.find(({ from, place }) => from >= start && place)?.place;
}
