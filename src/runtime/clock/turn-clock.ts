// The clock of a run with a seed and several threads. All share its time, and it jumps when none can do anything else.

import type { Clock, RealTime, TimerHandle, TimerUse } from "./clock.ts";
import { type DeterministicClockOptions, patientReads } from "./deterministic-clock.ts";
import { TimerQueue } from "./timer-queue.ts";

/** What the clock needs of the threads' turns. */
export interface TurnTime {
  /** The time of the run, in milliseconds. */
  readonly time: () => number;
  readonly moveTo: (time: number) => void;
  /** Lets the other threads go on until the time has come. */
  readonly sleepUntil: (time: number) => void;
}

/** A clock of one thread. Whoever gives the threads their turns fires its timers. */
export class TurnClock implements Clock {
  readonly real: RealTime;
  turn = 0;
  readonly #turns: TurnTime;
  readonly #isAwaited: () => boolean;
  readonly #queue = new TimerQueue();
  /** The number of reads since the last timer. */
  #reads = 0;

  constructor({ real, isAwaited }: Pick<DeterministicClockOptions, "real" | "isAwaited">, turns: TurnTime) {
    this.real = real;
    this.#isAwaited = isAwaited;
    this.#turns = turns;
  }

  start(): void {
    this.#turns.moveTo(0);
  }

  now(): number {
    return this.#turns.time();
  }

  read(): number {
    if (this.#reads < patientReads) this.#reads += 1;
    else this.#turns.moveTo(this.now() + 1);
    return this.now();
  }

  setTimer(callback: () => void, delay: number, use?: TimerUse): TimerHandle {
    return this.setAlarm(callback, this.now() + delay, use);
  }

  setAlarm(callback: () => void, due: number, use: TimerUse = "event"): TimerHandle {
    return this.#queue.add(callback, due, use);
  }

  clearTimer(handle: TimerHandle): void {
    this.#queue.remove(handle);
  }

  block(duration: number): void {
    if (duration > 0) this.#turns.sleepUntil(this.now() + duration);
  }

  /** When the next timer that the run waits for is due; `undefined` if there is none. */
  get due(): number | undefined {
    const { first } = this.#queue;
    return this.#queue.count("event") > 0 || this.#isAwaited() ? first?.due : undefined;
  }

  /** Fires the next timer. */
  fire(): void {
    const timer = this.#queue.take();
    if (!timer) return;
    this.turn += 1;
    this.#reads = 0;
    timer.callback();
  }
}
