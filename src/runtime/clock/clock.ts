// The run's clock, which timers, the network and the trace go by.

/** A timer that has not fired yet. */
export type TimerHandle = number;

/**
 * What a timer is set for.
 *
 * "event": the program's future depends on it, and a run waits for it.
 * "signal": something that may happen, but for which a run does not wait unless somebody in it does.
 * "upkeep": the runtime's own; nothing that a viewer would step to.
 */
export type TimerUse = "event" | "signal" | "upkeep";

/** Times are milliseconds since the run began. */
export interface Clock {
  /** What goes by real time, also while the run's clock stands still. */
  readonly real: RealTime;
  /** How often the clock has called back so far: tells one turn of the event loop from the next. */
  readonly turn: number;
  /** Sets the clock to 0: the run begins. */
  start(): void;
  /** Never decreases. */
  now(): number;
  /** The time, asked for by the program, which may do so until it changes. */
  read(): number;
  /**
   * Calls back once, `delay` milliseconds from now or as soon after as the program is free, and in no case earlier.
   * Timers call back in the order of the times at which they are due, then in the order in which they were set.
   */
  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle;
  /** The same at a given time. */
  setAlarm(callback: () => void, due: number, use?: TimerUse): TimerHandle;
  clearTimer(handle: TimerHandle): void;
  /** Keeps control until `duration` milliseconds have passed. */
  block(duration: number): void;
}

/** What the engine does for the program beside its turns, as far as a clock has to know. */
export interface BackgroundWork {
  /** Calls back in a turn of its own, once all microtasks and all work in the background are done. */
  settle(callback: () => void): void;
  /** From now on results of such work come in the order of the calls. */
  putInOrder(): void;
}

/** Real time: for what a viewer waits for, and for what must be done whatever the run's clock shows. In milliseconds. */
export interface RealTime {
  now(): number;
  /** @returns a function that takes the timer back */
  setTimer(callback: () => void, delay: number): () => void;
  /** Calls back in a turn of its own, as soon as all microtasks are done. */
  soon(callback: () => void): void;
  block(duration: number): void;
}
