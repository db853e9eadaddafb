// Tests of recordings that are shown in place of runs.

import { afterEach, expect, test, vi } from "vitest";
import { cow } from "../../../testing/pane/made-up-pane.ts";
import { languageOf } from "../../languages/languages.ts";
import type { TraceEvent } from "../../trace/events/events.ts";
import { record, writeRecording } from "../../trace/recording/recording.ts";
import { foldEvents, type Trace } from "../../trace/trace.ts";
import { newestTraces } from "../state/going-on.ts";
import { firstState } from "../state/pane-state.ts";
import { PaneStore } from "../state/pane-store.ts";
import { Recorded } from "./recorded.ts";

const ran: TraceEvent[] = [
  { seq: 0, t: 0, kind: "run-start", entry: "cow.ts" },
  { seq: 1, t: 5, kind: "run-end", outcome: { kind: "finished" } },
];
const text = writeRecording(record([foldEvents(ran)]));
const problem = "Programs do not start in this browser: workers are switched off.";

/** The trace of a run whose worker did not start. */
const unable = foldEvents([{ seq: 0, t: 0, kind: "run-end", outcome: { kind: "limit", reason: problem } }]);

afterEach(() => vi.unstubAllGlobals());

function serve(response: () => Response) {
  const fetch = vi.fn(async (_address: string) => response());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

/** Stubs a synchronous request. */
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
  const store = new PaneStore(firstState(cow));
  const { runs } = record(traces);
  if (runs.length > 0) store.send({ kind: "runs-shown", source: "kept", runs });
  const told: string[] = [];
  store.listen((event) => {
    if (event.kind === "hint" || event.kind === "problem") told.push(String(event.text));
  });
  const recorded = new Recorded({ pane: "race-1", store, language: languageOf("cow.ts"), present });
  const isShown = () => store.state.newest.source === "recorded";
  const entries = () => newestTraces(store.state).map(({ entry }) => entry);
  return { recorded, store, told, isShown, entries };
}

test("the recording is loaded from beside the page, and is what is shown", async () => {
  const fetch = serve(() => new Response(text));
  const { recorded, isShown, entries, told } = setUp();
  expect(isShown()).toBe(false);
  await recorded.show();
  expect(fetch).toHaveBeenCalledWith("recordings/race-1.json");
  expect([isShown(), entries(), told]).toEqual([true, ["cow.ts"], []]);
});

test("where programs cannot run, the recording takes the place of runs that did not start, and says why", async () => {
  serve(() => new Response(text));
  const { recorded, isShown, told } = setUp([unable]);
  await recorded.standIn(problem);
  expect(isShown()).toBe(true);
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
  const { recorded, isShown, told } = setUp([foldEvents(ran)]);
  await recorded.standIn(problem);
  expect([isShown(), told]).toEqual([false, []]);
});

test.each([
  ["is missing", () => new Response("", { status: 404 })],
  ["is none", () => new Response("<!doctype html>")],
])("a recording that %s is told of in a sentence", async (_, response) => {
  serve(response);
  const { recorded, isShown, told } = setUp();
  await recorded.standIn(problem);
  await recorded.show();
  expect(isShown()).toBe(false);
  expect(told).toEqual([
    "Programs do not start in this browser: workers are switched off, and the recording of this pane could not be loaded: check the connection and reload the deck.",
    "The recording of this pane could not be loaded: check the connection and reload the deck.",
  ]);
});

test("for paper it is shown before the caller goes on, and taken away again", () => {
  const open = serveAtOnce(text);
  const { recorded, isShown, entries } = setUp();
  recorded.showForPrint();
  expect(open).toHaveBeenCalledWith("GET", "recordings/race-1.json", false);
  expect(isShown()).toBe(true);
  recorded.hide();
  expect(entries()).toEqual([]);
});

test("for paper it replaces no run, and stands beside no other text than its own", () => {
  const open = serveAtOnce(text);
  const run = [foldEvents(ran)];
  const shown = [setUp(run), setUp([], () => undefined)].map(({ recorded, entries }) => {
    recorded.showForPrint();
    recorded.hide();
    return entries();
  });
  expect(shown).toEqual([["cow.ts"], []]);
  expect(open).not.toHaveBeenCalled();
});

/** Makes the pane's program start a thread. */
function startThread({ store }: ReturnType<typeof setUp>): void {
  const text = 'new Worker(new URL("./cow.ts", import.meta.url), { type: "module" });\n';
  store.send({ kind: "text", file: store.state.file, text });
}

test("in a page without threads the recording takes the place of a program that starts them", async () => {
  const fetch = serve(() => new Response(text));
  const pane = setUp([], () => "race-1.after-3");
  expect(pane.recorded.inPlaceOfThreads).toBeUndefined();
  startThread(pane);
  await pane.recorded.inPlaceOfThreads?.();
  expect(fetch).toHaveBeenCalledWith("recordings/race-1.after-3.json");
  expect(pane.isShown()).toBe(true);
});

test("nothing takes the place of a program that is the viewer's own, or of one that has threads", () => {
  const own = setUp([], () => undefined);
  startThread(own);
  expect(own.recorded.inPlaceOfThreads).toBeUndefined();
  const pane = setUp();
  startThread(pane);
  vi.stubGlobal("crossOriginIsolated", true);
  expect(pane.recorded.inPlaceOfThreads).toBeUndefined();
});

test("for want of threads a pane shows its recording by itself only if nothing has run", async () => {
  const fetch = serve(() => new Response(text));
  const pane = setUp([foldEvents(ran)]);
  startThread(pane);
  await pane.recorded.followThreads();
  expect([fetch.mock.calls.length, pane.isShown()]).toEqual([0, false]);
});

test("a run that began while the recording was loaded is not replaced", async () => {
  serve(() => new Response(text));
  const pane = setUp();
  startThread(pane);
  const following = pane.recorded.followThreads();
  pane.store.send({ kind: "stage", stage: "running" });
  await following;
  expect(pane.isShown()).toBe(false);
});

test("for want of threads a pane shows its recording by itself if nothing has run", async () => {
  serve(() => new Response(text));
  const pane = setUp();
  startThread(pane);
  await pane.recorded.followThreads();
  expect(pane.isShown()).toBe(true);
});
