// A clock that moves when a test says so.

import type { Clock, TimerHandle } from "./clock.ts";

export class ManualClock implements Clock {
  #now = 0;
  #count = 0;
  readonly #timers = new Map<TimerHandle, { readonly due: number; readonly callback: () => void }>();

  start(): void {
    this.#now = 0;
  }

  now(): number {
    return this.#now;
  }

  setTimer(callback: () => void, delay: number): TimerHandle {
    this.#count += 1;
    this.#timers.set(this.#count, { due: this.#now + delay, callback });
    return this.#count;
  }

  clearTimer(handle: TimerHandle): void {
    this.#timers.delete(handle);
  }

  /** Time passes and no timer calls back: the program keeps control. */
  block(duration: number): void {
    this.#now += duration;
  }

  /** Time passes; timers that are due call back in order, each followed by what it set in motion. */
  async pass(duration: number): Promise<void> {
    const until = this.#now + duration;
    for (let timer = this.#next(until); timer; timer = this.#next(until)) {
      const [handle, { due, callback }] = timer;
      this.#timers.delete(handle);
      this.#now = Math.max(this.#now, due);
      callback();
      await settled();
    }
    this.#now = Math.max(this.#now, until);
  }

  #next(until: number) {
    return [...this.#timers]
      .filter(([, { due }]) => due <= until)
      .sort(([, a], [, b]) => a.due - b.due)
      .at(0);
  }
}

/** Resolves when all that promises can do without a timer is done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
