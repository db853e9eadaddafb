// Tests of the stages of cues.

import { expect, test } from "vitest";
import type { Cue } from "./cue.ts";
import { stagesOf, stageWith } from "./cue-stages.ts";

const note = "";
const originals = new Map([
  ["a.ts", "moo\n"],
  ["b.ts", "oink\n"],
]);
const edit = (before: string, after: string): Cue => ({ kind: "edit", note, file: "a.ts", before, after });

test("without an edit there is one stage, with the pane's name and all that is entered", () => {
  const cues: Cue[] = [
    { kind: "run", note },
    { kind: "prompt", note, text: "1" },
  ];
  expect(stagesOf("race-1", cues, originals)).toEqual([
    { recording: "race-1", texts: originals, runs: true, entries: ["1"] },
  ]);
  expect(stagesOf("race-1", [], originals)).toEqual([
    { recording: "race-1", texts: originals, runs: false, entries: [] },
  ]);
});

test("an edit begins a stage, unless nothing runs before the next edit or after it", () => {
  const cues: Cue[] = [
    { kind: "prompt", note, text: "1" },
    edit("moo", "quack"),
    edit("quack", "cluck"),
    { kind: "run", note },
    { kind: "prompt", note, text: "2" },
    edit("cluck", "neigh"),
  ];
  const stages = stagesOf("race-1", cues, originals);
  expect(stages.map(({ recording, entries }) => [recording, entries])).toEqual([
    ["race-1", ["1"]],
    ["race-1.after-5", ["2"]],
  ]);
  expect(stages[1]?.texts.get("a.ts")).toBe("cluck\n");
});

test("a stage is found by all of its texts", () => {
  const stages = stagesOf("race-1", [edit("moo", "quack"), { kind: "run", note }], originals);
  expect(stageWith(originals, stages)?.recording).toBe("race-1");
  expect(stageWith(new Map([...originals, ["a.ts", "quack\n"]]), stages)?.recording).toBe("race-1.after-2");
  expect(stageWith(new Map([...originals, ["b.ts", "growl\n"]]), stages)).toBeUndefined();
});
