// A pane without a page, for tests: its setup, its first state, and short ways to write events.

import { plannedRuns } from "../../src/pane/markup/planned-runs.ts";
import { next } from "../../src/pane/state/next.ts";
import type { PaneEvent } from "../../src/pane/state/pane-event.ts";
import { firstState, type PaneSetup, type PaneState } from "../../src/pane/state/pane-state.ts";
import type { TraceEvent } from "../../src/trace/events/events.ts";

/** A race of a cow and a pig. Both import a barn. */
export const race: PaneSetup = {
  originals: new Map([
    ["cow.ts", "moo();\n"],
    ["pig.ts", "oink();\n"],
    ["barn.ts", "export {};\n"],
  ]),
  planned: plannedRuns(["cow.ts", "pig.ts"], { workers: null, name: null }),
  network: { wait: 500, jitter: 0, failureRate: 0, seed: 1 },
  cues: 3,
};

/** One program, with three cues. */
export const cow: PaneSetup = {
  ...race,
  originals: new Map([["cow.ts", "moo();\n"]]),
  planned: plannedRuns(["cow.ts"], { workers: null, name: null }),
};

/** The state after some events. */
export function told(events: readonly PaneEvent[], state: PaneState = firstState(race)): PaneState {
  return events.reduce(next, state);
}

/** The events of a program that prints lines, one every 100 ms, and ends. */
export function printing(entry: string, ...lines: readonly string[]): TraceEvent[] {
  const printed = lines.map((text, index) => ({
    seq: index + 1,
    t: 100 * (index + 1),
    kind: "output" as const,
    task: 0,
    level: "log" as const,
    text: `${text}\n`,
  }));
  const last = { seq: lines.length + 1, t: 100 * (lines.length + 1) };
  return [
    { seq: 0, t: 0, kind: "run-start", entry },
    ...printed,
    { ...last, kind: "run-end", outcome: { kind: "finished" } },
  ];
}

/** The event that a pane's programs have begun. */
export function began({ planned, originals }: PaneSetup, first = 0): PaneEvent {
  return { kind: "runs-began", first, planned, files: [...originals], speed: 1, jumps: false };
}

/** The event that more has happened in a run. */
export function happened(run: number, events: readonly TraceEvent[], at = 1000): PaneEvent {
  return { kind: "run-events", run, at, events };
}

export const cowEvents = printing("cow.ts", "Moo", "Moo!");
const pigEvents = printing("pig.ts", "Oink");

/** Both programs of the race have run. */
export const ran: readonly PaneEvent[] = [
  { kind: "stage", stage: "running" },
  began(race),
  happened(0, cowEvents),
  happened(1, pigEvents),
  { kind: "stage", stage: "idle" },
];

/** An opened recording of the cow. */
export const recorded = { source: "opened", runs: [{ entry: "cow.ts", events: cowEvents }] } as const;
