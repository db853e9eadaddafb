// When a thread counts as having nothing to do until a message comes. Once that is so for all threads, the run is over.

import type { WorkerId } from "../../trace/events/events.ts";
import type { SharedRun } from "../shared-memory/shared-run.ts";

/** What the worker knows of its own work, and how it calls back. */
export interface Work {
  /** True if no timer and no request is pending. */
  readonly isIdle: () => boolean;
  /** Calls back when the turn is over, and all that it has begun. */
  readonly settle: (callback: () => void) => void;
  /** Calls back soon, in real time. */
  readonly later: (callback: () => void) => void;
  /** Calls back after as much real time as the engine may take for work that nobody can see. */
  readonly muchLater: (callback: () => void) => void;
}

export interface CalmnessOptions extends Work {
  readonly shared: SharedRun;
  readonly thread: WorkerId;
  /** True if one thread runs at a time. */
  readonly isInTurns: boolean;
}

/** Whether one thread of a run with several has something to do. */
export class Calmness {
  readonly #options: CalmnessOptions;
  #isBusy = true;
  #isTopOver = false;
  /** How often this thread was stirred. */
  #stirs = 0;
  /** What the present debounce waits with. */
  #watching: ((callback: () => void) => void) | undefined;
  #looksAgain = false;

  constructor(options: CalmnessOptions) {
    this.#options = options;
  }

  /**
   * True if nothing is to be expected of any thread, nor of messages.
   * @param again called a little later if it is false
   */
  isCommon(again: () => void): boolean {
    const { shared, later } = this.#options;
    if (shared.isCalm) return true;
    if (!this.#looksAgain)
      later(() => {
        this.#looksAgain = false;
        again();
      });
    this.#looksAgain = true;
    return false;
  }

  /** This thread has something to do. Called before each event of it. */
  stir(): void {
    this.#stirs += 1;
    if (this.#isBusy) return;
    this.#setBusy(true);
    this.settleDown();
  }

  /** Looks whether this thread does nothing until a message comes. Call it when the last timer or request has gone. */
  settleDown(): void {
    if (!this.#isBusy) return;
    if (this.#options.isInTurns) this.#options.settle(() => this.calmDown());
    else if (this.#isTopOver) this.#watch(this.#options.later);
    // While the top level waits, the engine may be at work for it: a slow body, for example. See `longSilence`.
    else this.#watch(this.#options.muchLater);
  }

  /** The top level has returned or thrown. */
  endTop(): void {
    this.#isTopOver = true;
    this.settleDown();
  }

  /** This thread has nothing to do, unless something is pending. */
  calmDown(): void {
    if (this.#isBusy && this.#options.isIdle()) this.#setBusy(false);
  }

  /** Debounces: a thread that gets a message every now and then need not look after each. */
  #watch(wait: (callback: () => void) => void): void {
    if (this.#watching === wait) return;
    this.#watching = wait;
    const stirs = this.#stirs;
    wait(() => {
      if (this.#watching !== wait) return;
      this.#watching = undefined;
      if (stirs !== this.#stirs) this.settleDown();
      else this.#options.settle(() => this.calmDown());
    });
  }

  #setBusy(isBusy: boolean): void {
    const { shared, thread } = this.#options;
    this.#isBusy = isBusy;
    shared.setBusy(thread, isBusy);
  }
}
