// Decides which hand-overs of control are drawn, and where: those between generators and their callers, and all others
// on demand. Pure; slide units.

import type { TaskId } from "../../trace/events/events.ts";
import { firstIndex } from "../../trace/events/lists.ts";
import type { Stretch, TaskSpan } from "../../trace/fold/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import type { AxisPlace } from "../scale/axis-map.ts";
import { tickWidth } from "../scale/extents.ts";

/** Control goes from one task to another. */
export interface Handover {
  readonly x: number;
  readonly from: TaskId;
  readonly to: TaskId;
}

/** A visit: a caller gives control to a generator and, in most cases, gets it back. */
type Visit = readonly Handover[];

const closest = 8;
/** Units between a turn and the arrows on either side of it. */
const beside = 2;
const most = 60;
const mostWakings = 200;
/** A larger distance between visits would not reduce them further: there are too many generators. */
const widest = 200;

/** A task that was suspended, or is new, gets control. */
export interface Waking {
  readonly x: number;
  /** The task that gave it control; undefined for the event loop. */
  readonly from: TaskId | undefined;
  readonly to: TaskId;
}

/**
 * Returns who gave control to tasks that are not generators. Limits their number, so that they can be distinguished.
 */
export function wakings(trace: Trace, shown: readonly TaskSpan[], x: AxisPlace): Waking[] {
  const all = shown.filter((span) => !isGenerator(span)).flatMap((span) => wakingsOf(span, x));
  const each = Math.ceil(all.length / mostWakings);
  return all.filter(({ from, to }, index) => index % each === 0 && !isCall(trace, from, to));
}

// Calls of generators are hand-overs already.
function isCall({ tasks }: Trace, from: TaskId | undefined, to: TaskId): boolean {
  const [giver, receiver] = [from === undefined ? undefined : tasks[from], tasks[to]];
  return (giver && isGenerator(giver)) || (receiver ? isGenerator(receiver) : false);
}

function wakingsOf({ stretches, task, parent }: TaskSpan, x: AxisPlace): Waking[] {
  const found: Waking[] = [];
  for (let index = 0, stretch = stretches[0]; stretch; stretch = stretches[index]) {
    const at = x(stretch.from, stretch.seq);
    if (stretch.state === "running") {
      const from = index === 0 ? parent : stretch.by?.kind === "task" ? stretch.by.task : undefined;
      found.push({ x: at, from, to: task });
    }
    index = firstIndex(stretches, (later) => x(later.from, later.seq) > at + closest, index + 1);
  }
  return found;
}

/**
 * Returns the hand-overs between the tasks in `shown`. Leaves out those too close to others, so that the rest can be
 * distinguished.
 */
export function handovers(trace: Trace, shown: readonly TaskSpan[], x: AxisPlace): Handover[] {
  const tasks = parties(shown);
  const ids = new Set(shown.map(({ task }) => task));
  let visits: Visit[] = [];
  for (let distance = closest; distance < widest; distance *= 1.5) {
    visits = tasks.flatMap((span) => visitsOf(span, trace, x, distance));
    if (visits.length <= most) break;
  }
  const each = Math.ceil(visits.length / most);
  return visits
    .filter((_, index) => index % each === 0)
    .flat()
    .filter(({ from, to }) => ids.has(from) && ids.has(to));
}

// A task that is not a generator receives hand-overs only if there is an async generator.
function parties(tasks: readonly TaskSpan[]): readonly TaskSpan[] {
  return tasks.some(({ kind }) => kind === "async generator") ? tasks : tasks.filter(isGenerator);
}

function visitsOf(span: TaskSpan, trace: Trace, x: AxisPlace, distance: number): Visit[] {
  const visits: Visit[] = [];
  let free = Number.NEGATIVE_INFINITY;
  let index = -1;
  for (;;) {
    index = firstIndex(span.stretches, ({ from, seq }) => x(from, seq) >= free, index + 1);
    const stretch = span.stretches[index];
    if (!stretch) break;
    if (stretch.by?.kind !== "task") continue;
    const visit = isGenerator(span)
      ? callOf(span, index, stretch, stretch.by.task, x)
      : takenFrom(span, stretch, stretch.by.task, trace, x);
    if (visit.length === 0) continue;
    visits.push(visit);
    free = (visit.at(-1)?.x ?? 0) + distance - tickWidth;
  }
  return [...visits, ...closingOf(span, trace, x)];
}

// return() of a suspended generator ends it without giving it control.
function closingOf(span: TaskSpan, trace: Trace, x: AxisPlace): Visit[] {
  const { end, endSeq, task, stretches } = span;
  if (!isGenerator(span) || end === undefined || endSeq === undefined) return [];
  const caller = stretches.at(-1)?.state === "running" ? undefined : trace.holderAt(endSeq);
  return caller === undefined ? [] : [[{ x: x(end, endSeq), from: caller, to: task }]];
}

function isGenerator({ kind }: TaskSpan): boolean {
  return kind === "generator" || kind === "async generator";
}

function callOf(
  span: TaskSpan,
  index: number,
  { from, seq, to, endSeq }: Stretch,
  caller: TaskId,
  x: AxisPlace,
): Visit {
  const left = x(from, seq);
  const call = { x: left - beside, from: caller, to: span.task };
  const next = span.stretches[index + 1];
  const comesBack = next ? next.wait?.kind === "caller" : span.end !== undefined;
  if (to === undefined || !comesBack) return [call];
  return [call, { x: Math.max(x(to, endSeq), left + tickWidth) + beside, from: span.task, to: caller }];
}

// A value that an async generator yields after it had to wait reaches its caller in a later turn, in which the caller
// is resumed.
function takenFrom(
  span: TaskSpan,
  { from, seq }: Stretch,
  giver: TaskId,
  { tasks }: Trace,
  x: AxisPlace,
): Visit {
  return tasks[giver]?.kind === "async generator" ? [{ x: x(from, seq), from: giver, to: span.task }] : [];
}
