// The interface of a run's clock. Timers, the network and the trace take their times from it.

/** Identifies a pending timer of a clock. */
export type TimerHandle = number;

/**
 * The purpose of a timer.
 *
 * "event": a timer or a reply of the program. The run does not end before it has fired.
 * "signal": a timeout, for example `AbortSignal.timeout(1000)`. The run waits for it only while some code awaits
 * something.
 * "upkeep": a timer of the runtime itself. A step of the viewer passes over it.
 */
export type TimerUse = "event" | "signal" | "upkeep";

/** The clock of a run. All times are milliseconds since the run began. */
export interface Clock {
  /** Real time, which passes also while the run's clock stands still. */
  readonly real: RealTime;
  /** The number of timers fired so far. It tells one turn of the event loop from the next. */
  readonly turn: number;
  /** Begins the run: sets the time to 0. */
  start(): void;
  /** Returns the time for the runtime. It never decreases. */
  now(): number;
  /**
   * Returns the time for the program. A clock that stands still moves on after many reads, so that a loop which waits
   * for a time ends.
   */
  read(): number;
  /**
   * Calls back once after `delay` milliseconds, or later if the program is busy then; never earlier. Timers fire in the
   * order of their due times; those with the same due time fire in the order in which they were set.
   */
  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle;
  /** Like `setTimer`, but calls back at the time `due`. */
  setAlarm(callback: () => void, due: number, use?: TimerUse): TimerHandle;
  clearTimer(handle: TimerHandle): void;
  /** Returns when `duration` milliseconds have passed. Nothing else runs meanwhile. */
  block(duration: number): void;
}

/** The engine's background work for the program, for example a digest: the part of `Background` that a clock uses. */
export interface BackgroundWork {
  /** Calls back in a turn of its own when all microtasks and all background work are done. */
  settle(callback: () => void): void;
  /** From now on the program gets the results of background work in the order of its calls. */
  putInOrder(): void;
}

/** Real time in milliseconds: for work that must be done also while the run's clock stands still. */
export interface RealTime {
  now(): number;
  /** @returns a function that clears the timer */
  setTimer(callback: () => void, delay: number): () => void;
  /** Calls back in a turn of its own as soon as all microtasks are done. */
  soon(callback: () => void): void;
  block(duration: number): void;
}
