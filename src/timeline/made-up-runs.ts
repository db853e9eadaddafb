// Short ways to make up runs for the timeline's tests.

import type { RequestOutcome, RunOutcome, TraceFact } from "../trace/events.ts";
import { foldEvents, type RequestSpan } from "../trace/trace.ts";
import type { LaneLook } from "./lanes.ts";
import type { TimelineRun } from "./runs.ts";

type TimedFact = TraceFact & { readonly t: number };

export const answered: RequestOutcome = { kind: "answered", status: 200, statusText: "OK" };

export function start(t: number, request: number, animal: string): TimedFact {
  const url = `http://www.ericappelt.com/animals/${animal}`;
  return { t, kind: "request-start", request, task: 0, method: "GET", url };
}

export function ready(t: number, request: number): TimedFact {
  return { t, kind: "request-ready", request };
}

export function taken(t: number, request: number, outcome = answered): TimedFact {
  return { t, kind: "request-end", request, outcome };
}

export function printed(t: number, text: string): TimedFact {
  return { t, kind: "output", task: 0, level: "log", text };
}

export function ended(t: number, outcome: RunOutcome = { kind: "finished" }): TimedFact {
  return { t, kind: "run-end", outcome };
}

/** A run of these facts, in the order given. */
export function madeUpRun(label: string, facts: readonly TimedFact[]): TimelineRun {
  const begin: TimedFact = { t: 0, kind: "run-start", entry: "animals.ts" };
  return { label, trace: foldEvents([begin, ...facts].map((fact, seq) => ({ ...fact, seq }))) };
}

/** Each request after the other's reply, a second each. */
export function sequentialRun(animals: readonly string[]): TimelineRun {
  const facts = animals.flatMap((animal, index) => {
    const reply = (index + 1) * 1000;
    return [start(index * 1000, index, animal), ready(reply, index), taken(reply, index)];
  });
  return madeUpRun("Sequential", [...facts, ended(animals.length * 1000)]);
}

/** All requests at once, a second each. */
export function concurrentRun(animals: readonly string[]): TimelineRun {
  const starts = animals.map((animal, index) => start(0, index, animal));
  const replies = animals.flatMap((_, index) => [ready(1000, index), taken(1000, index)]);
  return madeUpRun("Concurrent", [...starts, ...replies, ended(1000)]);
}

/** Looks by the last part of the address. */
export function lookByName({ url }: RequestSpan): LaneLook {
  const label = url.split("/").at(-1) ?? "";
  return { label, className: `animal-${label}`, symbol: `#animal-${label}` };
}
