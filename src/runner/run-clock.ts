// What a run's clock shows, told by the page's own clock between the worker's messages. Pure.

/** A clock as it was last heard of. Times are milliseconds. */
export interface RunClock {
  /** What it showed. */
  readonly t: number;
  /** How fast it goes; 0 where it stands still. */
  readonly speed: number;
  /** When that was, by `pageTime`; null before anything was heard of it: it shows 0. */
  readonly at: number | null;
}

/** Milliseconds since 1970, with fractions, never backwards: all windows of a machine agree on it. */
export function pageTime(): number {
  return performance.timeOrigin + performance.now();
}

/** What the clock shows at a time of the page. */
export function shownBy({ t, speed, at }: RunClock, time: number): number {
  return at === null ? 0 : t + (time - at) * speed;
}

/** Something happened at `t`: the first time that is known of a clock, or that it is further than thought. */
export function movedOn(clock: RunClock, t: number, time: number): RunClock {
  return clock.at === null || t > shownBy(clock, time) ? { ...clock, t, at: time } : clock;
}
