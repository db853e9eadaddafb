// Where the events of a run lie on a short axis: those of nearly one time lie apart, so that their order can be seen. Pure.

import type { TraceEvent } from "../../trace/events/events.ts";
import { firstIndex, lastBefore } from "../../trace/events/lists.ts";
import type { Trace } from "../../trace/trace.ts";

/** An axis that gives some of its time to events that would lie on each other. It is as long as without them. */
export interface Spread {
  /**
   * From a moment to where it lies on the axis, in milliseconds. It never decreases from one event to the next.
   * @param seq the event whose moment it is; without it, a time lies where its first event does
   */
  readonly place: (t: number, seq?: number) => number;
  /** From a place on the axis back to a time of the run. */
  readonly timeAt: (place: number) => number;
  /** The last event at or before a place; -1 where there is none. */
  readonly eventAt: (place: number) => number;
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

interface Kept extends Axis {
  readonly count: number;
  readonly spread: Spread | undefined;
}

const kept = new WeakMap<Trace, Kept>();

/**
 * The same one until there are more events or another axis. Undefined where nothing has to be moved, and where that
 * would need too much room.
 */
export function spread(trace: Trace, axis: Axis): Spread | undefined {
  const { events } = trace;
  if (axis.end > longestAxis || events.length > mostEvents) return undefined;
  const last = kept.get(trace);
  const isSame = last?.count === events.length && last.end === axis.end && last.width === axis.width;
  if (last && isSame) return last.spread;
  const made = makeSpread(events, axis);
  kept.set(trace, { ...axis, count: events.length, spread: made });
  return made;
}

function makeSpread(events: readonly TraceEvent[], axis: Axis): Spread | undefined {
  const gaps = gapsOf(events, axis);
  const rate = rateOf(gaps, axis);
  if (rate === undefined) return undefined;
  const unit = axis.end / axis.width;
  const times = events.map(({ t }) => t);
  let end = 0;
  const places = gaps.map((gap) => {
    end += widthOf(gap, rate) * unit;
    return end;
  });
  return {
    place: (t, seq = -1) =>
      (times[seq] === t ? places[seq] : undefined) ?? across(t, times, places, rate * unit),
    timeAt: (place) => across(place, places, times, 1 / (rate * unit)),
    eventAt: (place) => lastBefore(places, (other) => other > place),
  };
}

/** The time between an event and the one before it. */
interface Gap {
  /** Milliseconds. */
  readonly length: number;
  /** Units that it must have. */
  readonly least: number;
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

function widthOf({ least, length }: Gap, rate: number): number {
  return Math.max(least, length * rate);
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

/**
 * What a value of one list is in the other, both in ascending order: between two entries as far as between their
 * counterparts.
 * @param rate what one is worth in the other behind the last entry
 */
function across(value: number, list: readonly number[], other: readonly number[], rate: number): number {
  const index = firstIndex(list, (each) => each >= value);
  const [from, to] = [list[index - 1] ?? 0, list[index]];
  const [first, last] = [other[index - 1] ?? 0, other[index]];
  if (to === undefined || last === undefined) return first + (value - from) * rate;
  return value >= to || to === from ? last : first + ((value - from) / (to - from)) * (last - first);
}
