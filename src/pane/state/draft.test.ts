// Tests of what a pane's draft keeps, and of restoring it.

import { expect, test } from "vitest";
import { race, told } from "../../../testing/pane/made-up-pane.ts";
import { draftChange } from "./draft.ts";
import { next } from "./next.ts";
import { firstState } from "./pane-state.ts";

const first = firstState(race);

test("what is kept of the changes, and brought back, is what was changed", () => {
  const state = told([
    { kind: "text", file: "pig.ts", text: "quack();\n" },
    { kind: "network", conditions: { ...race.network, wait: 3000 } },
    { kind: "speed", speed: 5 },
    { kind: "threads", threads: { mode: "in turns", seed: 7 } },
    { kind: "split", split: { rows: 0.3 } },
    { kind: "prompt-history", entries: ["one"] },
    { kind: "cue-next" },
    { kind: "cue-typed" },
    { kind: "cue-pace", pace: "fast" },
  ]);
  const draft = draftChange(state, first);
  expect(draft).toEqual({
    files: { "pig.ts": { text: "quack();\n", original: "oink();\n" } },
    network: { ...race.network, wait: 3000 },
    speed: 5,
    threads: { mode: "in turns", seed: 7 },
    split: { rows: 0.3 },
    history: ["one"],
    cues: { done: 1, pace: "fast" },
  });
  if (!draft) throw new Error("Something was changed.");
  expect(next(first, { kind: "draft", draft: JSON.parse(JSON.stringify(draft)) })).toEqual(state);
});

test("only what an event has changed is kept anew", () => {
  const state = told([{ kind: "speed", speed: 5 }], first);
  expect(draftChange(state, first)).toEqual({ speed: 5 });
  expect(draftChange(next(state, { kind: "file", file: "pig.ts" }), state)).toBeUndefined();
});

test("a text that is the author's again is kept no longer", () => {
  const changed = told([{ kind: "text", file: "pig.ts", text: "quack();\n" }]);
  const back = next(changed, { kind: "text", file: "pig.ts", text: "oink();\n" });
  expect(draftChange(back, changed)).toEqual({ files: {} });
});

test("a cue that is still being typed counts as done, so that a reload does not type it again", () => {
  const typing = told([{ kind: "cue-next" }], first);
  expect(draftChange(typing, first)).toEqual({ cues: { done: 1, pace: "usual" } });
  expect(draftChange(next(typing, { kind: "cue-typed" }), typing)).toBeUndefined();
});

test("more cues than the pane has are the draft of an older talk: all that there are count as done", () => {
  const { cues } = next(first, { kind: "draft", draft: { cues: { done: 9, pace: "slow" } } });
  expect(cues).toEqual({ done: race.cues, activity: "none", pace: "slow" });
});
