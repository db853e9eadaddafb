// Writes the requests of runs as an HTTP Archive 1.2, which the network panels of browsers open.
// http://www.softwareishard.com/blog/har-12-spec

import type { BodySpan } from "../trace/fold/requests.ts";
import { recordingVersion } from "../trace/recording/recording.ts";
import type { NamedRun, RequestSpan, Trace } from "../trace/trace.ts";
import { threadKind } from "../trace/words/thread-words.ts";
import { taskName } from "../trace/words/words.ts";

/** The date at which every run begins in the archive. Readers require a date, and a recording has none. */
const epoch = Date.UTC(2000, 0, 1);

/** A size that is not known. */
const unknown = -1;

/**
 * Writes the requests of the runs as text in the HTTP Archive format 1.2. Each run is a page. The same runs give the
 * same text.
 */
export function har(runs: readonly NamedRun[]): string {
  const entries = runs.flatMap(({ trace }, index) =>
    trace.requests.map((span) => ({ start: span.start, entry: entryOf(span, trace, pageId(index)) })),
  );
  const log = {
    version: "1.2",
    creator: {
      name: "Interleave",
      version: String(recordingVersion),
      comment: "The version is that of the recording format.",
    },
    pages: runs.map(pageOf),
    entries: entries.toSorted((one, other) => one.start - other.start).map(({ entry }) => entry),
    comment:
      "A recording has no date: every run is said to begin at 2000-01-01. Headers and bodies are not recorded, and sizes only of bodies that were sent piece by piece.",
  };
  return `${JSON.stringify({ log }, undefined, 2)}\n`;
}

function pageId(index: number): string {
  return `run_${index + 1}`;
}

function pageOf({ label, trace }: NamedRun, index: number) {
  const threads = threadKind(trace);
  return {
    startedDateTime: dateAt(0),
    id: pageId(index),
    title: label === "" ? trace.entry : label,
    pageTimings: {
      onContentLoad: -1,
      onLoad: trace.total === undefined ? -1 : rounded(trace.total),
      comment: "onLoad is when the program ended.",
    },
    ...(threads ? { comment: `${threads.long}.` } : {}),
  };
}

function entryOf(span: RequestSpan, trace: Trace, pageref: string) {
  const timings = timingsOf(span, trace);
  const task = trace.tasks[span.task];
  return {
    pageref,
    startedDateTime: dateAt(span.start),
    time: timings.send + timings.wait + timings.receive,
    request: requestOf(span),
    response: responseOf(span),
    cache: {},
    timings,
    comment: `Sent by ${task ? taskName(task) : "the program"}.`,
  };
}

function dateAt(t: number): string {
  return new Date(epoch + t).toISOString();
}

// A request that did not end reaches to the end of the recording.
function timingsOf({ start, ready, end, body }: RequestSpan, { duration }: Trace) {
  const taken = body ? (body.end ?? duration) : (end ?? duration);
  const arrived = Math.min(ready ?? end ?? taken, taken);
  return {
    send: 0,
    wait: rounded(arrived - start),
    receive: rounded(taken - arrived),
    comment: "wait is until the reply was there, receive until the program took it, or the last of its body.",
  };
}

/** Rounds to microseconds, in milliseconds. Never negative, because the format forbids that. */
function rounded(t: number): number {
  return Math.max(0, Math.round(t * 1000) / 1000);
}

function requestOf({ method, url }: RequestSpan) {
  const { address, query } = partsOf(url);
  return {
    method,
    url: address,
    httpVersion: "",
    cookies: [],
    headers: [],
    queryString: query,
    headersSize: unknown,
    bodySize: unknown,
  };
}

// The format requires an address without its fragment.
function partsOf(url: string) {
  if (!URL.canParse(url)) return { address: url, query: [] };
  const parsed = new URL(url);
  parsed.hash = "";
  return { address: parsed.href, query: [...parsed.searchParams].map(([name, value]) => ({ name, value })) };
}

function responseOf(span: RequestSpan) {
  return {
    ...statusOf(span),
    httpVersion: "",
    cookies: [],
    headers: [],
    content: { size: span.body ? bytesOf(span.body) : unknown, mimeType: "" },
    redirectURL: "",
    headersSize: unknown,
    bodySize: unknown,
  };
}

function bytesOf({ chunks }: BodySpan): number {
  return chunks.reduce((sum, { bytes }) => sum + bytes, 0);
}

function statusOf({ outcome }: RequestSpan) {
  if (!outcome) return { status: 0, statusText: "", comment: "No reply as far as it is recorded." };
  if (outcome.kind === "answered") return { status: outcome.status, statusText: outcome.statusText };
  const reason = outcome.reason === "" ? "" : `: ${outcome.reason}`;
  return { status: 0, statusText: "", comment: `${outcome.kind}${reason}` };
}
