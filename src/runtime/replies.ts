// What becomes of a request, by the rules of the Fetch standard: refusals, failures, redirects, and what only the network knows.

import type { RequestOutcome } from "../trace/events.ts";

/** Why a request got no reply, as a value: it is drawn on the timeline and thrown to the program. */
export class NoReply extends Error {
  readonly outcome: Extract<RequestOutcome, { reason: string }>;
  /** What fetch rejects with. */
  readonly thrown: unknown;

  constructor(
    kind: "failed" | "refused" | "aborted",
    reason: string,
    thrown: unknown = new TypeError(reason),
  ) {
    super(reason);
    this.outcome = { kind, reason };
    this.thrown = thrown;
  }
}

/** What the Request constructor objects to. */
export function unexpected(thrown: unknown): NoReply {
  return new NoReply("failed", String(thrown), thrown);
}

export function parseRequest(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  if (!(input instanceof Request) && !URL.canParse(String(input))) {
    throw new NoReply(
      "refused",
      `"${String(input)}" is not a full address. Write it with its host, such as http://www.ericappelt.com/animals/cow.`,
    );
  }
  return new Request(input, init);
}

export function refusal(url: string): NoReply {
  return new NoReply(
    "refused",
    `A pane reaches only the animals API at http://www.ericappelt.com/animals/, not ${url}.`,
  );
}

export function aborted(signal: AbortSignal): NoReply {
  return new NoReply("aborted", "The program aborted the request.", signal.reason);
}

/** The request that follows a redirect; undefined where `response` is the reply itself. Rules of the Fetch standard, "HTTP-redirect fetch". */
export function followRedirect(request: Request, response: Response): Request | undefined {
  const location = response.headers.get("Location");
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return undefined;
  if (request.redirect === "manual") return undefined;
  if (request.redirect === "error") {
    throw new NoReply("failed", `${request.url} redirected, and the request forbids it.`);
  }
  const becomesGet =
    (response.status === 303 && !["GET", "HEAD"].includes(request.method)) ||
    (response.status < 303 && request.method === "POST");
  const target = new URL(location, request.url);
  return new Request(target, becomesGet ? { headers: request.headers } : request);
}

/** Gives a handler's response what only the network can: its address, and an end when the program aborts. */
export function finishResponse(
  response: Response,
  url: string,
  redirected: boolean,
  signal: AbortSignal,
): Response {
  const body = response.body ? abortable(response.body, signal) : null;
  const { status, statusText, headers } = response;
  return addressed(new Response(body, { status, statusText, headers }), url, redirected);
}

/** Only a browser's network can make a response that has an address; a copy of it has the same. */
function addressed(response: Response, url: string, redirected: boolean): Response {
  const { clone } = Response.prototype;
  return Object.defineProperties(response, {
    url: { value: url },
    redirected: { value: redirected },
    clone: { value: () => addressed(clone.call(response), url, redirected) },
  });
}

/** The same bytes, until the signal aborts: then reading fails, also of what is there already, as the Fetch standard says. */
function abortable(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason)),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  };
  // Reads only when the program reads, so that nothing is passed on before an abort.
  return new ReadableStream(source, { highWaterMark: 0 });
}
