// What a lane consists of for somebody who points at it: parts, each with its times, its sentence and its line. Pure.

import type { Place } from "../../trace/events/events.ts";
import { lastBefore } from "../../trace/events/lists.ts";
import type { Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import { inFlightAt } from "../../trace/fold/waits.ts";
import type { RequestSpan, Trace } from "../../trace/trace.ts";
import { taskName, waitText, wakerText } from "../../trace/words/words.ts";
import type { LaneItem, PromptItem, TimersItem } from "../lanes/lane-items.ts";
import { outcomeText } from "../lanes/request-lane.ts";
import { endText } from "../lanes/task-words.ts";
import type { ToldRun } from "../scale/lane-frame.ts";

/** A part of a lane. */
export interface Part {
  /** Counts from 0 within the lane. */
  readonly index: number;
  /** Milliseconds, at which it is drawn. */
  readonly from: number;
  readonly to: number;
  /** One sentence, without a full stop. */
  readonly words: string;
  /** What else is known: when it was ready, who resumed it. */
  readonly more: readonly string[];
  /** The line of the program that it is about. */
  readonly place: Place | undefined;
}

/** A lane with what is known of its run. */
export interface PointedLane {
  /** As it is drawn. */
  readonly item: LaneItem;
  /** Whose times are those at which things are drawn. */
  readonly drawn: Trace;
  readonly told: ToldRun;
}

/** How many parts a lane has. */
export function partCount({ item, drawn }: PointedLane): number {
  switch (item.kind) {
    case "loop":
      return drawn.control.length;
    case "task":
      return item.span.stretches.length;
    case "prompt":
    case "timers":
      return item.spans.length;
    case "request":
      return hasReadyPart(item.span) ? 2 : 1;
    case "note":
      return 0;
    default:
      return item satisfies never;
  }
}

/** The number of the part at a time, or of the last one before it; 0 where there is none. */
export function partAt({ item, drawn }: PointedLane, t: number): number {
  const last = (starts: readonly { readonly from: number }[]) =>
    Math.max(
      0,
      lastBefore(starts, ({ from }) => from > t),
    );
  switch (item.kind) {
    case "loop":
      return last(drawn.control);
    case "task":
      return last(item.span.stretches);
    case "prompt":
    case "timers":
      return Math.max(
        0,
        (item.spans as readonly { readonly start: number }[]).findLastIndex(({ start }) => start <= t),
      );
    case "request":
      return hasReadyPart(item.span) && t >= (item.span.ready ?? 0) ? 1 : 0;
    case "note":
      return 0;
    default:
      return item satisfies never;
  }
}

/** Undefined for a number that the lane does not have. */
export function partOf(lane: PointedLane, index: number): Part | undefined {
  const { item, drawn, told } = lane;
  if (index < 0 || index >= partCount(lane)) return undefined;
  switch (item.kind) {
    case "loop":
      return controlPart(drawn, told, index);
    case "task":
      return stretchPart(item.span, told, index);
    case "prompt":
      return entryPart(item, told, index);
    case "timers":
      return timerPart(item, told, index);
    case "request":
      return requestPart(item.span, told, index);
    case "note":
      return undefined;
    default:
      return item satisfies never;
  }
}

function controlPart(drawn: Trace, told: ToldRun, index: number): Part | undefined {
  const [span, own] = [drawn.control[index], told.trace.control[index]];
  const task = own && told.trace.tasks[own.task];
  if (!span || !own || !task) return undefined;
  const range = told.times.range(own.from, own.to ?? told.until);
  return {
    index,
    from: span.from,
    to: span.to ?? drawn.duration,
    words: `${taskName(task)} had control ${range}`,
    more: [],
    place: standingPlace(
      task,
      lastBefore(task.stretches, ({ seq }) => seq > own.seq),
    ),
  };
}

function stretchPart(span: TaskSpan, told: ToldRun, index: number): Part | undefined {
  const task = told.trace.tasks[span.task];
  const [drawn, stretch] = [span.stretches[index], task?.stretches[index]];
  if (!task || !drawn || !stretch) return undefined;
  const to = stretch.to ?? told.until;
  return {
    index,
    from: drawn.from,
    to: drawn.to ?? Number.POSITIVE_INFINITY,
    words: stretchWords(task, stretch, to, told),
    more: stretchMore(task, stretch, index, told),
    place: standingPlace(task, index),
  };
}

function stretchWords(task: TaskSpan, { state, from, wait }: Stretch, to: number, told: ToldRun): string {
  const { trace, times } = told;
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

function together(isRequest: boolean, from: number, to: number, trace: Trace): string {
  const others = isRequest ? inFlightAt(trace, (from + to) / 2) - 1 : 0;
  if (others < 1) return "";
  return `, together with ${others} ${others === 1 ? "other" : "others"}`;
}

function stretchMore(task: TaskSpan, stretch: Stretch, index: number, told: ToldRun): string[] {
  const { trace, times } = told;
  const by =
    stretch.by &&
    `resumed${stretch.thrown ? " with an error" : ""} by ${wakerText(stretch.by, trace, times)}`;
  const next = task.stretches[index + 1];
  const later =
    stretch.state === "suspended" && next?.by && `then resumed by ${wakerText(next.by, trace, times)}`;
  const request = stretch.wait?.kind === "request" ? trace.requests[stretch.wait.request] : undefined;
  const ready =
    request?.ready !== undefined && stretch.to !== undefined && stretch.to - request.ready >= 1
      ? `ready at ${times.text(request.ready)}`
      : undefined;
  const end = next === undefined && task.end !== undefined ? endText(task, told) : undefined;
  return [by, ready, later, end].filter((text) => typeof text === "string");
}

/** Where a task stands in one of its stretches: where it was suspended last, or else at its function. */
function standingPlace(task: TaskSpan, index: number): Place | undefined {
  const own = task.stretches[index]?.place;
  if (own) return own;
  const before = task.stretches[index - 1]?.place;
  if (before) return before;
  return task.kind === "main" || task.kind === "prompt" ? undefined : task.place;
}

function entryPart({ spans }: PromptItem, told: ToldRun, index: number): Part | undefined {
  const drawn = spans[index];
  const task = drawn && told.trace.tasks[drawn.task];
  if (!drawn || !task) return undefined;
  const words = `${taskName(task)}, entered at ${told.times.text(task.start)}`;
  const to = drawn.end ?? Number.POSITIVE_INFINITY;
  return { index, from: drawn.start, to, words, more: [endText(task, told)], place: undefined };
}

function timerPart({ spans }: TimersItem, { trace, times, until }: ToldRun, index: number): Part | undefined {
  const drawn = spans[index];
  const span = drawn && trace.timers[drawn.timer];
  if (!drawn || !span) return undefined;
  const range = times.range(span.start, span.end ?? until);
  const calls = span.fires.length;
  const called = calls === 0 ? "never called back" : `called back ${calls === 1 ? "once" : `${calls} times`}`;
  return {
    index,
    from: drawn.start,
    to: drawn.end ?? Number.POSITIVE_INFINITY,
    words: `a timer of ${times.delay(span.delay)}, ${range}, ${called}${span.cleared ? ", then cleared" : ""}`,
    more: [],
    place: undefined,
  };
}

function hasReadyPart({ ready, end }: RequestSpan): boolean {
  return ready !== undefined && end !== undefined && end > ready;
}

function requestPart(span: RequestSpan, { trace, times, until }: ToldRun, index: number): Part | undefined {
  const told = trace.requests[span.request];
  if (!told) return undefined;
  const name = waitText({ kind: "request", request: span.request }, trace, times);
  const arrived = told.ready ?? told.end ?? until;
  const place = placeOfRequest(told, trace);
  if (index === 1) {
    const words = `the reply to ${name} was there ${times.range(arrived, told.end ?? until)}, until it was taken`;
    return {
      index,
      from: span.ready ?? 0,
      to: span.end ?? 0,
      words,
      more: [outcomeText(told.outcome)],
      place,
    };
  }
  return {
    index,
    from: span.start,
    to: span.ready ?? span.end ?? Number.POSITIVE_INFINITY,
    words: `${name} was on its way ${times.range(told.start, arrived)}${together(true, told.start, arrived, trace)}`,
    more: told.outcome ? [outcomeText(told.outcome)] : [],
    place,
  };
}

// Of a request it is not recorded where it was made: its task says where it waited next.
function placeOfRequest({ task, start }: RequestSpan, { tasks }: Trace): Place | undefined {
  return tasks[task]?.stretches.find(({ from, place }) => from >= start && place)?.place;
}
