// Refusals, failures, redirects and finished replies of the mocked network, by the rules of the Fetch standard.

import { reachable } from "#mocks";
import type { RequestOutcome } from "../../trace/events/events.ts";
import { fromNetwork, type Origin } from "./bodies.ts";

/** Longest texts in characters: `told` in the trace, `named` for an address within a sentence. */
const longest = { told: 2000, named: 200 } as const;

/** Cuts a text for the trace: an address may have millions of characters. */
export function cut(text: string, length: number = longest.told): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** The reason why a request got no reply. `outcome` is for the timeline, `thrown` for the program. */
export class NoReply extends Error {
  readonly outcome: Extract<RequestOutcome, { reason: string }>;
  /** The value that fetch rejects with. */
  readonly thrown: unknown;

  constructor(
    kind: "failed" | "refused" | "aborted",
    reason: string,
    thrown: unknown = new TypeError(reason),
  ) {
    super(reason);
    this.outcome = { kind, reason: cut(reason) };
    this.thrown = thrown;
  }
}

/** For any other error, for example of the Request constructor. */
export function unexpected(thrown: unknown): NoReply {
  return new NoReply("failed", String(thrown), thrown);
}

export function parseRequest(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  if (!(input instanceof Request) && !URL.canParse(String(input))) {
    throw new NoReply(
      "refused",
      `"${named(String(input))}" is not a full address. Write it with its host, such as ${reachable.example}.`,
    );
  }
  return new Request(input, init);
}

/** For an address that no handler has. */
export function refusal(url: string): NoReply {
  return new NoReply("refused", `A pane reaches only ${reachable.what}, not ${named(url)}.`);
}

export function tooLong(url: string, most: number): NoReply {
  const count = (characters: number) => characters.toLocaleString("en");
  return new NoReply(
    "refused",
    `An address in a pane has at most ${count(most)} characters, not ${count(url.length)}.`,
  );
}

/** For a request that no handler answers, although one has its address. */
export function unanswered({ method, url }: Request): NoReply {
  return new NoReply("failed", `The network of a pane has no answer to ${named(method)} ${named(url)}.`);
}

export function lost({ url }: Request): NoReply {
  return new NoReply("failed", `The connection to ${named(new URL(url).host)} was lost.`);
}

export function tooManyRedirects({ url }: Request, most: number): NoReply {
  return new NoReply("failed", `${named(url)} redirected more than ${most} times.`);
}

export function broken({ url }: Request, error: unknown): NoReply {
  return new NoReply("failed", `The mock of ${named(url)} threw ${String(error)}`);
}

export function aborted(signal: AbortSignal): NoReply {
  return new NoReply("aborted", "The program aborted the request.", signal.reason);
}

/** Settles as `promise` does, or rejects as soon as the program aborts. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(aborted(signal));
    const settled = () => signal.removeEventListener("abort", abort);
    promise.then(resolve, reject).then(settled, settled);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

/** True if the program gets `response` as its reply: it is neither a failure nor a redirect to follow. */
export function isReply({ redirect }: Request, response: Response): boolean {
  if (!isRedirect(response)) return response.type !== "error";
  return redirect === "manual" || (redirect === "follow" && !response.headers.has("Location"));
}

/** https://fetch.spec.whatwg.org/#redirect-status */
function isRedirect({ status }: Response): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * Returns the request that follows a redirect, or `undefined` if `response` is the reply itself.
 * Rules: https://fetch.spec.whatwg.org/#http-redirect-fetch
 * @throws {NoReply} if `response` is a failure, or a redirect that cannot be followed
 */
export function followRedirect(request: Request, response: Response): Request | undefined {
  if (isReply(request, response)) return undefined;
  const { url, method } = request;
  if (!isRedirect(response)) throw new NoReply("failed", `The request to ${named(url)} failed.`);
  if (request.redirect === "error") {
    throw new NoReply("failed", `${named(url)} redirected, and the request forbids it.`);
  }
  const becomesGet =
    (response.status === 303 && !["GET", "HEAD"].includes(method)) ||
    (response.status < 303 && method === "POST");
  return new Request(redirectTarget(url, response), becomesGet ? { headers: request.headers } : request);
}

function redirectTarget(url: string, { headers }: Response): string {
  const location = headers.get("Location") ?? "";
  if (URL.canParse(location, url)) return new URL(location, url).href;
  throw new NoReply("failed", `${named(url)} redirected to "${named(location)}", which is no address.`);
}

/** What else is known of a reply. */
export interface Exchange extends Pick<Origin, "request" | "signal"> {
  readonly redirected: boolean;
}

/** Adds to a handler's reply what only a network can: the address, and a body that fails when the program aborts. */
export function finishResponse(
  request: Request,
  response: Response,
  { redirected, ...exchange }: Exchange,
): Response {
  const { signal } = exchange;
  const url = withoutFragment(request.url);
  if (isRedirect(response) && request.redirect === "manual") return opaqueRedirect(url);
  // A reply to HEAD has no body, but a handler may answer HEAD as it does GET.
  const body = response.body && request.method !== "HEAD" ? abortable(response.body, signal) : null;
  const { status, statusText, headers } = response;
  // A reply that states its length is sent in one piece. Other bodies may be streams.
  const hasArrived = body === null || headers.has("Content-Length");
  return described(
    new Response(body, { status, statusText, headers }),
    { url, redirected },
    { ...exchange, hasArrived },
  );
}

/** The reply to a redirect with `redirect: "manual"`: https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect */
function opaqueRedirect(url: string): Response {
  // Response.error() because it is the only way to make a response with the status 0.
  return described(Response.error(), { type: "opaqueredirect", url, redirected: false });
}

/** Defines type, url and redirected on a response and its clones: only a browser's network can set them otherwise. */
function described(
  response: Response,
  told: Partial<Pick<Response, "type" | "url" | "redirected">>,
  origin?: Origin,
): Response {
  const { clone } = Response.prototype;
  for (const [name, value] of Object.entries(told)) Object.defineProperty(response, name, { value });
  if (origin) fromNetwork(response, origin);
  return Object.defineProperty(response, "clone", {
    value: () => described(clone.call(response), told, origin),
  });
}

/** Passes a body on until the signal aborts. Then reading fails, even of bytes already there, as the Fetch standard says. */
function abortable(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start: (controller) => {
      const abort = () => {
        controller.error(signal.reason);
        // Ignored: the body may have failed before, and the program knows then.
        reader.cancel(signal.reason).catch(() => undefined);
      };
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
    },
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  };
  // With 0 it reads only when the program reads, so that no bytes are queued before an abort.
  return new ReadableStream(source, { highWaterMark: 0 });
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/s, "");
}

function named(text: string): string {
  return cut(text, longest.named);
}
