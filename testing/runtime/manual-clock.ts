// A clock that moves only if a test moves it. It is its own real time.

import type { Clock, RealTime, TimerHandle, TimerUse } from "../../src/runtime/clock/clock.ts";
import { TimerQueue } from "../../src/runtime/clock/timer-queue.ts";

export class ManualClock implements Clock {
  readonly real: RealTime = {
    now: () => this.#now,
    setTimer: (callback, delay) => {
      const handle = this.setTimer(callback, delay, "upkeep");
      return () => this.clearTimer(handle);
    },
    soon: (callback) => void this.setTimer(callback, 0, "upkeep"),
    block: (duration) => this.block(duration),
  };
  turn = 0;
  #now = 0;
  readonly #queue = new TimerQueue();

  start(): void {
    this.#now = 0;
  }

  now(): number {
    return this.#now;
  }

  read(): number {
    return this.#now;
  }

  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle {
    return this.setAlarm(callback, this.#now + delay, use);
  }

  setAlarm(callback: () => void, due: number, use: TimerUse = "event"): TimerHandle {
    return this.#queue.add(callback, due, use);
  }

  clearTimer(handle: TimerHandle): void {
    this.#queue.remove(handle);
  }

  /** Lets time pass without calling timers, as if the program kept control. */
  block(duration: number): void {
    this.#now += duration;
  }

  /** Lets time pass. Due timers are called in order, each followed by the microtasks that it causes. */
  async pass(duration: number): Promise<void> {
    const until = this.#now + duration;
    while (this.#queue.first && this.#queue.first.due <= until) {
      const timer = this.#queue.take();
      if (!timer) break;
      this.#now = Math.max(this.#now, timer.due);
      this.turn += 1;
      timer.callback();
      await settled();
    }
    this.#now = Math.max(this.#now, until);
  }
}

/** Resolves when all microtasks have run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
