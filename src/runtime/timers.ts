// setTimeout and its kin on the run's clock, counted so that the end of a run can be told.

import type { Clock, TimerHandle } from "./clock.ts";

/** The timers of one run, under the names that programs use. */
export class Timers {
  readonly #clock: Clock;
  readonly #onIdle: () => void;
  /** The program's number of a timer, and the clock's handle of its next call. */
  readonly #pending = new Map<number, TimerHandle>();
  #count = 0;
  #signals = 0;

  /** @param onIdle told whenever the last pending timer is gone */
  constructor(clock: Clock, onIdle: () => void) {
    this.#clock = clock;
    this.#onIdle = onIdle;
  }

  /** How many timers may still call back. */
  get pending(): number {
    return this.#pending.size;
  }

  /** How many signals may still time out. A run does not wait for them, as Node does not: most are there in case. */
  get pendingSignals(): number {
    return this.#signals;
  }

  readonly setTimeout = (handler: unknown, delay?: unknown, ...args: unknown[]): number =>
    this.#add(callable(handler, "setTimeout"), args, delay, false);

  readonly setInterval = (handler: unknown, delay?: unknown, ...args: unknown[]): number =>
    this.#add(callable(handler, "setInterval"), args, delay, true);

  readonly clear = (id?: unknown): void => {
    const handle = this.#pending.get(Number(id));
    if (handle === undefined) return;
    this.#clock.clearTimer(handle);
    this.#pending.delete(Number(id));
    this.#tellIfIdle();
  };

  /** As `AbortSignal.timeout`. */
  readonly signalTimeout = (delay?: unknown): AbortSignal => {
    const controller = new AbortController();
    this.#signals += 1;
    this.#clock.setTimer(() => {
      this.#signals -= 1;
      controller.abort(new DOMException("The signal timed out.", "TimeoutError"));
      this.#tellIfIdle();
    }, milliseconds(delay));
    return controller.signal;
  };

  #add(call: Callback, args: unknown[], delay: unknown, repeats: boolean): number {
    this.#count += 1;
    const id = this.#count;
    const schedule = () => this.#pending.set(id, this.#clock.setTimer(fire, milliseconds(delay)));
    const fire = () => {
      if (repeats) schedule();
      else this.#pending.delete(id);
      try {
        call(...args);
      } finally {
        this.#tellIfIdle();
      }
    };
    schedule();
    return id;
  }

  #tellIfIdle(): void {
    if (this.#pending.size === 0) this.#onIdle();
  }
}

function milliseconds(delay: unknown): number {
  return Math.max(0, Number(delay) || 0);
}

type Callback = (...args: unknown[]) => unknown;

function callable(handler: unknown, name: string): Callback {
  if (typeof handler === "function") return handler as Callback;
  throw new TypeError(`${name} takes a function to call, not ${typeof handler}.`);
}
