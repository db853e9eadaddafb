// Notices when a run is over: its top level has ended, and nothing is left that could call the program.

import { mainTask } from "../trace/events.ts";
import type { Clock, TimerHandle } from "./clock.ts";
import type { Tracer } from "./tracer.ts";

/**
 * Milliseconds for which nothing may happen before a run counts as over. Timers and requests are counted, but what else
 * the browser does in the background (reading a body, a digest) is not, and its result must not come too late to be shown.
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
}

/** Ends the run when nothing calls the program any more. */
export class EndOfRun {
  /** Set once an error has reached nobody. */
  failed = false;
  readonly #tracer: Tracer;
  readonly #clock: Clock;
  readonly #prospects: Prospects;
  #mainIsOver = false;
  /** Runs while nothing is known that could call the program. */
  #timer: TimerHandle | undefined;

  constructor(tracer: Tracer, clock: Clock, prospects: Prospects) {
    this.#tracer = tracer;
    this.#clock = clock;
    this.#prospects = prospects;
  }

  /** To be called when the top level has returned or thrown. */
  readonly mainIsOver = (): void => {
    this.#mainIsOver = true;
    // What was doubted while the top level waited is settled.
    if (this.#timer !== undefined) this.#clock.clearTimer(this.#timer);
    this.#timer = undefined;
    this.check();
  };

  /** To be called whenever something was the last of its kind that could call the program. */
  readonly check = (): void => {
    if (this.#timer !== undefined || !this.#mayBeOver()) return;
    const since = this.#clock.now();
    const { recorded } = this.#tracer;
    const onSilence = () => {
      this.#timer = undefined;
      if (!this.#mayBeOver()) return;
      if (this.#tracer.recorded > recorded) this.check();
      else this.#end(since);
    };
    this.#timer = this.#clock.setTimer(onSilence, this.#mainIsOver ? silence : longSilence);
  };

  #mayBeOver(): boolean {
    return this.#prospects.isIdle() && (this.#mainIsOver || !this.#prospects.canWake());
  }

  #end(since: number): void {
    if (!this.#mainIsOver) this.#tellDeadlock(since);
    this.#tracer.end({ kind: this.failed ? "failed" : "finished" }, since);
  }

  /** As Node does, which ends with the exit code 13 and a warning of an unsettled top-level await. */
  #tellDeadlock(since: number): void {
    this.failed = true;
    const headline = "The program still waits, and nothing is left that could wake it.";
    const error = { headline, frames: [], rejection: false };
    this.#tracer.expect(since, { kind: "error", task: mainTask, error });
  }
}
