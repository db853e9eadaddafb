// Moves what happens at nearly one time apart, so that its order can be seen where the axis is short. Pure.

import type { TraceEvent } from "../../trace/events/events.ts";
import { firstIndex } from "../../trace/events/lists.ts";
import { foldEvents, type Trace } from "../../trace/trace.ts";

/** A run whose events are at the times at which they are drawn. */
export interface Spread {
  readonly trace: Trace;
  /** From a time of the run to that at which it is drawn, both in milliseconds. */
  readonly place: (t: number) => number;
  /** And back. */
  readonly time: (drawn: number) => number;
}

/** The axis on which a run is drawn: its last time in milliseconds, and its width in units. */
export interface Axis {
  readonly end: number;
  readonly width: number;
}

/** Where more time is seen it is time that counts. */
const longestAxis = 100;
const mostEvents = 1000;
/** Units between two events that can be told apart. */
const widestStep = 10;
const narrowestStep = 3;
/** Of the axis, for those that are moved. */
const largestShare = 0.5;

/** The time between an event and the one before it. */
interface Gap {
  /** Milliseconds. */
  readonly length: number;
  /** Units that it must have. */
  readonly least: number;
}

/** Undefined where nothing has to be moved, and where that would need too much room. */
export function spread({ events }: Trace, axis: Axis): Spread | undefined {
  if (axis.end > longestAxis || events.length > mostEvents) return undefined;
  const gaps = gapsOf(events, axis);
  const rate = rateOf(gaps, axis);
  if (rate === undefined) return undefined;
  const unit = axis.end / axis.width;
  let t = 0;
  const moved = events.map((event, index) => {
    t += widthOf(gaps[index], rate) * unit;
    return { ...event, t };
  });
  return {
    trace: foldEvents(moved),
    place: (time) => placeOf(time, events, moved, rate * unit),
    time: (drawn) => placeOf(drawn, moved, events, 1 / (rate * unit)),
  };
}

function gapsOf(events: readonly TraceEvent[], axis: Axis): Gap[] {
  const count = events.filter(isSeen).length;
  const step = Math.min(widestStep, (largestShare * axis.width) / count);
  let seen = false;
  return events.map((event, index) => {
    const least = seen && isSeen(event) && step >= narrowestStep ? step : 0;
    seen ||= isSeen(event);
    return { length: event.t - (events[index - 1]?.t ?? 0), least };
  });
}

function isSeen({ kind }: TraceEvent): boolean {
  return kind.startsWith("task-") || kind === "output";
}

function widthOf(gap: Gap | undefined, rate: number): number {
  return gap ? Math.max(gap.least, gap.length * rate) : 0;
}

/**
 * Units for a millisecond where there is room for that: the others take theirs from it. Undefined where none is too
 * narrow.
 */
function rateOf(gaps: readonly Gap[], { end, width }: Axis): number | undefined {
  const even = width / end;
  for (let rate = even; ; ) {
    const narrow = gaps.filter(({ length, least }) => length * rate < least);
    const taken = narrow.reduce((sum, { least }) => sum + least, 0);
    const time = narrow.reduce((sum, { length }) => sum + length, 0);
    const next = (width - taken) / (end - time);
    // A lower rate makes more of them too narrow, until none is left that was wide enough.
    if (next >= rate - 1e-9) return rate < even ? rate : undefined;
    rate = next;
  }
}

function placeOf(
  time: number,
  events: readonly TraceEvent[],
  moved: readonly TraceEvent[],
  rate: number,
): number {
  const index = firstIndex(events, ({ t }) => t >= time);
  const [from, to] = [events[index - 1]?.t ?? 0, events[index]?.t];
  const [left, right] = [moved[index - 1]?.t ?? 0, moved[index]?.t];
  if (to === undefined || right === undefined) return left + (time - from) * rate;
  return time >= to || to === from ? right : left + ((time - from) / (to - from)) * (right - left);
}
