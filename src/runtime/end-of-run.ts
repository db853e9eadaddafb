// Detects the end of a run: the top level has ended and nothing is left that could call the program.

import type { Background } from "./background/background.ts";
import type { Clock } from "./clock/clock.ts";
import type { Tracer } from "./tasks/tracer.ts";

/**
 * Debounce in real milliseconds: a run counts as over after so long without an event. Timers, requests and known
 * background work of the engine are counted, but the engine may do more. Longer would show the result too late.
 */
const silence = 100;
/** The same debounce while the top level still waits. It is longer: to end a run too early is worse than to end it late. */
export const longSilence = 1000;

/** Tells whether anything can still call the program. */
export interface Prospects {
  /** True if no timer and no request is left that a run waits for. */
  readonly isIdle: () => boolean;
  /** True if something is left that a run does not wait for, but that could wake a waiting top level. */
  readonly canWake: () => boolean;
  /** True if a coroutine waits for something other than its caller. */
  readonly isWaiting: () => boolean;
}

export interface EndOfRunOptions {
  readonly tracer: Pick<Tracer, "recorded" | "flush" | "end">;
  readonly clock: Clock;
  readonly background: Pick<Background, "settle">;
  readonly prospects: Prospects;
  /** Called when the run has ended. */
  readonly onEnd?: () => void;
}

/** Ends the run, once, when nothing calls the program any more. */
export class EndOfRun {
  /** True once an error has gone uncaught. */
  failed = false;
  readonly #options: EndOfRunOptions;
  #mainIsOver = false;
  #isEnded = false;
  /** The running debounce, set while nothing is known that could call the program. `takeBack` cancels it. */
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

  /** Call it when the top level has returned or thrown. */
  readonly mainIsOver = (): void => {
    this.#mainIsOver = true;
    // Cancels the long debounce of the waiting top level: the short one is enough now.
    this.#watch?.takeBack();
    this.#watch = undefined;
    this.check();
  };

  /** Starts the debounce if the run may be over. Call it whenever the last timer, request or the like has gone. */
  readonly check = (): void => {
    if (this.#watch || this.#isEnded || !this.#mayBeOver()) return;
    const { clock, background, tracer } = this.#options;
    const since = clock.now();
    // Events that the tracer holds back are older than this check and must not count as new ones.
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

  /** Ends the trace. A top level that still waits will wait for ever, so the run failed; the trace tells what it waits for. */
  #end(since: number): void {
    this.#isEnded = true;
    const { tracer, onEnd } = this.#options;
    tracer.end({ kind: this.failed || !this.#mainIsOver ? "failed" : "finished" }, since);
    onEnd?.();
  }
}
