// Folds what is told of timers.

import type { EventOf, Wait } from "../events/events.ts";
import { checkNext, going, started } from "../events/numbered.ts";
import type { TimerSpan } from "./tasks.ts";

/** Every method throws a RangeError, and changes nothing, when the event does not fit what was told before. */
export class TimerFold {
  readonly spans: TimerSpan[] = [];

  start({ t, timer, task, delay, repeats }: EventOf<"timer-start">): void {
    checkNext("timer", timer, this.spans);
    const future = { fires: [], end: undefined, cleared: false, isAwaited: false };
    this.spans.push({ timer, task, delay, repeats, start: t, ...future });
  }

  fire({ t, timer }: EventOf<"timer-fire">): void {
    const span = going("timer", timer, this.spans, ({ end }) => end !== undefined);
    span.fires.push(t);
    if (!span.repeats) span.end = t;
  }

  /** To clear a timer that is over does nothing, as in the language. */
  clear({ t, timer }: EventOf<"timer-clear">): void {
    const span = started("timer", timer, this.spans);
    if (span.end === undefined) Object.assign(span, { end: t, cleared: true });
  }

  /** A task waits for what may be, or contain, a timer. */
  await(wait: Wait): void {
    if (wait.kind === "group") for (const member of wait.of) this.await(member);
    if (wait.kind !== "timer") return;
    const span = this.spans[wait.timer];
    if (span) span.isAwaited = true;
  }
}
