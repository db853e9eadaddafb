// The network of a run: fetch answered by the mock handlers after the wait that the pane sets, and by nothing else.

import { getResponse, type HttpHandler, matchRequestUrl } from "msw";
import { mainTask, type RequestId, type RequestOutcome } from "../trace/events.ts";
import type { Clock } from "./clock.ts";
import type { NetworkConditions } from "./protocol.ts";
import { seededRandom } from "./random.ts";
import {
  aborted,
  finishResponse,
  followRedirect,
  NoReply,
  parseRequest,
  refusal,
  unexpected,
} from "./replies.ts";
import { withStackOf } from "./stack.ts";
import type { Tracer } from "./tracer.ts";

/** Requests that one run may make in all, and have on their way at the same time. */
export const maxRequests = { all: 2000, inFlight: 500 } as const;

/** The Fetch standard's limit, https://fetch.spec.whatwg.org/#http-redirect-fetch step 6. */
const maxRedirects = 20;

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
    const url = input instanceof Request ? input.url : String(input);
    const method = (init?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase();
    const fact = { kind: "request-start", request: id, task: mainTask, method, url } as const;
    return { id, called: this.#options.tracer.record(fact) };
  }

  #end(request: RequestId, outcome: RequestOutcome): void {
    this.#options.tracer.record({ kind: "request-end", request, outcome });
  }

  async #answer(id: RequestId, called: number, request: Request): Promise<Response> {
    const { signal } = request;
    if (signal.aborted) throw aborted(signal);
    if (!this.#isReachable(request.url)) throw refusal(request.url);
    if (id >= maxRequests.all) {
      throw new NoReply("refused", `A run can make ${maxRequests.all} requests, not more.`);
    }
    if (this.#inFlight > maxRequests.inFlight) {
      throw new NoReply(
        "refused",
        `A run can wait for ${maxRequests.inFlight} requests at a time, not more.`,
      );
    }
    let hop = request;
    let start = called;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await this.#exchange(id, hop, start, signal);
      const next = followRedirect(hop, response);
      if (!next) return finishResponse(response, hop.url, redirects > 0, signal);
      hop = next;
      start = this.#options.clock.now();
    }
    throw new NoReply("failed", `${request.url} redirected more than ${maxRedirects} times.`);
  }

  /** One request and its reply, which is there `wait` milliseconds (and its jitter) after `start`, however busy the program is. */
  async #exchange(id: RequestId, request: Request, start: number, signal: AbortSignal): Promise<Response> {
    const { wait, jitter, failureRate } = this.#conditions;
    const due = start + wait + this.#random() * jitter;
    const lost = this.#random() < failureRate;
    if (lost) {
      await this.#wait(due, signal);
      throw new NoReply("failed", `The connection to ${new URL(request.url).host} was lost.`);
    }
    const reply = this.#handle(request);
    const arrival = this.#expectArrival(id, due, reply);
    try {
      await Promise.race([this.#wait(due, signal), rejection(reply)]);
      const response = await reply;
      if (response.type === "error") throw new NoReply("failed", `The request to ${request.url} failed.`);
      arrival.settle();
      return response;
    } catch (problem) {
      arrival.forget();
      throw problem;
    }
  }

  /** Known without asking the handlers, which answer a turn later: a refusal must not look like a reply on its way. */
  #isReachable(url: string): boolean {
    return this.#options.handlers.some(
      ({ info: { path } }) => typeof path === "function" || matchRequestUrl(new URL(url), path).matches,
    );
  }

  /**
   * Says on the trace when the reply is there: when it is due, even where the program keeps control at that time and
   * the handler could not even start; or later, where the handler itself takes longer than that.
   */
  #expectArrival(id: RequestId, due: number, reply: Promise<Response>): { settle(): void; forget(): void } {
    const { tracer, clock } = this.#options;
    const ready = { kind: "request-ready", request: id } as const;
    let handled = false;
    let late = false;
    const forget = tracer.expect(due, ready);
    const done = () => {
      handled = true;
    };
    reply.then(done, done);
    clock.setTimer(() => {
      if (handled) return;
      late = true;
      forget();
    }, 0);
    const settle = () => {
      if (late) tracer.record(ready);
    };
    return { settle, forget };
  }

  async #handle(request: Request): Promise<Response> {
    const { url } = request;
    let response: Response | undefined;
    try {
      response = await getResponse([...this.#options.handlers], request);
    } catch (error) {
      throw new NoReply("failed", `The mock of ${url} threw ${String(error)}`);
    }
    // MSW's passthrough() is a reply with this header; there is nothing to pass through to.
    if (!response || response.headers.has("x-msw-intention")) throw refusal(url);
    return response;
  }

  /** Resolves at `due` on the run's clock, or as soon after as the program is free. */
  #wait(due: number, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    return new Promise((resolve, reject) => {
      const onDue = () => {
        signal.removeEventListener("abort", abort);
        resolve();
      };
      // Browsers cut a timer's delay to whole milliseconds; a reply must not be taken before it is there.
      const delay = () => Math.max(0, Math.ceil(due - clock.now()));
      const onTimer = () => {
        if (clock.now() < due) timer = clock.setTimer(onTimer, delay());
        else onDue();
      };
      let timer = clock.setTimer(onTimer, delay());
      const abort = () => {
        clock.clearTimer(timer);
        reject(aborted(signal));
      };
      signal.addEventListener("abort", abort, { once: true });
    });
  }
}

/** Rejects as soon as `promise` does; never resolves. */
function rejection(promise: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => promise.catch(reject));
}
