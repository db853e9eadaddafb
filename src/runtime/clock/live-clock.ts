// The clock of a live run: real time at a speed that may change, or standing still. The processor's work takes what it takes.

import type { Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import { patientReads } from "./deterministic-clock.ts";
import { type PendingTimer, TimerQueue } from "./timer-queue.ts";

export interface LiveClockOptions {
  readonly real: RealTime;
  /** 1 where it is not given. */
  readonly speed?: number | undefined;
  /** Told when the clock begins to go otherwise: at another speed, from another time. */
  readonly onChange?: (() => void) | undefined;
}

export class LiveClock implements Clock {
  readonly real: RealTime;
  turn = 0;
  readonly #onChange: (() => void) | undefined;
  readonly #queue = new TimerQueue();
  #speed: number;
  /** What the clock showed at the real time `#realBase`. */
  #base = 0;
  #realBase: number;
  /** How often the program has asked for the time while it stood still. */
  #reads = 0;
  /** The real timer for the first in the queue. */
  #armed: { readonly due: number; readonly disarm: () => void } | undefined;
  /** Set while a turn is on its way that looks at the queue. */
  #looksSoon = false;

  constructor({ real, speed = 1, onChange }: LiveClockOptions) {
    this.real = real;
    this.#speed = speed;
    this.#onChange = onChange;
    this.#realBase = real.now();
  }

  start(): void {
    this.#moveTo(0);
    this.#rearm();
    this.#onChange?.();
  }

  now(): number {
    return this.#base + (this.real.now() - this.#realBase) * this.#speed;
  }

  /** While it stands still, a program that waits for another time without giving up control must not hang. */
  read(): number {
    if (this.#speed > 0) return this.now();
    if (this.#reads < patientReads) this.#reads += 1;
    else this.#base += 1;
    return this.#base;
  }

  /** Milliseconds of the run per real millisecond; 0 while it stands still. */
  get speed(): number {
    return this.#speed;
  }

  /** Goes on at `speed` from what it shows now: no timer calls back, and time is frozen, while that is 0. */
  setSpeed(speed: number): void {
    if (speed === this.#speed) return;
    this.#moveTo(this.now());
    this.#speed = speed;
    this.#rearm();
    this.#onChange?.();
  }

  /**
   * Stands still at `time`, which may be earlier than what it shows: nobody may have looked since, and nothing have
   * happened.
   */
  rest(time: number): void {
    this.#moveTo(time);
    this.#speed = 0;
    this.#rearm();
    this.#onChange?.();
  }

  /**
   * While it stands still: the time comes at which the next timer is due, and that one calls back before this returns.
   * @returns false where there is none, or the clock is going
   */
  step(): boolean {
    if (this.#speed !== 0 || this.#queue.count("event") + this.#queue.count("signal") === 0) return false;
    for (let timer = this.#queue.take(); timer; timer = this.#queue.take()) {
      this.#moveTo(Math.max(this.#base, timer.due));
      if (timer.use !== "upkeep") this.#onChange?.();
      this.#call(timer);
      if (timer.use !== "upkeep") return true;
    }
    return false;
  }

  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle {
    return this.setAlarm(callback, this.now() + delay, use);
  }

  setAlarm(callback: () => void, due: number, use: TimerUse = "event"): TimerHandle {
    const handle = this.#queue.add(callback, due, use);
    this.#arm();
    return handle;
  }

  clearTimer(handle: TimerHandle): void {
    this.#queue.remove(handle);
  }

  /** While it stands still, a block takes no time but the run's. */
  block(duration: number): void {
    if (this.#speed > 0) {
      this.real.block(duration / this.#speed);
    } else if (duration > 0) {
      this.#moveTo(this.#base + duration);
      this.#onChange?.();
    }
  }

  #moveTo(time: number): void {
    this.#reads = 0;
    this.#base = time;
    this.#realBase = this.real.now();
  }

  #rearm(): void {
    this.#armed?.disarm();
    this.#armed = undefined;
    this.#arm();
  }

  /** Sees to it that somebody looks when the first timer is due. */
  #arm(): void {
    const { first } = this.#queue;
    if (!first || this.#speed === 0 || this.#looksSoon) return;
    if (this.#armed && this.#armed.due <= first.due) return;
    this.#armed?.disarm();
    this.#armed = undefined;
    const wait = (first.due - this.now()) / this.#speed;
    if (wait <= 0) this.#lookSoon();
    else this.#armed = { due: first.due, disarm: this.real.setTimer(this.#look, wait) };
  }

  #lookSoon(): void {
    this.#looksSoon = true;
    this.real.soon(() => {
      this.#looksSoon = false;
      this.#look();
    });
  }

  readonly #look = (): void => {
    this.#armed?.disarm();
    this.#armed = undefined;
    const { first } = this.#queue;
    if (!first || this.#speed === 0 || this.#looksSoon) return;
    // Engines may call a little early.
    if (first.due > this.now()) this.#arm();
    else this.#callNext();
  };

  #callNext(): void {
    const timer = this.#queue.take();
    // Each has a turn of its own; and real timers that are set in that turn are not nested: browsers keep those waiting.
    this.#lookSoon();
    if (timer) this.#call(timer);
  }

  #call({ callback }: PendingTimer): void {
    this.turn += 1;
    callback();
  }
}
