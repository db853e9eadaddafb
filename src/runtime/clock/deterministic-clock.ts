// The clock of a run that can be repeated exactly: time moves at timers and blocks alone, and at once.

import type { BackgroundWork, Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import { TimerQueue } from "./timer-queue.ts";

/** So often a program may ask for the time in vain; then each question takes a millisecond, so that it does not hang. */
export const patientReads = 10_000;

export interface DeterministicClockOptions {
  readonly real: RealTime;
  readonly background: Pick<BackgroundWork, "settle">;
  /** True while somebody waits for whatever may happen: the run's top level, or what was entered at the prompt. */
  readonly isAwaited: () => boolean;
}

export class DeterministicClock implements Clock {
  readonly real: RealTime;
  turn = 0;
  readonly #options: DeterministicClockOptions;
  readonly #queue = new TimerQueue();
  #now = 0;
  /** How often the program has asked for the time since the clock moved. */
  #reads = 0;
  /** Set while it waits for the program to have done all that it can at this time. */
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

  /** To be called when somebody begins to wait for what was set before. */
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
