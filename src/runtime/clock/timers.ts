// setTimeout and its kin on the run's clock, counted so that the end of a run can be told.

import type { TimerId } from "../../trace/events/events.ts";
import type { Clock, TimerHandle } from "./clock.ts";

/** Who is told what becomes of the timers. The program's number of a timer is its TimerId + 1. */
export interface TimersOptions {
  readonly clock: Clock;
  /** The last pending timer, or a signal's, is gone. */
  readonly onIdle?: () => void;
  /** @param delay the milliseconds until it calls back: what the program asked for, as browsers understand it */
  readonly onSet?: (timer: TimerId, delay: number, repeats: boolean) => void;
  /** It calls back next. */
  readonly onFire?: (timer: TimerId) => void;
  /** The program cleared it while it was pending. */
  readonly onClear?: (timer: TimerId) => void;
  /** Makes the call, and whatever is to be around it. Without it, the call is just made. */
  readonly around?: (timer: TimerId, call: () => void) => void;
}

/** A timer that was set by another so many times over waits at least `shortest` milliseconds, so that it starves nobody. */
const deepest = 5;
const shortest = 4;

interface Timer {
  readonly id: TimerId;
  readonly call: () => void;
  readonly delay: number;
  readonly repeats: boolean;
  /** The clock's handle of its next call. */
  handle: TimerHandle;
}

/** The timers of one run, under the names that programs use. */
export class Timers {
  readonly #options: TimersOptions;
  readonly #pending = new Map<TimerId, Timer>();
  #count = 0;
  #signals = 0;
  /** How often timers were set by timers until that which called back in the clock's turn `#turn`. */
  #level = 0;
  #turn = -1;

  constructor(options: TimersOptions) {
    this.#options = options;
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

  readonly clear = (number?: unknown): void => {
    const timer = this.#pending.get(Number(number) - 1);
    if (!timer) return;
    this.#options.clock.clearTimer(timer.handle);
    this.#pending.delete(timer.id);
    this.#options.onClear?.(timer.id);
    this.#tellIfIdle();
  };

  /** As `AbortSignal.timeout`. */
  readonly signalTimeout = (delay?: unknown): AbortSignal => {
    const controller = new AbortController();
    const onTimeout = () => {
      this.#signals -= 1;
      controller.abort(new DOMException("The signal timed out.", "TimeoutError"));
      this.#tellIfIdle();
    };
    this.#options.clock.setTimer(onTimeout, wholeMilliseconds(delay), "signal");
    this.#signals += 1;
    return controller.signal;
  };

  #add(call: Callback, args: unknown[], asked: unknown, repeats: boolean): number {
    const delay = milliseconds(asked);
    const id = this.#count;
    this.#count += 1;
    const timer = { id, call: () => void Reflect.apply(call, globalThis, args), delay, repeats, handle: 0 };
    const wait = this.#schedule(timer);
    this.#options.onSet?.(id, wait, repeats);
    return id + 1;
  }

  /** @returns the milliseconds until it calls back */
  #schedule(timer: Timer): number {
    const { clock } = this.#options;
    const level = clock.turn === this.#turn ? this.#level : 0;
    // https://html.spec.whatwg.org/#timer-initialisation-steps
    const delay = level > deepest ? Math.max(timer.delay, shortest) : timer.delay;
    this.#pending.set(timer.id, timer);
    timer.handle = clock.setTimer(() => this.#fire(timer, level + 1), delay);
    return delay;
  }

  #fire(timer: Timer, level: number): void {
    const { clock, onFire, around } = this.#options;
    this.#turn = clock.turn;
    this.#level = level;
    if (timer.repeats) this.#schedule(timer);
    else this.#pending.delete(timer.id);
    onFire?.(timer.id);
    try {
      if (around) around(timer.id, timer.call);
      else timer.call();
    } finally {
      this.#tellIfIdle();
    }
  }

  #tellIfIdle(): void {
    if (this.#pending.size === 0) this.#options.onIdle?.();
  }
}

/** Browsers take a delay for a whole number of 32 bits, one that is below 0 for 0. */
function milliseconds(delay: unknown): number {
  return Math.max(0, Number(delay) | 0);
}

/** Browsers refuse what is no number of milliseconds: https://dom.spec.whatwg.org/#dom-abortsignal-timeout */
function wholeMilliseconds(delay: unknown): number {
  const milliseconds = Math.trunc(Number(delay));
  if (milliseconds >= 0 && milliseconds <= Number.MAX_SAFE_INTEGER) return milliseconds;
  throw new TypeError(`AbortSignal.timeout takes a number of milliseconds, not ${String(delay)}.`);
}

type Callback = (...args: unknown[]) => unknown;

function callable(handler: unknown, name: string): Callback {
  if (typeof handler === "function") return handler as Callback;
  throw new TypeError(`${name} takes a function to call, not ${typeof handler}.`);
}
