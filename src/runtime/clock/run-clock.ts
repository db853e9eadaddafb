// The clock of a run worker. It exists before the run starts, and becomes live or deterministic when the run says which.

import type { ClockMode } from "../../protocol/protocol.ts";
import type { BackgroundWork, Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import type { ClockStore } from "./clock-store.ts";
import { DeterministicClock } from "./deterministic-clock.ts";
import { LiveClock } from "./live-clock.ts";
import { TurnClock, type TurnTime } from "./turn-clock.ts";

export interface RunClockOptions {
  readonly real: RealTime;
  readonly background: BackgroundWork;
  /** See DeterministicClockOptions. */
  readonly isAwaited: () => boolean;
  /** See LiveClockOptions. A deterministic clock does not call it. */
  readonly onChange?: () => void;
}

/** The time of several threads, which fires their timers. */
export interface ThreadTime extends TurnTime {
  readonly use: (clock: TurnClock) => void;
}

/** A live clock until `use` chooses the clock of the run. It passes every call on to that clock. */
export class RunClock implements Clock {
  readonly real: RealTime;
  readonly #options: RunClockOptions;
  #clock: LiveClock | DeterministicClock | TurnClock;

  constructor(options: RunClockOptions) {
    this.real = options.real;
    this.#options = options;
    this.#clock = new LiveClock(options);
  }

  /**
   * Chooses the clock. To be called before `start`: timers that were set earlier are lost.
   * @param store what a live clock of several threads goes by
   * @param turns what the clock of several threads goes by in a run with a seed
   */
  use(mode: ClockMode, store?: ClockStore, turns?: ThreadTime): void {
    if (mode.kind === "deterministic") {
      this.#clock = turns ? this.#inTurns(turns) : new DeterministicClock(this.#options);
      this.#options.background.putInOrder();
    } else {
      this.#clock = new LiveClock({ ...this.#options, speed: mode.speed, store });
    }
  }

  #inTurns(turns: ThreadTime): TurnClock {
    const clock = new TurnClock(this.#options, turns);
    turns.use(clock);
    return clock;
  }

  /** Milliseconds of the run per real millisecond; 0 while a live clock is paused, and for a deterministic clock. */
  get speed(): number {
    return this.#clock instanceof LiveClock ? this.#clock.speed : 0;
  }

  /** See LiveClock. Does nothing if the clock is deterministic: that has no speed. */
  setSpeed(speed: number): void {
    if (this.#clock instanceof LiveClock) this.#clock.setSpeed(speed);
  }

  /** See LiveClock. Does nothing if the clock is deterministic: that stands still by itself. */
  rest(time: number): void {
    if (this.#clock instanceof LiveClock) this.#clock.rest(time);
  }

  /** See LiveClock. Returns false if the clock is deterministic: that cannot be paused. */
  step(): boolean {
    return this.#clock instanceof LiveClock && this.#clock.step();
  }

  /** See DeterministicClock. Does nothing if the clock is live. */
  goOn(): void {
    if (this.#clock instanceof DeterministicClock) this.#clock.goOn();
  }

  get turn(): number {
    return this.#clock.turn;
  }

  start(): void {
    this.#clock.start();
  }

  now(): number {
    return this.#clock.now();
  }

  read(): number {
    return this.#clock.read();
  }

  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle {
    return this.#clock.setTimer(callback, delay, use);
  }

  setAlarm(callback: () => void, due: number, use?: TimerUse): TimerHandle {
    return this.#clock.setAlarm(callback, due, use);
  }

  clearTimer(handle: TimerHandle): void {
    this.#clock.clearTimer(handle);
  }

  block(duration: number): void {
    this.#clock.block(duration);
  }
}
