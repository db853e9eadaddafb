// Folds what is told of timers.

import type { EventOf } from "./event-of.ts";
import type { TimerId } from "./events.ts";
import type { TimerSpan } from "./tasks.ts";

/** Every method throws a RangeError, and changes nothing, when the event does not fit what was told before. */
export class TimerFold {
  readonly spans: TimerSpan[] = [];

  start({ t, timer, task, delay, repeats }: EventOf<"timer-start">): void {
    if (timer !== this.spans.length) {
      throw new RangeError(
        `The trace sets timer ${timer}, and the next timer is number ${this.spans.length}.`,
      );
    }
    this.spans.push({ timer, task, delay, repeats, start: t, fires: [], end: undefined, cleared: false });
  }

  fire({ t, timer }: EventOf<"timer-fire">): void {
    const span = this.#known(timer);
    if (span.end !== undefined) {
      throw new RangeError(`The trace goes on with timer ${timer}, which is over.`);
    }
    span.fires.push(t);
    if (!span.repeats) span.end = t;
  }

  /** To clear a timer that is over does nothing, as in the language. */
  clear({ t, timer }: EventOf<"timer-clear">): void {
    const span = this.#known(timer);
    if (span.end === undefined) Object.assign(span, { end: t, cleared: true });
  }

  #known(timer: TimerId): TimerSpan {
    const span = this.spans[timer];
    if (!span) throw new RangeError(`The trace speaks of timer ${timer}, which was never set.`);
    return span;
  }
}
