// Tests of recordings that stand in for runs.

import { afterEach, expect, test, vi } from "vitest";
import type { TraceEvent } from "../../trace/events/events.ts";
import { record, writeRecording } from "../../trace/recording/recording.ts";
import { foldEvents, type Trace } from "../../trace/trace.ts";
import { Recorded } from "./recorded.ts";

const ran: TraceEvent[] = [
  { seq: 0, t: 0, kind: "run-start", entry: "cow.ts" },
  { seq: 1, t: 5, kind: "run-end", outcome: { kind: "finished" } },
];
const text = writeRecording(record([foldEvents(ran)]));
const problem = "Programs do not start in this browser: workers are switched off.";

/** A run whose worker did not start. */
const unable = foldEvents([{ seq: 0, t: 0, kind: "run-end", outcome: { kind: "limit", reason: problem } }]);

afterEach(() => vi.unstubAllGlobals());

function serve(response: () => Response) {
  const fetch = vi.fn(async (_address: string) => response());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

/** A browser that answers while the page waits. */
function serveAtOnce(responseText: string) {
  const open = vi.fn();
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      readonly responseText = responseText;
      readonly open = open;
      send(): void {}
    },
  );
  return open;
}

function setUp(traces: readonly Trace[] = [], present: () => string | undefined = () => "race-1") {
  const told: string[] = [];
  const runs = {
    traces,
    state: "idle" as const,
    show: (shown: readonly Trace[]) => {
      runs.traces = shown;
    },
    clear: () => {
      runs.traces = [];
    },
  };
  const recorded = new Recorded({
    pane: "race-1",
    runs,
    present,
    onHint: (sentence) => told.push(sentence),
    onProblem: ({ message }) => told.push(message),
  });
  return { recorded, runs, told };
}

test("the recording is loaded from beside the page, and is what is shown", async () => {
  const fetch = serve(() => new Response(text));
  const { recorded, runs, told } = setUp();
  expect(recorded.isShown).toBe(false);
  await recorded.show();
  expect(fetch).toHaveBeenCalledWith("recordings/race-1.json");
  expect([recorded.isShown, runs.traces.map(({ entry }) => entry), told]).toEqual([true, ["cow.ts"], []]);
});

test("where programs cannot run, the recording takes the place of runs that did not start, and says why", async () => {
  serve(() => new Response(text));
  const { recorded, told } = setUp([unable]);
  await recorded.standIn(problem);
  expect(recorded.isShown).toBe(true);
  expect(told).toEqual([
    "Programs do not start in this browser: workers are switched off, so you see the deck's recording; Run tries again.",
  ]);
});

test("after cues that changed the text, it is the recording of what they led to", async () => {
  const fetch = serve(() => new Response(text));
  const { recorded, told } = setUp([unable], () => "race-1.after-3");
  await recorded.standIn(problem);
  expect(fetch).toHaveBeenCalledWith("recordings/race-1.after-3.json");
  expect(told[0]).toContain("so you see the deck's recording; Run");
});

test("beside a text that is the viewer's own, it says that it is not a recording of that", async () => {
  const fetch = serve(() => new Response(text));
  const { recorded, told } = setUp([unable], () => undefined);
  await recorded.standIn(problem);
  expect(fetch).toHaveBeenCalledWith("recordings/race-1.json");
  expect(told[0]).toContain("so you see the deck's recording, made before you changed the text; Run");
});

test("a run that is there is not replaced", async () => {
  serve(() => new Response(text));
  const { recorded, told } = setUp([foldEvents(ran)]);
  await recorded.standIn(problem);
  expect([recorded.isShown, told]).toEqual([false, []]);
});

test.each([
  ["is missing", () => new Response("", { status: 404 })],
  ["is none", () => new Response("<!doctype html>")],
])("a recording that %s is told of in a sentence", async (_, response) => {
  serve(response);
  const { recorded, told } = setUp();
  await recorded.standIn(problem);
  await recorded.show();
  expect(recorded.isShown).toBe(false);
  expect(told).toEqual([
    "Programs do not start in this browser: workers are switched off, and the recording of this pane could not be loaded: check the connection and reload the deck.",
    "The recording of this pane could not be loaded: check the connection and reload the deck.",
  ]);
});

test("for paper it is shown before the caller goes on, and taken away again", () => {
  const open = serveAtOnce(text);
  const { recorded, runs } = setUp();
  recorded.showForPrint();
  expect(open).toHaveBeenCalledWith("GET", "recordings/race-1.json", false);
  expect(recorded.isShown).toBe(true);
  recorded.hide();
  expect(runs.traces).toEqual([]);
});

test("for paper it replaces no run, and stands beside no other text than its own", () => {
  const open = serveAtOnce(text);
  const run = [foldEvents(ran)];
  const shown = [setUp(run), setUp([], () => undefined)].map(({ recorded, runs }) => {
    recorded.showForPrint();
    recorded.hide();
    return runs.traces;
  });
  expect(shown).toEqual([run, []]);
  expect(open).not.toHaveBeenCalled();
});
