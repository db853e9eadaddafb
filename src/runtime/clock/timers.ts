// The program's timer functions (setTimeout, setInterval, AbortSignal.timeout) on the run's clock.

import type { TimerId } from "../../trace/events/events.ts";
import { apply, KeptMap, max, text, toNumber, trunc } from "../engine/kept.ts";
import type { Clock, TimerHandle } from "./clock.ts";

/** The clock, and listeners for the timers' events. The program knows a timer by its TimerId + 1. */
export interface TimersOptions {
  readonly clock: Clock;
  /** Called after a timer has fired or was cleared, or a signal has timed out, if no timer is pending then. */
  readonly onIdle?: () => void;
  /** @param delay the milliseconds until the timer fires: the program's delay, rounded and clamped as browsers do */
  readonly onSet?: (timer: TimerId, delay: number, repeats: boolean) => void;
  /** Called just before a timer fires. */
  readonly onFire?: (timer: TimerId) => void;
  /** Called if the program clears a pending timer. */
  readonly onClear?: (timer: TimerId) => void;
}

/**
 * Timers that are set by timers are nested. If a timer is nested deeper than `deepest`, its delay is at least `shortest`
 * milliseconds, as in browsers.
 */
const deepest = 5;
const shortest = 4;

const safest = Number.MAX_SAFE_INTEGER;

interface Timer {
  readonly id: TimerId;
  readonly call: () => void;
  readonly delay: number;
  readonly repeats: boolean;
  /** The clock's timer for the next call. */
  handle: TimerHandle;
}

/** The timers of one run. The methods have the names and the behaviour that programs know. */
export class Timers {
  readonly #options: TimersOptions;
  readonly #pending = new KeptMap<TimerId, Timer>();
  #count = 0;
  #signals = 0;
  /** The nesting level of the timer that fired in the clock's turn `#turn`. */
  #level = 0;
  #turn = -1;

  constructor(options: TimersOptions) {
    this.#options = options;
  }

  /** The number of pending timers. */
  get pending(): number {
    return this.#pending.size;
  }

  /** The number of signals that may still time out. Like Node, a run does not wait for them: most are a precaution. */
  get pendingSignals(): number {
    return this.#signals;
  }

  readonly setTimeout = (handler: unknown, delay?: unknown, ...args: unknown[]): number =>
    this.#add(callable(handler, "setTimeout"), args, delay, false);

  readonly setInterval = (handler: unknown, delay?: unknown, ...args: unknown[]): number =>
    this.#add(callable(handler, "setInterval"), args, delay, true);

  readonly clear = (number?: unknown): void => {
    const timer = this.#pending.get(toNumber(number) - 1);
    if (!timer) return;
    this.#options.clock.clearTimer(timer.handle);
    this.#pending.delete(timer.id);
    this.#options.onClear?.(timer.id);
    this.#tellIfIdle();
  };

  /** AbortSignal.timeout */
  readonly signalTimeout = (delay?: unknown): AbortSignal => {
    const controller = new AbortController();
    const onTimeout = () => {
      this.#signals -= 1;
      controller.abort(new DOMException("signal timed out", "TimeoutError"));
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
    const timer = { id, call: () => void apply(call, globalThis, args), delay, repeats, handle: 0 };
    const wait = this.#schedule(timer);
    this.#options.onSet?.(id, wait, repeats);
    return id + 1;
  }

  /** @returns the milliseconds until the timer fires */
  #schedule(timer: Timer): number {
    const { clock } = this.#options;
    const level = clock.turn === this.#turn ? this.#level : 0;
    // https://html.spec.whatwg.org/#timer-initialisation-steps
    const delay = level > deepest ? max(timer.delay, shortest) : timer.delay;
    this.#pending.set(timer.id, timer);
    timer.handle = clock.setTimer(() => this.#fire(timer, level + 1), delay);
    return delay;
  }

  #fire(timer: Timer, level: number): void {
    const { clock, onFire } = this.#options;
    this.#turn = clock.turn;
    this.#level = level;
    if (timer.repeats) this.#schedule(timer);
    else this.#pending.delete(timer.id);
    onFire?.(timer.id);
    try {
      timer.call();
    } finally {
      this.#tellIfIdle();
    }
  }

  #tellIfIdle(): void {
    if (this.#pending.size === 0) this.#options.onIdle?.();
  }
}

/** Converts a delay as browsers do: to a signed integer of 32 bits, and a negative one to 0. */
function milliseconds(delay: unknown): number {
  return max(0, toNumber(delay) | 0);
}

/**
 * Converts the delay of a signal to an integer. Throws a TypeError if that is negative or not safe:
 * https://dom.spec.whatwg.org/#dom-abortsignal-timeout
 */
function wholeMilliseconds(delay: unknown): number {
  const milliseconds = trunc(toNumber(delay));
  if (milliseconds >= 0 && milliseconds <= safest) return milliseconds;
  throw new TypeError(`AbortSignal.timeout takes a number of milliseconds, not ${text(delay)}.`);
}

type Callback = (...args: unknown[]) => unknown;

function callable(handler: unknown, name: string): Callback {
  if (typeof handler === "function") return handler as Callback;
  throw new TypeError(`${name} takes a function to call, not ${typeof handler}.`);
}
