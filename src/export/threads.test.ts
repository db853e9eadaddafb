// Tests the exports of recorded runs with threads: of a deadlock, and of locks that change hands often.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { harProblems } from "../../testing/export/har-rules.ts";
import { formatProblems } from "../../testing/export/trace-event-rules.ts";
import { replay } from "../trace/recording/read-recording.ts";
import { foldEvents, type NamedRun } from "../trace/trace.ts";
import { chromeTrace } from "./chrome-trace/chrome-trace.ts";
import { har } from "./har.ts";

function recorded(name: string): NamedRun[] {
  const text = readFileSync(`slides/recordings/${name}.json`, "utf8");
  return replay(JSON.parse(text)).map((trace) => ({ label: "", trace }));
}

const deadlock = recorded("act-3-deadlock-1");
const lockInInterpreter = recorded("interpreter-lock-program-1");

interface Event {
  readonly ph: string;
  readonly cat?: string;
  readonly name: string;
  readonly ts: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

function traceEvents(runs: readonly NamedRun[]): Event[] {
  return JSON.parse(chromeTrace(runs)).traceEvents;
}

test.each([
  ["a deadlock", deadlock],
  ["a lock that changes hands often", lockInInterpreter],
])("the rules of the formats are kept by %s", (_, runs) => {
  expect(formatProblems(chromeTrace(runs))).toEqual([]);
  expect(harProblems(har(runs))).toEqual([]);
});

test("a Chrome trace says where threads are blocked for ever, and who holds the lock", () => {
  const events = traceEvents(deadlock);
  const blocked = events.filter(({ cat, args }) => cat === "blocked" && args?.ended !== undefined);
  expect(blocked.map(({ name }) => name)).toEqual([
    "blocked: waits for the lock",
    "blocked: waits for the lock",
  ]);
  expect(blocked.every(({ args }) => String(args?.place).startsWith("speak-3.ts:"))).toBe(true);
  const held = events.filter(({ cat, ph }) => cat === "lock" && ph === "b");
  expect(held.map(({ name }) => name)).toEqual(["the lock: cow"]);
  expect(held[0]?.args).toMatchObject({ ended: "never, as far as it is recorded" });
});

test("each lock has a row of its own, in which its holders take turns", () => {
  const held = traceEvents(lockInInterpreter).filter(({ cat }) => cat === "lock");
  expect(held.length).toBeGreaterThan(100);
  expect(new Set(held.map(({ name }) => name.replace(/:.*/, "")))).toEqual(
    new Set(["the lock", "lock 2", "lock 3"]),
  );
});

test("an HTTP archive has the requests of all threads", () => {
  const { entries } = JSON.parse(har(deadlock)).log;
  expect(
    entries.map(({ request }: { request: { url: string } }) => request.url.split("/").at(-1)).sort(),
  ).toEqual(["chicken", "cow", "pig"]);
});

test("the exports say whether threads were real, or had turns under a seed", () => {
  const [inTurns] = deadlock.map(({ label, trace }) => ({
    label,
    trace: foldEvents(
      trace.events.map((event) => (event.kind === "run-start" ? { ...event, turns: 7 } : event)),
    ),
  }));
  const told = (runs: readonly NamedRun[]) => [
    traceEvents(runs).find(({ name }) => name === "process_labels")?.args?.labels,
    JSON.parse(har(runs)).log.pages[0].comment,
  ];
  const real = "Real threads: each run may come out differently";
  expect(told(deadlock)).toEqual([real, `${real}.`]);
  const seven = "Threads in turns, seed 7: each run comes out the same";
  expect(told(inTurns ? [inTurns] : [])).toEqual([seven, `${seven}.`]);
  expect(told(recorded("animals-api-1"))).toEqual([undefined, undefined]);
});
