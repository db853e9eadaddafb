// The clock of a live run: real time at a speed that may change, or 0. Computing takes the time that it takes.

import type { Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import { type ClockStore, ownStore } from "./clock-store.ts";
import { patientReads } from "./deterministic-clock.ts";
import { type PendingTimer, TimerQueue } from "./timer-queue.ts";

export interface LiveClockOptions {
  readonly real: RealTime;
  /** Default: 1. */
  readonly speed?: number | undefined;
  /** Called when the clock starts, its speed changes, or it jumps to another time. */
  readonly onChange?: (() => void) | undefined;
  /** Default: a store of its own. */
  readonly store?: ClockStore | undefined;
}

/** A clock on real time that can be slowed down, sped up, paused and stepped. */
export class LiveClock implements Clock {
  readonly real: RealTime;
  turn = 0;
  readonly #onChange: (() => void) | undefined;
  readonly #queue = new TimerQueue();
  readonly #store: ClockStore;
  /** The number of reads since the paused clock moved. */
  #reads = 0;
  /** The real timer for the first timer of the queue. */
  #armed: { readonly due: number; readonly disarm: () => void } | undefined;
  /** True while a turn is scheduled that looks at the queue. */
  #looksSoon = false;

  constructor({ real, speed = 1, onChange, store }: LiveClockOptions) {
    this.real = real;
    this.#onChange = onChange;
    this.#store = store ?? ownStore({ time: 0, real: real.now(), speed });
  }

  start(): void {
    this.#moveTo(0);
    this.#rearm();
    this.#onChange?.();
  }

  now(): number {
    const { time, real, speed } = this.#store.get();
    return time + (this.real.now() - real) * speed;
  }

  /** While the clock is paused, time moves on after `patientReads` reads, so that a loop which waits for a time ends. */
  read(): number {
    const state = this.#store.get();
    if (state.speed > 0) return this.now();
    if (this.#reads < patientReads) this.#reads += 1;
    else this.#store.set({ ...state, time: state.time + 1 });
    return this.#store.get().time;
  }

  /** Milliseconds of the run per real millisecond; 0 while the clock is paused. */
  get speed(): number {
    return this.#store.get().speed;
  }

  /** Changes the speed from now on. At 0 the clock is paused: time stands still and no timer fires. */
  setSpeed(speed: number): void {
    const isNew = speed !== this.speed;
    if (isNew) this.#set(this.now(), speed);
    // Another thread of the run may have changed the speed already.
    this.#rearm();
    if (!isNew) return;
    this.#onChange?.();
  }

  /**
   * Pauses the clock at `time`. That may be earlier than the present time if nobody has read the clock since `time` and
   * nothing has happened.
   */
  rest(time: number): void {
    this.#set(time, 0);
    this.#rearm();
    this.#onChange?.();
  }

  /**
   * Moves a paused clock to the next timer and fires it, together with upkeep timers on the way.
   * @returns false if there is no timer to step to, or the clock is not paused
   */
  step(): boolean {
    if (this.speed !== 0 || this.#queue.count("event") + this.#queue.count("signal") === 0) return false;
    for (let timer = this.#queue.take(); timer; timer = this.#queue.take()) {
      this.#moveTo(Math.max(this.now(), timer.due));
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
    this.#tellDue();
    this.#arm();
    return handle;
  }

  clearTimer(handle: TimerHandle): void {
    this.#queue.remove(handle);
    this.#tellDue();
  }

  /** While the clock is paused, a block takes no real time: it moves the clock. */
  block(duration: number): void {
    const { speed } = this;
    if (speed > 0) {
      this.real.block(duration / speed);
    } else if (duration > 0) {
      this.#moveTo(this.now() + duration);
      this.#onChange?.();
    }
  }

  /** Upkeep is no step. */
  #tellDue(): void {
    const queue = this.#queue;
    this.#store.onDue?.(queue.count("event") + queue.count("signal") > 0 ? queue.first?.due : undefined);
  }

  #moveTo(time: number): void {
    this.#set(time, this.speed);
  }

  #set(time: number, speed: number): void {
    this.#reads = 0;
    this.#store.set({ time, real: this.real.now(), speed });
  }

  #rearm(): void {
    this.#armed?.disarm();
    this.#armed = undefined;
    this.#arm();
  }

  /** Schedules a look at the queue for the time at which its first timer is due. */
  #arm(): void {
    const { first } = this.#queue;
    const { speed } = this;
    if (!first || speed === 0 || this.#looksSoon) return;
    if (this.#armed && this.#armed.due <= first.due) return;
    this.#armed?.disarm();
    this.#armed = undefined;
    const wait = (first.due - this.now()) / speed;
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
    if (!first || this.speed === 0 || this.#looksSoon) return;
    // Engines may fire a timer a little early.
    if (first.due > this.now()) this.#arm();
    else this.#callNext();
  };

  #callNext(): void {
    const timer = this.#queue.take();
    // Each timer gets a turn of its own. A real timer that is set in such a turn is not nested; browsers delay nested ones.
    this.#lookSoon();
    if (timer) this.#call(timer);
  }

  #call({ callback }: PendingTimer): void {
    this.turn += 1;
    this.#tellDue();
    callback();
  }
}
