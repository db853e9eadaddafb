// Folds the events of timers into spans.

import type { EventOf, Wait } from "../events/events.ts";
import { checkNext, going, started } from "../events/numbered.ts";
import type { TimerSpan } from "./tasks.ts";

/** Every method throws a RangeError and changes nothing if the event does not fit the earlier events. */
export class TimerFold {
  readonly spans: TimerSpan[] = [];

  start({ seq, t, timer, task, delay, repeats }: EventOf<"timer-start">): void {
    checkNext("timer", timer, this.spans);
    const future = { fires: [], end: undefined, endSeq: undefined, cleared: false, isAwaited: false };
    this.spans.push({ timer, task, delay, repeats, seq, start: t, ...future });
  }

  fire({ seq, t, timer }: EventOf<"timer-fire">): void {
    const span = going("timer", timer, this.spans, ({ end }) => end !== undefined);
    span.fires.push({ seq, t });
    if (!span.repeats) Object.assign(span, { end: t, endSeq: seq });
  }

  /** Clearing a timer that is over does nothing, as in JavaScript. */
  clear({ seq, t, timer }: EventOf<"timer-clear">): void {
    const span = started("timer", timer, this.spans);
    if (span.end === undefined) Object.assign(span, { end: t, endSeq: seq, cleared: true });
  }

  /** A task begins this wait. Marks the timers in it as awaited. */
  await(wait: Wait): void {
    if (wait.kind === "group") for (const member of wait.of) this.await(member);
    if (wait.kind !== "timer") return;
    const span = this.spans[wait.timer];
    if (span) span.isAwaited = true;
  }
}
