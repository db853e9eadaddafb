// Spreads out the events of a run on a short axis: events at nearly the same time get separate places, so that their
// order is visible. Pure.

import type { TraceEvent } from "../../trace/events/events.ts";
import { firstIndex, lastBefore } from "../../trace/events/lists.ts";
import type { Trace } from "../../trace/trace.ts";

/**
 * An axis that gives some of its length to events that would otherwise cover each other. Its total length does not
 * change.
 */
export interface Spread {
  /**
   * Maps a moment to its place on the axis, in milliseconds. It never decreases from one event to the next.
   * @param seq the event of the moment; without it, a time maps to the place of its first event
   */
  readonly place: (t: number, seq?: number) => number;
  /** Maps a place on the axis back to a time of the run. */
  readonly timeAt: (place: number) => number;
  /** Returns the last event at or before a place; -1 if there is none. */
  readonly eventAt: (place: number) => number;
}

/** The axis of a run: its last time in milliseconds, and its width in units. */
export interface Axis {
  readonly end: number;
  readonly width: number;
}

/** Milliseconds. A longer axis stays linear. */
const longestAxis = 100;
const mostEvents = 1000;
/** Units between two events that can be distinguished. */
const widestStep = 10;
const narrowestStep = 3;
/** The largest share of the axis that spread-out events may take. */
const largestShare = 0.5;

interface Kept extends Axis {
  readonly count: number;
  readonly spread: Spread | undefined;
}

const kept = new WeakMap<Trace, Kept>();

/**
 * Returns the same spread until there are more events or the axis changes. Returns `undefined` if nothing has to be
 * moved, and if that would need too much space.
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
  /** The least width, in units. */
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
 * Returns the units per millisecond that are left for the other gaps once narrow gaps get their least width. Returns
 * `undefined` if no gap is too narrow.
 */
function rateOf(gaps: readonly Gap[], { end, width }: Axis): number | undefined {
  const even = width / end;
  for (let rate = even; ; ) {
    const narrow = gaps.filter(({ length, least }) => length * rate < least);
    const taken = narrow.reduce((sum, { least }) => sum + least, 0);
    const time = narrow.reduce((sum, { length }) => sum + length, 0);
    const next = (width - taken) / (end - time);
    // A lower rate makes more gaps too narrow. Repeat until no further gap becomes too narrow.
    if (next >= rate - 1e-9) return rate < even ? rate : undefined;
    rate = next;
  }
}

/**
 * Maps a value from one list to the other, both in ascending order. Interpolates between two entries.
 * @param rate units of `other` per unit of `list` after the last entry
 */
function across(value: number, list: readonly number[], other: readonly number[], rate: number): number {
  const index = firstIndex(list, (each) => each >= value);
  const [from, to] = [list[index - 1] ?? 0, list[index]];
  const [first, last] = [other[index - 1] ?? 0, other[index]];
  if (to === undefined || last === undefined) return first + (value - from) * rate;
  return value >= to || to === from ? last : first + ((value - from) / (to - from)) * (last - first);
}
