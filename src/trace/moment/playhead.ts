// A moment of a run that a viewer has gone to: a time, and how many of the events at that time have happened.

import type { Trace } from "../trace.ts";
import { seqAt } from "./moment.ts";

export interface Position {
  /** The newest event that has happened; -1 before the first one. */
  readonly seq: number;
  /** Milliseconds since the run began; not before that event. */
  readonly t: number;
}

/** All that happened up to `t` milliseconds; a time outside the run is brought into it. */
export function positionAt(trace: Trace, t: number): Position {
  const inside = Math.max(0, Math.min(t, trace.duration));
  return { seq: seqAt(trace, inside), t: inside };
}

/** Right after an event; the nearest there is where there is none of that number. */
export function positionOf(trace: Trace, seq: number): Position {
  const nearest = Math.max(-1, Math.min(seq, trace.events.length - 1));
  return { seq: nearest, t: trace.events[nearest]?.t ?? 0 };
}

/** One event on or back; where the viewer has gone nowhere yet, that is from the newest event. */
export function stepped(trace: Trace, from: Position | undefined, by: 1 | -1): Position {
  if (!from) return positionOf(trace, trace.events.length - 1 + Math.min(0, by));
  // Between two events the one before is a step back.
  const isBetween = from.t > (trace.events[from.seq]?.t ?? 0);
  return positionOf(trace, isBetween && by < 0 ? from.seq : from.seq + by);
}

/** So many milliseconds on or back. */
export function moved(trace: Trace, from: Position | undefined, by: number): Position {
  return positionAt(trace, (from?.t ?? trace.duration) + by);
}
