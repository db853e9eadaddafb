// Folds what is told of requests.

import type { EventOf, RequestId, RequestOutcome, TaskId } from "../events/events.ts";
import { checkNext, going } from "../events/numbered.ts";
import { History } from "./history.ts";

/** One request from the call to its end. Times are milliseconds since the run began. */
export interface RequestSpan {
  readonly request: RequestId;
  readonly task: TaskId;
  readonly method: string;
  readonly url: string;
  readonly start: number;
  /** Numbers of the events at which it was sent, was there, and was taken: of one time there may be several. */
  readonly seq: number;
  readySeq?: number;
  endSeq?: number;
  /** When the reply was there; undefined while it is on its way, and for a request that got none. */
  ready?: number;
  /** When the program took the reply or the error. */
  end?: number;
  outcome?: RequestOutcome;
}

/** How many requests are on their way from a time on. */
export interface FlightStep {
  /** Number of the event that it is the step of. */
  readonly seq: number;
  readonly t: number;
  readonly count: number;
  /** How many there were at most up to then. */
  readonly most: number;
}

/** Every method throws a RangeError, and changes nothing, when the event does not fit what was told before. */
export class RequestFold {
  readonly spans: RequestSpan[] = [];
  readonly history = new History<RequestSpan>();
  /** Whenever a request is sent, and whenever its reply is there or it ends without one. */
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

  #fly(seq: number, t: number, change: 1 | -1): void {
    const last = this.flight.at(-1);
    const count = (last?.count ?? 0) + change;
    this.flight.push({ seq, t, count, most: Math.max(last?.most ?? 0, count) });
  }

  #open(request: RequestId): RequestSpan {
    return going("request", request, this.spans, ({ outcome }) => outcome !== undefined);
  }
}
