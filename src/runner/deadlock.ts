// Finds in the memory of a run whether all its threads have ended or are blocked for ever. The frame runs it: only the
// frame and the workers can read that memory, and any worker may be blocked.

import type { blocking, sharedMemory, threadStates, turns } from "../protocol/threads.ts";
import type { WorkerId } from "../trace/events/events.ts";

/** What the frame has to know of the memory. */
export interface ThreadLayout {
  readonly bytes: number;
  readonly places: typeof sharedMemory.places;
  readonly states: typeof threadStates;
  readonly blocking: typeof blocking;
  readonly turns: typeof turns;
  readonly mostThreads: number;
}

/** A run that stands still. */
export interface Standstill {
  /** The threads that have nothing to do, unless they hide it: a message through a port of the program's own may be on its way. */
  readonly idle: readonly WorkerId[];
  /** Those of them whose top level has thrown. */
  readonly broken: readonly WorkerId[];
  /** How many events the run has. They may be on their way still. */
  readonly events: number;
}

/**
 * Returns the standstill of a run; `undefined` if a thread does something or can be woken, or if none is blocked. It gets
 * into the frame as text, so it must not use anything outside itself.
 * @param part the run's part of the shared memory
 */
export function standstillOf(
  part: Int32Array,
  { places, states, blocking, mostThreads }: ThreadLayout,
): Standstill | undefined {
  const at = (place: number, thread = 0) => Atomics.load(part, place + thread);
  const idle: number[] = [];
  let isAnyBlocked = false;
  if (at(places.woken) !== 0) return undefined;
  const last = Math.min(at(places.threads), mostThreads);
  for (let thread = 0; thread <= last; thread += 1) {
    const isTaken = at(places.sent, thread) === 0 || at(places.states, thread) === states.terminated;
    const parent = at(places.parents, thread);
    const canParentTake =
      at(places.blocked, parent) === blocking.no && at(places.states, parent) === states.alive;
    if (!isTaken && canParentTake) return undefined;
    if (at(places.states, thread) !== states.alive) continue;
    if (at(places.blocked, thread) === blocking.forEver) isAnyBlocked = true;
    else if (at(places.blocked, thread) !== blocking.no) return undefined;
    else if (at(places.busy, thread) + at(places.given, thread) > 0) return undefined;
    else idle.push(thread);
  }
  const broken = idle.filter((thread) => at(places.broken, thread) > 0);
  return isAnyBlocked ? { idle, broken, events: at(places.event) } : undefined;
}
