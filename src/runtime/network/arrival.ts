// Records when the reply to a request arrives.

import type { RequestId } from "../../trace/events/events.ts";
import type { Clock } from "../clock/clock.ts";
import type { Tracer } from "../tasks/tracer.ts";

/**
 * Records the event "request-ready" once per request, at the time the reply is due. This holds even if the program
 * blocks the worker at that time and the handler could not start.
 */
export class Arrival {
  readonly #tracer: Tracer;
  readonly #clock: Clock;
  readonly request: RequestId;
  #expected: { readonly due: number; readonly recorded: number; readonly takeBack: () => void } | undefined;

  constructor(request: RequestId, tracer: Tracer, clock: Clock) {
    this.request = request;
    this.#tracer = tracer;
    this.#clock = clock;
  }

  /** Schedules the event for `due`. Does nothing if a reply is expected already. */
  expect(due: number): void {
    if (this.#expected) return;
    const takeBack = this.#tracer.expect(due, { kind: "request-ready", request: this.request });
    this.#expected = { due, recorded: this.#tracer.recorded, takeBack };
  }

  /** Cancels the event, unless the trace may already have it: a recorded event stays and is not recorded again. */
  forget(): void {
    if (!this.#expected) return;
    const { due, recorded, takeBack } = this.#expected;
    if (this.#clock.now() >= due && this.#tracer.recorded > recorded) return;
    takeBack();
    this.#expected = undefined;
  }
}
