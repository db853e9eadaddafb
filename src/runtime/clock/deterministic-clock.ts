// The clock of a deterministic run, which can be repeated exactly. It jumps from timer to timer; computing takes no time.

import type { BackgroundWork, Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import { TimerQueue } from "./timer-queue.ts";

/**
 * The number of times that a program may read a clock that stands still. Each further read takes a millisecond: otherwise
 * a program that loops until a time has come would hang.
 */
export const patientReads = 10_000;

export interface DeterministicClockOptions {
  readonly real: RealTime;
  readonly background: Pick<BackgroundWork, "settle">;
  /** True while the run's top level, or a prompt entry, awaits something. Then the clock jumps also to signals. */
  readonly isAwaited: () => boolean;
}

/** A clock that stands still while the program works, and jumps to the next timer when it has nothing to do. */
export class DeterministicClock implements Clock {
  readonly real: RealTime;
  turn = 0;
  readonly #options: DeterministicClockOptions;
  readonly #queue = new TimerQueue();
  #now = 0;
  /** The number of reads since the clock moved. */
  #reads = 0;
  /** True while the clock waits until the program has nothing left to do at this time. */
  #settling = false;

  constructor(options: DeterministicClockOptions) {
    this.real = options.real;
    this.#options = options;
  }

  start(): void {
    this.#now = 0;
  }

  now(): number {
    return this.#now;
  }

  read(): number {
    if (this.#reads < patientReads) this.#reads += 1;
    else this.#now += 1;
    return this.#now;
  }

  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle {
    return this.setAlarm(callback, this.#now + delay, use);
  }

  setAlarm(callback: () => void, due: number, use: TimerUse = "event"): TimerHandle {
    const handle = this.#queue.add(callback, due, use);
    this.goOn();
    return handle;
  }

  clearTimer(handle: TimerHandle): void {
    this.#queue.remove(handle);
  }

  block(duration: number): void {
    if (duration > 0) this.#moveTo(this.#now + duration);
  }

  /** Jumps to the next timer, if there is one, when the program is idle. To be called when `isAwaited` becomes true. */
  goOn(): void {
    if (this.#settling || !this.#hasNext()) return;
    this.#settling = true;
    this.#options.background.settle(() => {
      this.#settling = false;
      this.#jump();
    });
  }

  #hasNext(): boolean {
    return this.#queue.count("event") > 0 || (this.#queue.first !== undefined && this.#options.isAwaited());
  }

  #jump(): void {
    const timer = this.#hasNext() ? this.#queue.take() : undefined;
    if (!timer) return;
    this.#moveTo(timer.due);
    this.turn += 1;
    try {
      timer.callback();
    } finally {
      this.goOn();
    }
  }

  #moveTo(time: number): void {
    if (time <= this.#now) return;
    this.#now = time;
    this.#reads = 0;
  }
}
