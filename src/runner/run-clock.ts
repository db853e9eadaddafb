// Estimates what a run's clock shows between the worker's messages, from the page's own clock. Pure.

/** The last known state of a run's clock. Times are milliseconds. */
export interface RunClock {
  /** What the clock showed. */
  readonly t: number;
  /** The clock's speed; 0 if it stands still. */
  readonly speed: number;
  /** When it showed `t`, by `pageTime`. null before the first message: the clock shows 0. */
  readonly at: number | null;
}

/** Milliseconds since 1970, with fractions; it never goes backwards. All windows of a machine agree on it. */
export function pageTime(): number {
  return performance.timeOrigin + performance.now();
}

/** Returns what the clock shows at a page time. */
export function shownBy({ t, speed, at }: RunClock, time: number): number {
  return at === null ? 0 : t + (time - at) * speed;
}

/**
 * Returns the clock after an event at `t`. The clock changes if this is the first thing known of it, or if it is
 * further on than estimated.
 */
export function movedOn(clock: RunClock, t: number, time: number): RunClock {
  return clock.at === null || t > shownBy(clock, time) ? { ...clock, t, at: time } : clock;
}
