// The network of a run: fetch answered by the mock handlers after the wait that the pane sets, and by nothing else.

import { getResponse, type HttpHandler, matchRequestUrl } from "msw";
import { mainTask, type RequestId, type RequestOutcome } from "../trace/events.ts";
import type { Clock } from "./clock.ts";
import type { NetworkConditions } from "./protocol.ts";
import { seededRandom } from "./random.ts";
import {
  aborted,
  broken,
  cut,
  finishResponse,
  followRedirect,
  isReply,
  lost,
  NoReply,
  parseRequest,
  refusal,
  tooLong,
  tooManyRedirects,
  unanswered,
  unexpected,
  unlessAborted,
} from "./replies.ts";
import { withStackOf } from "./stack.ts";
import type { Tracer } from "./tracer.ts";

/** Requests that one run may make in all, and have on their way at the same time. */
export const maxRequests = { all: 2000, inFlight: 500 } as const;

/** The Fetch standard's limit, https://fetch.spec.whatwg.org/#http-redirect-fetch step 6. */
const maxRedirects = 20;

/** MSW matches no longer address. */
const maxAddress = 8192;

export interface NetworkOptions {
  readonly clock: Clock;
  readonly tracer: Tracer;
  readonly handlers: readonly HttpHandler[];
  /** Told whenever a request has ended, so that the end of the run is noticed. */
  readonly onIdle: () => void;
}

/** Answers the requests of one run. */
export class Network {
  readonly #options: NetworkOptions;
  #conditions: NetworkConditions = { wait: 0, jitter: 0, failureRate: 0, seed: 0 };
  #random = seededRandom(0);
  #requests = 0;
  #inFlight = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** Sets how the network behaves; until then it answers at once. */
  use(conditions: NetworkConditions): void {
    this.#conditions = conditions;
    this.#random = seededRandom(conditions.seed);
  }

  /** How many requests are on their way. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** As the Fetch standard's `fetch`, but for the addresses of the mock handlers only. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const call = new Error();
    const { id, called } = this.#begin(input, init);
    this.#inFlight += 1;
    try {
      const response = await this.#answer(id, called, parseRequest(input, init));
      this.#end(id, { kind: "answered", status: response.status, statusText: response.statusText });
      return response;
    } catch (problem) {
      const { outcome, thrown } = problem instanceof NoReply ? problem : unexpected(problem);
      this.#end(id, outcome);
      throw thrown instanceof TypeError ? withStackOf(thrown, call) : thrown;
    } finally {
      this.#inFlight -= 1;
      this.#options.onIdle();
    }
  };

  #begin(input: RequestInfo | URL, init: RequestInit | undefined): { id: RequestId; called: number } {
    const id = this.#requests;
    this.#requests += 1;
    const url = cut(input instanceof Request ? input.url : String(input));
    const method = cut((init?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase());
    const fact = { kind: "request-start", request: id, task: mainTask, method, url } as const;
    return { id, called: this.#options.tracer.record(fact) };
  }

  #end(request: RequestId, outcome: RequestOutcome): void {
    this.#options.tracer.record({ kind: "request-end", request, outcome });
  }

  async #answer(id: RequestId, called: number, request: Request): Promise<Response> {
    const { tracer, clock } = this.#options;
    const arrival = new Arrival(id, tracer, clock);
    try {
      if (request.signal.aborted) throw aborted(request.signal);
      this.#checkLimits(id);
      return await this.#follow(request, called, arrival);
    } catch (problem) {
      arrival.forget();
      throw problem;
    }
  }

  #checkLimits(id: RequestId): void {
    const { all, inFlight } = maxRequests;
    if (id >= all) throw new NoReply("refused", `A run can make ${all} requests, not more.`);
    if (this.#inFlight > inFlight) {
      throw new NoReply("refused", `A run can wait for ${inFlight} requests at a time, not more.`);
    }
  }

  /** The reply to a request, or to the last of those that it is redirected to. */
  async #follow(request: Request, called: number, arrival: Arrival): Promise<Response> {
    const { signal } = request;
    let hop = request;
    let start = called;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await this.#exchange(hop, start, arrival, signal);
      const next = followRedirect(hop, response);
      if (!next) return finishResponse(hop, response, redirects > 0, signal);
      hop = next;
      start = this.#options.clock.now();
    }
    throw tooManyRedirects(request, maxRedirects);
  }

  /**
   * One request and what a handler has for it, which is there `wait` milliseconds (and its jitter) after `start`, however
   * busy the program is.
   */
  async #exchange(request: Request, start: number, arrival: Arrival, signal: AbortSignal): Promise<Response> {
    this.#checkAddress(request.url);
    const { wait, jitter, failureRate } = this.#conditions;
    const due = start + wait + this.#random() * jitter;
    const isLost = this.#random() < failureRate;
    const isDue = this.#wait(due);
    if (isLost) {
      await unlessAborted(isDue, signal);
      throw lost(request);
    }
    arrival.expect(due);
    const response = await unlessAborted(this.#handle(request, arrival), signal);
    if (isReply(request, response)) arrival.expect(Math.max(due, this.#options.clock.now()));
    else arrival.forget();
    await unlessAborted(isDue, signal);
    return response;
  }

  /** Done without asking the handlers, which answer a turn later: a refusal must not look like a reply on its way. */
  #checkAddress(url: string): void {
    if (url.length > maxAddress) throw tooLong(url, maxAddress);
    const isReachable = this.#options.handlers.some(
      ({ info: { path } }) => typeof path === "function" || matchRequestUrl(new URL(url), path).matches,
    );
    if (!isReachable) throw refusal(url);
  }

  async #handle(request: Request, arrival: Arrival): Promise<Response> {
    const { clock, handlers } = this.#options;
    // A handler that has not answered by then takes time of its own: it decides when its reply is there.
    const timer = clock.setTimer(() => arrival.forget(), 0);
    try {
      // A handler may read the body, and a redirect may need it once more.
      const response = await getResponse([...handlers], request.clone());
      if (!response) throw unanswered(request);
      // MSW's passthrough() is a reply with this header; there is nothing to pass through to.
      if (response.headers.has("x-msw-intention")) throw refusal(request.url);
      return response;
    } catch (problem) {
      throw problem instanceof NoReply ? problem : broken(request, problem);
    } finally {
      clock.clearTimer(timer);
    }
  }

  /** Resolves at `due` on the run's clock, or as soon after as the program is free. */
  #wait(due: number): Promise<void> {
    const { clock } = this.#options;
    // Browsers cut a timer's delay to whole milliseconds; a reply must not be taken before it is there.
    const delay = () => Math.max(0, Math.ceil(due - clock.now()));
    return new Promise((resolve) => {
      const onTimer = () => {
        if (clock.now() < due) clock.setTimer(onTimer, delay());
        else resolve();
      };
      clock.setTimer(onTimer, delay());
    });
  }
}

/**
 * Says on the trace, once for a request, when its reply is there: when it is due, even where the program keeps control
 * at that time and the handler could not even start.
 */
class Arrival {
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
