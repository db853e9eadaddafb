// The playhead's position in a run: a time, and how many of the events at that time have happened.

import type { Trace } from "../trace.ts";
import { seqAt } from "./moment.ts";

export interface Position {
  /** The newest event that has happened; -1 before the first event. */
  readonly seq: number;
  /** Milliseconds since the run began; never before that event. */
  readonly t: number;
}

/** Returns the position after all events up to `t` milliseconds. A time outside the run is clamped. */
export function positionAt(trace: Trace, t: number): Position {
  const inside = Math.max(0, Math.min(t, trace.duration));
  return { seq: seqAt(trace, inside), t: inside };
}

/** Returns the position right after an event. A number without an event is clamped to the nearest one. */
export function positionOf(trace: Trace, seq: number): Position {
  const nearest = Math.max(-1, Math.min(seq, trace.events.length - 1));
  return { seq: nearest, t: trace.events[nearest]?.t ?? 0 };
}

/** Moves one event on or back. Without a position, it moves from the newest event. */
export function stepped(trace: Trace, from: Position | undefined, by: 1 | -1): Position {
  if (!from) return positionOf(trace, trace.events.length - 1 + Math.min(0, by));
  // Between two events, a step back goes to the event before.
  const isBetween = from.t > (trace.events[from.seq]?.t ?? 0);
  return positionOf(trace, isBetween && by < 0 ? from.seq : from.seq + by);
}

/** Moves `by` milliseconds on, or back if negative. */
export function moved(trace: Trace, from: Position | undefined, by: number): Position {
  return positionAt(trace, (from?.t ?? trace.duration) + by);
}
