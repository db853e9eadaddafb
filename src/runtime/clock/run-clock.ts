// The clock that a run worker has before it knows what clock its run asks for.

import type { ClockMode } from "../../protocol/protocol.ts";
import type { BackgroundWork, Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import { DeterministicClock } from "./deterministic-clock.ts";
import { LiveClock } from "./live-clock.ts";

export interface RunClockOptions {
  readonly real: RealTime;
  readonly background: BackgroundWork;
  /** See DeterministicClock. */
  readonly isAwaited: () => boolean;
  /** Told whenever a live clock begins to go otherwise: then `now()` and `speed` say how. */
  readonly onChange?: () => void;
}

export class RunClock implements Clock {
  readonly real: RealTime;
  readonly #options: RunClockOptions;
  #clock: LiveClock | DeterministicClock;

  constructor(options: RunClockOptions) {
    this.real = options.real;
    this.#options = options;
    this.#clock = new LiveClock(options);
  }

  /** Chooses the clock. To be called before the start; timers that were set until then are gone. */
  use(mode: ClockMode): void {
    if (mode.kind === "deterministic") {
      this.#clock = new DeterministicClock(this.#options);
      this.#options.background.putInOrder();
    } else {
      this.#clock = new LiveClock({ ...this.#options, speed: mode.speed });
    }
  }

  /** Milliseconds of the run per real millisecond; 0 while a live clock stands still, and for one that jumps. */
  get speed(): number {
    return this.#clock instanceof LiveClock ? this.#clock.speed : 0;
  }

  /** See LiveClock; a deterministic clock has no speed. */
  setSpeed(speed: number): void {
    if (this.#clock instanceof LiveClock) this.#clock.setSpeed(speed);
  }

  /** See LiveClock; a deterministic clock stands still by itself. */
  rest(time: number): void {
    if (this.#clock instanceof LiveClock) this.#clock.rest(time);
  }

  /** See LiveClock; a deterministic clock never stands still. */
  step(): boolean {
    return this.#clock instanceof LiveClock && this.#clock.step();
  }

  /** To be called when somebody begins to wait for what was set before, as `isAwaited` then says. */
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
