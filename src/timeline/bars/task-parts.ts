// Geometry of a task's states over time: converts a task's stretches to the parts of its bar. Pure; slide units.

import type { TaskId, Wait, WorkerId } from "../../trace/events/events.ts";
import { firstIndex } from "../../trace/events/lists.ts";
import type { ControlSpan, Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import type { OpenSpan, ThreadPiece } from "../../trace/fold/thread-spans.ts";
import type { Trace } from "../../trace/trace.ts";
import type { AxisPlace } from "../scale/axis-map.ts";
import { addTurn, type Edges, type Extent, extent, tickWidth } from "../scale/extents.ts";
import { endIn, type LaneFrame } from "../scale/lane-frame.ts";

/** A suspension, up to the moment at which it could have ended. */
export interface WaitExtent extends Extent {
  /** What the task waited for; undefined if several short waits are drawn as one. */
  readonly wait: Wait | undefined;
}

/** The parts of a lane's bar. */
export interface TaskParts {
  /** The task has control. */
  readonly solid: readonly Extent[];
  /** The task has called something that has control. */
  readonly called: readonly Extent[];
  readonly waits: readonly WaitExtent[];
  /** What the task waits for has happened, but the task has not been resumed yet. */
  readonly ready: readonly Extent[];
  /** A generator that has not begun. */
  readonly created: readonly Extent[];
  /** The thread that runs the task was blocked by a call of the task. */
  readonly blocked: readonly Extent[];
  /** The state is not recorded. */
  readonly unknown: readonly Extent[];
}

interface Building {
  readonly solid: Edges[];
  readonly called: Edges[];
  readonly waits: (Edges & { isShort: boolean; wait: Wait | undefined })[];
  readonly ready: Edges[];
  readonly created: Edges[];
  readonly blocked: Edges[];
  readonly unknown: Edges[];
}

const shortWait = 6;
/** Details closer than this many units cannot be distinguished. */
const closest = 2;
const shortestReady = 2;

/** @param numbers indexes of the stretches that are drawn */
export function taskParts(
  span: TaskSpan,
  numbers: readonly number[],
  trace: Trace,
  frame: LaneFrame,
): TaskParts {
  const parts: Building = {
    solid: [],
    called: [],
    waits: [],
    ready: [],
    created: [],
    blocked: [],
    unknown: [],
  };
  const known = Math.min(frame.untilX, endIn(frame, trace.thinnedAt, trace.thinnedSeq));
  for (const index of numbers) {
    const stretch = span.stretches[index];
    const left = stretch ? frame.x(stretch.from, stretch.seq) : known;
    if (!stretch || (left >= known && known < frame.untilX)) break;
    const right = Math.max(left, Math.min(endIn(frame, stretch.to, stretch.endSeq), known));
    addStretch(parts, { task: span.task, worker: span.worker, stretch, left, right, trace, frame });
  }
  addUnknown(parts, span, known, frame);
  return {
    solid: parts.solid.map(extent),
    called: parts.called.map(extent),
    waits: parts.waits.map((part) => ({ ...extent(part), wait: part.wait })),
    ready: parts.ready.map(extent),
    created: parts.created.map(extent),
    blocked: parts.blocked.map(extent),
    unknown: parts.unknown.map(extent),
  };
}

/**
 * Returns the indexes of the stretches to draw. Of stretches too close to be distinguished, only two neighbours are
 * kept: one for each state, because neighbours differ in their state.
 */
export function distinctStretches({ stretches }: TaskSpan, frame: LaneFrame): number[] {
  const distinct: number[] = [];
  for (let index = 0; index < stretches.length; ) {
    distinct.push(index, index + 1);
    const { from = 0, seq } = stretches[index] ?? {};
    const past = frame.x(from, seq) + closest;
    index = firstIndex(stretches, ({ to, endSeq }) => endIn(frame, to, endSeq) > past, index + 2);
  }
  return distinct.filter((index) => index < stretches.length);
}

/** The known part of a stretch, from `left` to `right`. */
interface Piece extends Edges {
  readonly task: TaskId;
  readonly worker: WorkerId | undefined;
  readonly stretch: Stretch;
  readonly trace: Trace;
  readonly frame: LaneFrame;
}

function addStretch(parts: Building, piece: Piece): void {
  const { stretch, left, right } = piece;
  switch (stretch.state) {
    case "created":
      parts.created.push({ left, right });
      break;
    case "running":
      addRunning(parts, piece);
      break;
    case "suspended":
      addSuspension(parts, piece);
      break;
    default:
      stretch.state satisfies never;
  }
}

function addRunning(parts: Building, piece: Piece): void {
  const { left, right, worker, trace } = piece;
  if (right - left <= tickWidth) {
    addTurn(parts.solid, left, right);
    return;
  }
  parts.called.push({ left, right });
  const thread = worker === undefined ? undefined : trace.threadOf(worker);
  if (thread) addPieces(parts, piece, thread.pieces);
  else addControl(parts, piece, trace.control);
}

function addControl(parts: Building, piece: Piece, control: readonly ControlSpan[]): void {
  eachIn(control, piece, (span, left, right) => {
    if (span.task === piece.task) addTurn(parts.solid, left, right);
    return span.task === piece.task;
  });
}

function addPieces(parts: Building, piece: Piece, pieces: readonly ThreadPiece[]): void {
  eachIn(pieces, piece, ({ does }, left, right) => {
    const isOwn = does.kind === "running" && does.task === piece.task;
    const isBlocked = does.kind === "blocked" && does.block.task === piece.task;
    if (isOwn || isBlocked) addTurn(isOwn ? parts.solid : parts.blocked, left, right);
    return isOwn || isBlocked;
  });
}

/** Calls back for the spans within a stretch. Of those too close to be distinguished, only for the first that is drawn. */
function eachIn<Span extends OpenSpan>(
  spans: readonly Span[],
  { stretch, right, frame }: Piece,
  draws: (span: Span, left: number, right: number) => boolean,
): void {
  const end = stretch.endSeq ?? Number.POSITIVE_INFINITY;
  let at = firstIndex(spans, ({ seq }) => seq >= stretch.seq);
  for (let span = spans[at]; span && span.seq < end; span = spans[at]) {
    at += 1;
    const left = frame.x(span.from, span.seq);
    if (!draws(span, left, Math.min(right, endIn(frame, span.to, span.endSeq)))) continue;
    at = firstIndex(spans, (later) => endIn(frame, later.to, later.endSeq) > left + closest, at);
  }
}

function addSuspension(
  parts: Building,
  { stretch: { wait }, left, right: end, trace, frame: { x } }: Piece,
): void {
  const ready = wait ? readyX(wait, trace, x) : undefined;
  const right = ready === undefined ? end : Math.max(left, Math.min(end, ready));
  const last = parts.waits.at(-1);
  const isShort = right - left < shortWait;
  if (isShort && last?.isShort && left - last.right < tickWidth) {
    Object.assign(last, { right, wait: undefined });
  } else parts.waits.push({ left, right, isShort, wait });
  if (end - right > shortestReady) parts.ready.push({ left: right, right: end });
}

// After the run was thinned, the trace only records that the task exists and when it ends.
function addUnknown({ unknown }: Building, span: TaskSpan, known: number, frame: LaneFrame): void {
  const right = endIn(frame, span.end, span.endSeq);
  if (known < frame.untilX && right > known) {
    unknown.push({ left: Math.max(frame.x(span.start, span.seq), known), right });
  }
}

/** Returns where the awaited thing was ready; `undefined` if it is not ready yet, or if that is not known. */
export function readyX(wait: Wait, trace: Trace, x: AxisPlace): number | undefined {
  switch (wait.kind) {
    case "request": {
      const { ready, readySeq, end, endSeq } = trace.requests[wait.request] ?? {};
      if (ready !== undefined) return x(ready, readySeq);
      return end === undefined ? undefined : x(end, endSeq);
    }
    case "body": {
      const { ready, readySeq } = trace.requests[wait.request] ?? {};
      return wait.arrived && ready !== undefined ? x(ready, readySeq) : undefined;
    }
    case "task": {
      const { end, endSeq } = trace.tasks[wait.task] ?? {};
      return end === undefined ? undefined : x(end, endSeq);
    }
    case "group":
      return wait.until === "all" || wait.until === "all-settled" ? allReadyX(wait.of, trace, x) : undefined;
    case "timer":
    case "lock":
    case "notify":
    case "promise":
    case "turn":
    case "caller":
      return undefined;
    default:
      return wait satisfies never;
  }
}

function allReadyX(waits: readonly Wait[], trace: Trace, x: AxisPlace): number | undefined {
  let latest = Number.NEGATIVE_INFINITY;
  for (const wait of waits) {
    const ready = readyX(wait, trace, x);
    if (ready === undefined) return undefined;
    latest = Math.max(latest, ready);
  }
  return latest;
}
