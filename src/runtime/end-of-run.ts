// Notices when a run is over: its top level has ended, and nothing is left that could call the program.

import type { Background } from "./background/background.ts";
import type { Clock } from "./clock/clock.ts";
import type { Tracer } from "./tasks/tracer.ts";

/**
 * Real milliseconds for which nothing may happen before a run counts as over. Timers, requests and what the engine is
 * known to do in the background are counted, but it may do more, and the result must not come too late to be shown.
 */
const silence = 100;
/** The same while the top level still waits: to end a run too early is worse than to end it late. */
const longSilence = 1000;

/** What a program's future depends on. */
export interface Prospects {
  /** No timer and no request is left that a run waits for. */
  readonly isIdle: () => boolean;
  /** Something is left that a run does not wait for, but that could wake a top level that waits. */
  readonly canWake: () => boolean;
  /** A coroutine waits, and not for whoever calls it. */
  readonly isWaiting: () => boolean;
}

export interface EndOfRunOptions {
  readonly tracer: Pick<Tracer, "recorded" | "flush" | "end">;
  readonly clock: Clock;
  readonly background: Pick<Background, "settle">;
  readonly prospects: Prospects;
  /** Told when the run has ended. */
  readonly onEnd?: () => void;
}

/** Ends the run, once, when nothing calls the program any more. */
export class EndOfRun {
  /** Set once an error has reached nobody. */
  failed = false;
  readonly #options: EndOfRunOptions;
  #mainIsOver = false;
  #isEnded = false;
  /** Set while nothing is known that could call the program; takes the watch back. */
  #watch: { readonly takeBack: () => void } | undefined;

  constructor(options: EndOfRunOptions) {
    this.#options = options;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** True until the top level has returned or thrown, or the run has ended without that. */
  get isAwaited(): boolean {
    return !this.#mainIsOver && !this.#isEnded;
  }

  /** To be called when the top level has returned or thrown. */
  readonly mainIsOver = (): void => {
    this.#mainIsOver = true;
    // What was doubted while the top level waited is settled.
    this.#watch?.takeBack();
    this.#watch = undefined;
    this.check();
  };

  /** To be called whenever something was the last of its kind that could call the program. */
  readonly check = (): void => {
    if (this.#watch || this.#isEnded || !this.#mayBeOver()) return;
    const { clock, background, tracer } = this.#options;
    const since = clock.now();
    // What it holds back is no news.
    tracer.flush();
    const { recorded } = tracer;
    const onSilence = () => background.settle(onSettled);
    const onSettled = () => {
      if (this.#watch !== watch) return;
      this.#watch = undefined;
      if (!this.#mayBeOver()) return;
      if (tracer.recorded > recorded) this.check();
      else this.#end(since);
    };
    const takeBack = clock.real.setTimer(onSilence, this.#mainIsOver ? silence : longSilence);
    const watch = { takeBack };
    this.#watch = watch;
  };

  #mayBeOver(): boolean {
    const { isIdle, canWake, isWaiting } = this.#options.prospects;
    return isIdle() && !(canWake() && (!this.#mainIsOver || isWaiting()));
  }

  /** A top level that still waits waits for ever; the trace tells for what. */
  #end(since: number): void {
    this.#isEnded = true;
    const { tracer, onEnd } = this.#options;
    tracer.end({ kind: this.failed || !this.#mainIsOver ? "failed" : "finished" }, since);
    onEnd?.();
  }
}
