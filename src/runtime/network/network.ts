// The mocked network of a run: its fetch is answered only by the mock handlers, after the wait that the pane sets.

import { getResponse, type HttpHandler, matchRequestUrl } from "msw";
import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { BodyOutcome, RequestId, RequestOutcome, TaskId } from "../../trace/events/events.ts";
import type { Clock, TimerHandle } from "../clock/clock.ts";
import { seededRandom } from "../clock/random.ts";
import { KeptSet } from "../engine/kept.ts";
import { withStackOf } from "../realm/stack.ts";
import type { Tracer } from "../tasks/tracer.ts";
import { Arrival } from "./arrival.ts";
import { checkLimits, maxRequests, type RequestLimits } from "./limits.ts";
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
import { SentBody } from "./sent-body.ts";
import { serveOn, serverNow } from "./server-time.ts";

/** The Fetch standard's limit, https://fetch.spec.whatwg.org/#http-redirect-fetch step 6. */
const maxRedirects = 20;

/** How many chunks of bodies are recorded in a run. A body may have no end. */
const mostChunks = 1000;

/** Longest address in characters: MSW does not match longer ones. */
const maxAddress = 8192;

export interface NetworkOptions {
  readonly clock: Clock;
  readonly tracer: Tracer;
  readonly handlers: readonly HttpHandler[];
  /** Default: `maxRequests`. */
  readonly limits?: RequestLimits;
  /** Returns the task that calls fetch. */
  readonly task: () => TaskId;
  /** Called with each promise that fetch returns, before the program gets it. */
  readonly onPromise?: (promise: Promise<Response>, request: RequestId) => void;
  /** Called just before that promise settles. */
  readonly onSettled?: (request: RequestId) => void;
  /** Called whenever a request has ended, so that the end of the run is detected. */
  readonly onIdle: () => void;
}

/** Answers the requests of one run. */
export class Network {
  readonly #options: NetworkOptions;
  #conditions: NetworkConditions = { wait: 0, jitter: 0, failureRate: 0, seed: 0 };
  #random = seededRandom(0);
  #requests = 0;
  #inFlight = 0;
  #chunks = 0;
  /** Requests whose end is in the trace: an abort may end a body before that. */
  readonly #answered = new KeptSet<RequestId>();

  constructor(options: NetworkOptions) {
    this.#options = options;
    serveOn(options.clock);
  }

  /** Sets wait, jitter, failure rate and seed. Until then the network answers at once. */
  use(conditions: NetworkConditions): void {
    this.#conditions = conditions;
    this.#random = seededRandom(conditions.seed);
  }

  /** The number of requests in flight, and of bodies that the program waits for. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** The `fetch` of the Fetch standard, for addresses of the mock handlers only. */
  readonly fetch = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const call = new Error();
    const { onPromise } = this.#options;
    let id: RequestId | undefined;
    // An error in here rejects the promise, as in every function that returns a promise.
    const promise = new Promise<Response>((resolve, reject) => {
      const request = this.#begin(input, init);
      id = request.id;
      void this.#perform(input, init, request, call).then(...this.#settling(id, resolve, reject));
    });
    if (id !== undefined) onPromise?.(promise, id);
    return promise;
  };

  /** Returns resolve and reject for the promise of a request, with the callbacks around them. */
  #settling(
    id: RequestId,
    resolve: (response: Response) => void,
    reject: (thrown: unknown) => void,
  ): [(response: Response) => void, (thrown: unknown) => void] {
    const { onSettled, onIdle } = this.#options;
    const before =
      <T>(settle: (with_: T) => void) =>
      (result: T) => {
        onSettled?.(id);
        settle(result);
        onIdle();
      };
    return [before(resolve), before(reject)];
  }

  async #perform(
    input: RequestInfo | URL,
    init: RequestInit | undefined,
    { id, called }: { id: RequestId; called: number },
    call: Error,
  ): Promise<Response> {
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
    }
  }

  #begin(input: RequestInfo | URL, init: RequestInit | undefined): { id: RequestId; called: number } {
    const id = this.#requests;
    const url = cut(input instanceof Request ? input.url : String(input));
    const method = cut((init?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase());
    this.#requests += 1;
    const { task, tracer } = this.#options;
    const fact = { kind: "request-start", request: id, task: task(), method, url } as const;
    return { id, called: tracer.record(fact) };
  }

  #end(request: RequestId, outcome: RequestOutcome): void {
    this.#options.tracer.record({ kind: "request-end", request, outcome });
    if (outcome.kind === "answered") this.#answered.add(request);
  }

  async #answer(id: RequestId, called: number, request: Request): Promise<Response> {
    const { tracer, clock, limits = maxRequests } = this.#options;
    const arrival = new Arrival(id, tracer, clock);
    try {
      if (request.signal.aborted) throw aborted(request.signal);
      checkLimits({ all: id + 1, inFlight: this.#inFlight }, limits);
      return await this.#follow(id, request, called, arrival);
    } catch (problem) {
      arrival.forget();
      throw problem;
    }
  }

  /** Returns the reply to a request, after following its redirects. */
  async #follow(id: RequestId, request: Request, called: number, arrival: Arrival): Promise<Response> {
    const { signal } = request;
    let hop = request;
    let start = called;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await this.#exchange(hop, start, arrival, signal);
      const next = followRedirect(hop, response);
      if (!next) return finishResponse(hop, response, { request: id, redirected: redirects > 0, signal });
      hop = next;
      start = this.#options.clock.now();
    }
    throw tooManyRedirects(request, maxRedirects);
  }

  /**
   * Makes one request without redirects. The reply is due `wait` milliseconds plus jitter after `start`, however busy the
   * program is.
   */
  async #exchange(request: Request, start: number, arrival: Arrival, signal: AbortSignal): Promise<Response> {
    this.#checkAddress(request.url);
    const { wait, jitter, failureRate } = this.#conditions;
    const due = start + wait + this.#random() * jitter;
    const isLost = this.#random() < failureRate;
    const { isDue, forget } = this.#wait(due);
    try {
      if (!isLost) return await this.#reply(request, due, isDue, arrival, signal);
      await unlessAborted(isDue, signal);
    } finally {
      forget();
    }
    throw lost(request);
  }

  async #reply(
    request: Request,
    due: number,
    isDue: Promise<void>,
    arrival: Arrival,
    signal: AbortSignal,
  ): Promise<Response> {
    arrival.expect(due);
    const response = await unlessAborted(this.#handle(request, arrival), signal);
    const answered = serverNow();
    if (!isReply(request, response)) {
      arrival.forget();
      await unlessAborted(isDue, signal);
      return response;
    }
    const arrives = Math.max(due, this.#options.clock.now());
    arrival.expect(arrives);
    const body = this.#sentBody(arrival.request, request, response);
    await unlessAborted(isDue, signal);
    return body ? new Response(body.arriving(arrives - answered), response) : response;
  }

  /** The body of a reply that its handler sends piece by piece. A reply that states its length is sent in one piece. */
  #sentBody(id: RequestId, { method }: Request, { body, headers }: Response): SentBody | undefined {
    if (!body || method === "HEAD" || headers.has("Content-Length")) return undefined;
    const { clock, tracer, onIdle } = this.#options;
    const onWait = (isWaiting: boolean) => {
      this.#inFlight += isWaiting ? 1 : -1;
      if (!isWaiting) onIdle();
    };
    const onChunk = (bytes: number) => {
      this.#chunks += 1;
      if (this.#chunks <= mostChunks && this.#answered.has(id))
        tracer.record({ kind: "body-chunk", request: id, bytes });
    };
    const onEnd = (outcome: BodyOutcome) => {
      if (this.#answered.has(id)) tracer.record({ kind: "body-end", request: id, outcome });
    };
    return new SentBody(body, { clock, onWait, onChunk, onEnd });
  }

  /** Refuses unreachable addresses at once. The handlers answer a turn later: a refusal would look like a reply in flight. */
  #checkAddress(url: string): void {
    if (url.length > maxAddress) throw tooLong(url, maxAddress);
    const isReachable = this.#options.handlers.some(
      ({ info: { path } }) => typeof path === "function" || matchRequestUrl(new URL(url), path).matches,
    );
    if (!isReachable) throw refusal(url);
  }

  async #handle(request: Request, arrival: Arrival): Promise<Response> {
    const { clock, handlers } = this.#options;
    // A handler that has not answered by then waits itself, so its own answer decides when the reply arrives.
    const timer = clock.setTimer(() => arrival.forget(), 0, "upkeep");
    try {
      // A clone, because a handler may read the body and a redirect may need it again.
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

  /** Sets an alarm: `isDue` resolves at `due` on the run's clock, or once the program is free. `forget` cancels it. */
  #wait(due: number): { isDue: Promise<void>; forget: () => void } {
    const { clock } = this.#options;
    let handle: TimerHandle | undefined;
    const isDue = new Promise<void>((resolve) => {
      handle = clock.setAlarm(resolve, due);
    });
    return { isDue, forget: () => handle !== undefined && clock.clearTimer(handle) };
  }
}
