// Tells when the reply to a request is there.

import type { RequestId } from "../../trace/events/events.ts";
import type { Clock } from "../clock/clock.ts";
import type { Tracer } from "../tasks/tracer.ts";

/**
 * Says on the trace, once for a request, when its reply is there: when it is due, even where the program keeps control
 * at that time and the handler could not even start.
 */
export class Arrival {
  readonly #tracer: Tracer;
  readonly #clock: Clock;
  readonly #request: RequestId;
  #expected: { readonly due: number; readonly recorded: number; readonly takeBack: () => void } | undefined;

  constructor(request: RequestId, tracer: Tracer, clock: Clock) {
    this.#request = request;
    this.#tracer = tracer;
    this.#clock = clock;
  }

  /** Does nothing where a reply is expected already. */
  expect(due: number): void {
    if (this.#expected) return;
    const takeBack = this.#tracer.expect(due, { kind: "request-ready", request: this.#request });
    this.#expected = { due, recorded: this.#tracer.recorded, takeBack };
  }

  /** No reply is expected any more, unless the trace may have told it: what is told stays, and is not told again. */
  forget(): void {
    if (!this.#expected) return;
    const { due, recorded, takeBack } = this.#expected;
    if (this.#clock.now() >= due && this.#tracer.recorded > recorded) return;
    takeBack();
    this.#expected = undefined;
  }
}
