// Tests that a pane comes to the same state as another one if it is sent only that one's events, as JSON.

import { expect, test } from "vitest";
import { began, happened, printing, race } from "../../../testing/pane/made-up-pane.ts";
import type { PaneEvent } from "./pane-event.ts";
import { firstState, type PaneState } from "./pane-state.ts";
import { PaneStore } from "./pane-store.ts";
import { saved } from "./saved-state.ts";

/** A short talk: deeds and their consequences. */
const talk: readonly PaneEvent[] = [
  { kind: "draft", draft: { history: ["0"], split: { columns: 0.4 } } },
  { kind: "text", file: "cow.ts", text: "quack();\n" },
  { kind: "elsewhere", files: { "cow.ts": { text: "neigh();\n", original: "moo();\n" } } },
  { kind: "network", conditions: { ...race.network, jitter: 100 } },
  { kind: "threads", threads: { mode: "in turns", seed: 7 } },
  { kind: "predict", longest: 1000 },
  { kind: "guess", label: "cow", t: 200 },
  { kind: "run" },
  { kind: "stage", stage: "loading" },
  { kind: "report", report: { ok: true, diagnostics: [] } },
  { kind: "stage", stage: "running" },
  began(race),
  happened(0, printing("cow.ts", "Quack")),
  { kind: "run-clock", run: 0, at: 1000, t: 200, speed: 0 },
  happened(1, printing("pig.ts", "Oink", "Oink!").slice(0, 2)),
  { kind: "keep" },
  { kind: "run-closed", run: 1 },
  happened(1, [{ seq: 2, t: 300, kind: "run-end", outcome: { kind: "stopped" } }]),
  { kind: "stage", stage: "idle" },
  { kind: "swap-texts" },
  { kind: "cue-next" },
  { kind: "prompt-text", text: "1 + 1" },
  { kind: "prompt-text", text: "" },
  { kind: "prompt-history", entries: ["0", "1 + 1"] },
  { kind: "prompt-enter", text: "1 + 1" },
  { kind: "prompt-given", run: 0 },
  happened(0, [
    { seq: 3, t: 400, kind: "prompt-start", prompt: 0, text: "1 + 1" },
    { seq: 4, t: 400, kind: "prompt-value", prompt: 0, value: { kind: "number", text: "2" } },
    { seq: 5, t: 400, kind: "prompt-end", prompt: 0 },
  ]),
  { kind: "cue-typed" },
  { kind: "file", file: "pig.ts" },
  { kind: "seek", position: { seq: 1, t: 100 } },
  { kind: "maximise", area: "output" },
  { kind: "hint", text: "A hint." },
];

/** Later events, each of which depends on what was so before. */
const later: readonly PaneEvent[] = [
  { kind: "prompt-recall", prompt: 0 },
  { kind: "choose", run: 0 },
  { kind: "prompt-recall", prompt: 0 },
  { kind: "prompt-enter", text: "2 + 2" },
  { kind: "prompt-unused", text: "2 + 2" },
  { kind: "play" },
  { kind: "played", position: { seq: 1, t: 100 }, goes: true },
  { kind: "halt" },
  { kind: "cue-go", count: 0 },
  { kind: "runs-shown", source: "opened", runs: [{ entry: "cow.ts", events: printing("cow.ts", "Neigh") }] },
  { kind: "swap-texts" },
  { kind: "drop-elsewhere" },
  { kind: "forget-kept" },
  { kind: "problem", text: "A problem." },
  { kind: "reset" },
];

function overTheWire(event: PaneEvent): PaneEvent {
  return JSON.parse(JSON.stringify(event));
}

/**
 * The state in a form that can be compared: traces as the events that they are folded from, and all that is derived
 * from them.
 */
function shown(state: PaneState): unknown {
  return { ...saved(state), derived: state.newest.runs.map(({ trace: _, ...rest }) => rest) };
}

test("whoever follows from the beginning shows the same after each event", () => {
  const [pane, mirror] = [new PaneStore(firstState(race)), new PaneStore(firstState(race))];
  pane.listen((event, state) => {
    mirror.send(overTheWire(event));
    expect(shown(mirror.state)).toEqual(shown(state));
  });
  for (const event of talk) pane.send(event);
  expect(mirror.state).toMatchObject({ file: "pig.ts", shown: 1, cues: { done: 1 } });
  expect(mirror.state.newest.runs[0]?.trace.lines.map(({ text }) => text)).toEqual(["Quack", "1 + 1", "2"]);
});

test("whoever comes late is told all that is so, and shows the same from then on", () => {
  const all = [...talk, ...later];
  for (let late = 0; late < all.length; late += 1) {
    const [pane, mirror] = [new PaneStore(firstState(race)), new PaneStore(firstState(race))];
    for (const event of all.slice(0, late)) pane.send(event);
    mirror.send(overTheWire({ kind: "state", state: saved(pane.state) }));
    pane.listen((event) => mirror.send(overTheWire(event)));
    for (const event of all.slice(late)) pane.send(event);
    expect(shown(mirror.state)).toEqual(shown(pane.state));
  }
});
