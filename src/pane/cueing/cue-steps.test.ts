// Tests of how far the cues of a pane have been played.

import { expect, test } from "vitest";
import { cow, told } from "../../../testing/pane/made-up-pane.ts";
import type { Cue } from "../cues/cue.ts";
import type { PaneEvent } from "../state/pane-event.ts";
import { firstState } from "../state/pane-state.ts";
import { PaneStore } from "../state/pane-store.ts";
import { cueSteps, progressOf } from "./cue-steps.ts";

const edit: Cue = { kind: "edit", note: "", file: "cow.ts", before: "moo", after: "quack" };
const cues: readonly Cue[] = [edit, { kind: "run", note: "" }, { kind: "keep", note: "" }];
const after = (...events: readonly PaneEvent[]) => progressOf(cues, told(events, firstState(cow)));
const typed = (text: string): PaneEvent => ({ kind: "text", file: "cow.ts", text });

test("cues are left until the last one has been typed", () => {
  expect(after()).toEqual({ done: 0, count: 3, hasNext: true, isBusy: false, isChangedByHand: false });
  const last: readonly PaneEvent[] = [
    { kind: "cue-go", count: 2 },
    { kind: "cue-typed" },
    { kind: "cue-next" },
  ];
  expect(after(...last)).toMatchObject({ done: 3, hasNext: true, isBusy: true });
  expect(after(...last, { kind: "cue-typed" })).toMatchObject({ done: 3, hasNext: false });
});

test("what a cue types is no change by hand, and everything else is", () => {
  expect(after(typed("neigh();\n")).isChangedByHand).toBe(true);
  const first: PaneEvent = { kind: "cue-next" };
  expect(after(first, typed("qu();\n")).isChangedByHand).toBe(false);
  expect(after(first, typed("quack();\n"), { kind: "cue-typed" }).isChangedByHand).toBe(false);
  expect(after(first, typed("quack(1);\n"), { kind: "cue-typed" }).isChangedByHand).toBe(true);
});

test("starting over leaves the network, the clock and the threads as they were set", () => {
  const conditions = { ...cow.network, wait: 500 };
  const set: readonly PaneEvent[] = [
    { kind: "network", conditions },
    { kind: "speed", speed: 5 },
    { kind: "threads", threads: { mode: "in turns", seed: 7 } },
  ];
  const store = new PaneStore(told([...set, typed("neigh();\n")], firstState(cow)));
  cueSteps(cues, store).startOver();
  expect(store.state).toEqual(told(set, firstState(cow)));
});
