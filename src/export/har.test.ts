// Tests the HTTP Archive: it keeps the rules of the format, and it reports how each request ended.

import { describe, expect, test } from "vitest";
import { harProblems } from "../../testing/export/har-rules.ts";
import { asynchronous, madeUpRuns, neverEnding } from "../../testing/export/made-up-runs.ts";
import { ask, begin, finished, traceOf } from "../../testing/trace/made-up-events.ts";
import type { RequestOutcome } from "../trace/events/events.ts";
import type { Trace } from "../trace/trace.ts";
import { har } from "./har.ts";

function logOf(...traces: Trace[]) {
  return JSON.parse(har(traces.map((trace, index) => ({ label: `run ${index}`, trace })))).log;
}

/** Returns the entry of a run whose only request ended with this outcome after 30 ms. */
function entryWith(outcome: RequestOutcome, url?: string) {
  const trace = traceOf(
    ...begin,
    [10, ask(0, 0, url)],
    [40, { kind: "request-end", request: 0, outcome }],
    [50, finished],
  );
  return logOf(trace).entries[0];
}

test("a body that was sent piece by piece has its size, and is received until its end", () => {
  const trace = traceOf(
    ...begin,
    [10, ask(0, 0)],
    [40, { kind: "request-ready", request: 0 }],
    [40, { kind: "request-end", request: 0, outcome: ok }],
    [40, { kind: "body-chunk", request: 0, bytes: 3 }],
    [90, { kind: "body-chunk", request: 0, bytes: 4 }],
    [100, { kind: "body-end", request: 0, outcome: "complete" }],
    [110, finished],
  );
  const [entry] = logOf(trace).entries;
  expect(entry).toMatchObject({ time: 90, timings: { receive: 60 }, response: { content: { size: 7 } } });
});

const ok: RequestOutcome = { kind: "answered", status: 200, statusText: "OK" };

describe("the format's rules", () => {
  test.each(Object.entries(madeUpRuns))("are kept by the run %s", (label, trace) => {
    expect(harProblems(har([{ label, trace }]))).toEqual([]);
  });

  test("are kept by all runs in one file, and by none", () => {
    const runs = Object.entries(madeUpRuns).map(([label, trace]) => ({ label, trace }));
    expect(harProblems(har(runs))).toEqual([]);
    expect(harProblems(har([]))).toEqual([]);
  });

  test.each([
    ["a log without a creator", `"creator": {`, `"_maker": {`],
    ["a wait below zero", `"wait": 1000.123`, `"wait": -1`],
    ["a time that is no sum", `"time": 1500`, `"time": 1501`],
    ["a response without a status", `"status": 200,`, ""],
    ["a field that does not exist", `"cache": {}`, `"cache": {}, "colour": "brown"`],
    ["a page that does not exist", `"id": "run_1"`, `"id": "run_2"`],
  ])("find %s", (_, part, spoilt) => {
    const text = har([{ label: "a", trace: asynchronous }]);
    expect(harProblems(text.replace(part, spoilt))).toHaveLength(1);
  });
});

test("each run is a page, which begins at a made-up date and is loaded when the program ends", () => {
  const { pages, comment } = logOf(asynchronous, neverEnding);
  expect(pages).toMatchObject([
    {
      id: "run_1",
      title: "run 0",
      startedDateTime: "2000-01-01T00:00:00.000Z",
      pageTimings: { onLoad: 1501 },
    },
    {
      id: "run_2",
      title: "run 1",
      startedDateTime: "2000-01-01T00:00:00.000Z",
      pageTimings: { onLoad: 120 },
    },
  ]);
  expect(comment).toContain("has no date");
});

test("a request waits until the reply is there, and is received when the program takes it", () => {
  const [entry] = logOf(asynchronous).entries;
  expect(entry.timings).toMatchObject({ send: 0, wait: 1000.123, receive: 499.877 });
  expect(entry).toMatchObject({ time: 1500, startedDateTime: "2000-01-01T00:00:00.000Z", pageref: "run_1" });
  expect(entry.comment).toBe(`Sent by speak("cow").`);
});

test("entries stand in the order in which the requests were made, whichever run made them", () => {
  const late = traceOf(...begin, [5, ask(0, 0)]);
  const early = traceOf(...begin, [2, ask(0, 0)], [7, ask(1, 0)]);
  const order = logOf(late, early).entries.map(({ pageref }: { pageref: string }) => pageref);
  expect(order).toEqual(["run_2", "run_1", "run_2"]);
});

test("a reply has its status, whatever it is", () => {
  expect(entryWith(ok).response).toMatchObject({ status: 200, statusText: "OK" });
  const missing: RequestOutcome = { kind: "answered", status: 404, statusText: "Not Found" };
  expect(entryWith(missing).response).toMatchObject({ status: 404, statusText: "Not Found" });
});

test.each(["failed", "refused", "aborted"] as const)(
  "a request that is %s has the status 0 and the reason",
  (kind) => {
    const entry = entryWith({ kind, reason: "no barn" });
    expect(entry.response).toMatchObject({ status: 0, statusText: "", comment: `${kind}: no barn` });
    expect(entry.timings).toMatchObject({ wait: 30, receive: 0 });
  },
);

test("a request without a reply goes up to the recording's end, and says so", () => {
  const [entry] = logOf(neverEnding).entries;
  expect(entry).toMatchObject({
    time: 117,
    response: { status: 0, comment: "No reply as far as it is recorded." },
  });
});

test("an address has no fragment, and its query is also listed separately", () => {
  expect(entryWith(ok, "http://farm.example/cow?loud=1&why=a%20b#ear").request).toMatchObject({
    url: "http://farm.example/cow?loud=1&why=a%20b",
    queryString: [
      { name: "loud", value: "1" },
      { name: "why", value: "a b" },
    ],
  });
  expect(entryWith(ok, "nowhere").request).toMatchObject({ url: "nowhere", queryString: [] });
});

test("what a recording does not know is empty, and its size is -1", () => {
  const { request, response } = entryWith(ok);
  const unknown = { httpVersion: "", cookies: [], headers: [], headersSize: -1, bodySize: -1 };
  expect(request).toMatchObject(unknown);
  expect(response).toMatchObject({ ...unknown, redirectURL: "", content: { size: -1, mimeType: "" } });
});
