// Geometry of what a task does over time: a task's stretches in, parts of its bar out. Pure; slide units.

import type { Wait } from "../../trace/events/events.ts";
import { firstIndex } from "../../trace/events/lists.ts";
import type { Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import { addTurn, type Edges, type Extent, extent, tickWidth } from "../scale/extents.ts";
import type { LaneFrame } from "../scale/lane-frame.ts";

/** A suspension, up to the moment from which it could have ended. */
export interface WaitExtent extends Extent {
  /** What was waited for; undefined where several short ones are drawn as one. */
  readonly wait: Wait | undefined;
}

/** What a lane's bar consists of. */
export interface TaskParts {
  /** It has control. */
  readonly solid: readonly Extent[];
  /** It has called something that has control. */
  readonly called: readonly Extent[];
  readonly waits: readonly WaitExtent[];
  /** What it waits for is there, and it has not been resumed yet. */
  readonly ready: readonly Extent[];
  /** A generator that has not begun. */
  readonly created: readonly Extent[];
  /** It is not recorded what it does. */
  readonly unknown: readonly Extent[];
}

interface Building {
  readonly solid: Edges[];
  readonly called: Edges[];
  readonly waits: (Edges & { isShort: boolean; wait: Wait | undefined })[];
  readonly ready: Edges[];
  readonly created: Edges[];
  readonly unknown: Edges[];
}

const shortWait = 6;
/** Units within which nothing can be told apart. */
const closest = 2;
const shortestReady = 2;

/** @param numbers of the stretches that are drawn */
export function taskParts(
  span: TaskSpan,
  numbers: readonly number[],
  trace: Trace,
  frame: LaneFrame,
): TaskParts {
  const parts: Building = { solid: [], called: [], waits: [], ready: [], created: [], unknown: [] };
  const known = Math.min(frame.until, trace.thinnedAt ?? frame.until);
  for (const index of numbers) {
    const stretch = span.stretches[index];
    if (!stretch || (stretch.from >= known && known < frame.until)) break;
    const to = Math.min(stretch.to ?? known, known);
    addStretch(parts, { span, index, to: Math.max(stretch.from, to), trace, frame });
  }
  addUnknown(parts, span, known, frame);
  return {
    solid: parts.solid.map(extent),
    called: parts.called.map(extent),
    waits: parts.waits.map((part) => ({ ...extent(part), wait: part.wait })),
    ready: parts.ready.map(extent),
    created: parts.created.map(extent),
    unknown: parts.unknown.map(extent),
  };
}

/**
 * The numbers of a task's stretches, thinned: of those that are too close to be told apart one of each state is
 * enough, and two neighbours differ in it.
 */
export function distinctStretches({ stretches }: TaskSpan, { x, until }: LaneFrame): number[] {
  const distinct: number[] = [];
  for (let index = 0; index < stretches.length; ) {
    distinct.push(index, index + 1);
    const past = x(stretches[index]?.from ?? 0) + closest;
    index = firstIndex(stretches, ({ to }) => x(to ?? until) > past, index + 2);
  }
  return distinct.filter((index) => index < stretches.length);
}

interface Piece {
  readonly span: TaskSpan;
  /** The stretch's number. */
  readonly index: number;
  /** Up to where it is known, in milliseconds. */
  readonly to: number;
  readonly trace: Trace;
  readonly frame: LaneFrame;
}

function addStretch(parts: Building, piece: Piece): void {
  const stretch = piece.span.stretches[piece.index];
  const { x } = piece.frame;
  if (!stretch) return;
  switch (stretch.state) {
    case "created":
      parts.created.push({ left: x(stretch.from), right: x(piece.to) });
      break;
    case "running":
      addRunning(parts, stretch, piece);
      break;
    case "suspended":
      addSuspension(parts, stretch, piece);
      break;
    default:
      stretch.state satisfies never;
  }
}

function addRunning(parts: Building, stretch: Stretch, { span, index, to, trace, frame }: Piece): void {
  const [left, right] = [frame.x(stretch.from), frame.x(to)];
  if (right - left <= tickWidth) {
    addTurn(parts.solid, left, right);
    return;
  }
  parts.called.push({ left, right });
  const next = span.stretches[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
  let at = firstIndex(trace.control, ({ seq }) => seq >= stretch.seq);
  for (let control = trace.control[at]; control && control.seq < next; control = trace.control[at]) {
    at += 1;
    if (control.from > to) break;
    if (control.task !== span.task) continue;
    addTurn(parts.solid, frame.x(control.from), frame.x(Math.min(to, control.to ?? to)));
    const distinct = frame.x(control.from) + closest;
    at = firstIndex(trace.control, (later) => frame.x(later.to ?? to) > distinct, at);
  }
}

function addSuspension(parts: Building, { from, wait }: Stretch, { to, trace, frame: { x } }: Piece): void {
  const ready = wait ? readyAt(wait, trace) : undefined;
  const middle = ready === undefined ? to : Math.max(from, Math.min(to, ready));
  const [left, right] = [x(from), x(middle)];
  const last = parts.waits.at(-1);
  const isShort = right - left < shortWait;
  if (isShort && last?.isShort && left - last.right < tickWidth) {
    Object.assign(last, { right, wait: undefined });
  } else parts.waits.push({ left, right, isShort, wait });
  if (x(to) - right > shortestReady) parts.ready.push({ left: right, right: x(to) });
}

// What happens after the run was thinned is told in part only: that the task is there, and when it ends.
function addUnknown({ unknown }: Building, { start, end }: TaskSpan, known: number, frame: LaneFrame): void {
  const to = end ?? frame.until;
  if (known < frame.until && to > known) {
    unknown.push({ left: frame.x(Math.max(start, known)), right: frame.x(to) });
  }
}

/** When what is waited for was there, in milliseconds; undefined where it is not, or where that is not known. */
function readyAt(wait: Wait, trace: Trace): number | undefined {
  switch (wait.kind) {
    case "request": {
      const span = trace.requests[wait.request];
      return span?.ready ?? span?.end;
    }
    case "task":
      return trace.tasks[wait.task]?.end;
    case "group":
      return wait.method === "all" || wait.method === "allSettled" ? allReadyAt(wait.of, trace) : undefined;
    case "timer":
    case "lock":
    case "promise":
    case "turn":
    case "caller":
      return undefined;
    default:
      return wait satisfies never;
  }
}

function allReadyAt(waits: readonly Wait[], trace: Trace): number | undefined {
  let latest = 0;
  for (const wait of waits) {
    const ready = readyAt(wait, trace);
    if (ready === undefined) return undefined;
    latest = Math.max(latest, ready);
  }
  return latest;
}
