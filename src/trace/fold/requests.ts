// Folds the events of requests into spans, and counts the requests in flight.

import type { BodyOutcome, EventOf, RequestId, RequestOutcome, TaskId } from "../events/events.ts";
import { checkNext, going, started } from "../events/numbered.ts";
import { History } from "./history.ts";

/** The span of one request, from the call to its end. Times are milliseconds since the run began. */
export interface RequestSpan {
  readonly request: RequestId;
  readonly task: TaskId;
  readonly method: string;
  readonly url: string;
  readonly start: number;
  /** Numbers of the events at which it was sent, arrived, and was taken. Several events may have the same time. */
  readonly seq: number;
  readySeq?: number;
  endSeq?: number;
  /** When the reply arrived. Undefined while the request is in flight, and if it got no reply. */
  ready?: number;
  /** When the program took the reply or the error. */
  end?: number;
  outcome?: RequestOutcome;
  /** What the program has read of a body that was sent piece by piece. Absent for any other body. */
  body?: BodySpan;
}

/** How the program has read the body of a reply. */
export interface BodySpan {
  readonly chunks: { readonly t: number; readonly seq: number; readonly bytes: number }[];
  /** When it came to the end of the body. */
  end?: number;
  endSeq?: number;
  outcome?: BodyOutcome;
}

/** How many requests are in flight from a time on. */
export interface FlightStep {
  /** Number of the event that changed the count. */
  readonly seq: number;
  readonly t: number;
  readonly count: number;
  /** The highest count so far. */
  readonly most: number;
}

/** Every method throws a RangeError and changes nothing if the event does not fit the earlier events. */
export class RequestFold {
  readonly spans: RequestSpan[] = [];
  readonly history = new History<RequestSpan>();
  /** One step each time a request is sent, gets its reply, or ends without a reply. */
  readonly flight: FlightStep[] = [];

  start({ seq, t, request, task, method, url }: EventOf<"request-start">): void {
    checkNext("request", request, this.spans);
    const span = { request, task, method, url, start: t, seq };
    this.spans.push(span);
    this.history.set(request, seq, span);
    this.#fly(seq, t, 1);
  }

  ready({ seq, t, request }: EventOf<"request-ready">): void {
    const span = this.#open(request);
    if (span.ready === undefined) this.#fly(seq, t, -1);
    Object.assign(span, { ready: t, readySeq: seq });
  }

  end({ seq, t, request, outcome }: EventOf<"request-end">): void {
    const span = this.#open(request);
    if (span.ready === undefined) this.#fly(seq, t, -1);
    Object.assign(span, { end: t, endSeq: seq, outcome });
    this.history.end(request, seq);
  }

  read({ seq, t, request, bytes }: EventOf<"body-chunk">): void {
    this.#bodyOf(request).chunks.push({ t, seq, bytes });
  }

  endBody({ seq, t, request, outcome }: EventOf<"body-end">): void {
    Object.assign(this.#bodyOf(request), { end: t, endSeq: seq, outcome });
  }

  /** The body of an answered request that the program is reading. */
  #bodyOf(request: RequestId): BodySpan {
    const span = started("request", request, this.spans);
    if (span.outcome?.kind !== "answered" || span.body?.outcome !== undefined)
      throw new RangeError(`The trace reads from request ${request}, which has no open body.`);
    span.body ??= { chunks: [] };
    return span.body;
  }

  #fly(seq: number, t: number, change: 1 | -1): void {
    const last = this.flight.at(-1);
    const count = (last?.count ?? 0) + change;
    this.flight.push({ seq, t, count, most: Math.max(last?.most ?? 0, count) });
  }

  #open(request: RequestId): RequestSpan {
    return going("request", request, this.spans, ({ outcome }) => outcome !== undefined);
  }
}
