// The run's clock, which timers, the network and the trace go by.

/** A timer that has not fired yet. */
export type TimerHandle = number;

/** Times are milliseconds since the run began. */
export interface Clock {
  /** Sets the clock to 0: the run begins. */
  start(): void;
  now(): number;
  /** Calls back once, `delay` milliseconds from now or as soon after as the program is free. */
  setTimer(callback: () => void, delay: number): TimerHandle;
  clearTimer(handle: TimerHandle): void;
  /** Keeps control until `duration` milliseconds have passed. */
  block(duration: number): void;
}

/** Real time. Work of the processor takes as long as it takes. */
export class LiveClock implements Clock {
  // Taken before the program can replace them.
  readonly #setTimeout = self.setTimeout.bind(self);
  readonly #clearTimeout = self.clearTimeout.bind(self);
  readonly #now = performance.now.bind(performance);
  #start = this.#now();

  start(): void {
    this.#start = this.#now();
  }

  now(): number {
    return this.#now() - this.#start;
  }

  setTimer(callback: () => void, delay: number): TimerHandle {
    return this.#setTimeout(callback, delay);
  }

  clearTimer(handle: TimerHandle): void {
    this.#clearTimeout(handle);
  }

  block(duration: number): void {
    // Atomics.wait would sleep instead of spinning, but needs a shared buffer, which static hosts do not grant.
    const until = this.now() + duration;
    while (this.now() < until);
  }
}
