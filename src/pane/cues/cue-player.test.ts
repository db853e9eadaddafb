// Tests of what the player of cues does to its pane.

import { afterAll, expect, test, vi } from "vitest";
import type { Cue } from "./cue.ts";
import { CuePlayer, type CueStage } from "./cue-player.ts";

vi.stubGlobal("matchMedia", () => ({ matches: true }));
afterAll(() => vi.unstubAllGlobals());

const cues: readonly Cue[] = [
  { kind: "run", note: "It runs." },
  { kind: "prompt", note: "A generator.", text: "const it = count()" },
  { kind: "prompt", note: "Its first value.", text: "it.next()" },
];

/** A stage that tells what was done to it, and whose programs end at once. */
function stageOf(hasSession: () => boolean): { done: string[]; stage: CueStage } {
  const done: string[] = [];
  const stage: CueStage = {
    originals: () => new Map([["a.ts", "text"]]),
    text: () => "text",
    setText: (file) => done.push(`set ${file}`),
    show: (file) => done.push(`show ${file}`),
    run: async () => done.push("run"),
    hasSession,
    keep: () => done.push("keep"),
    typePrompt: () => undefined,
    enterPrompt: (text) => done.push(text),
    onMove: () => undefined,
    onProblem: (error) => done.push(String(error)),
  };
  return { done, stage };
}

test("cues are played one after the other", async () => {
  const { done, stage } = stageOf(() => true);
  const player = new CuePlayer(cues, stage);
  for (const _ of cues) await player.next();
  expect(done).toEqual(["run", "const it = count()", "it.next()"]);
});

test("where the session has been closed, what was entered in it comes first", async () => {
  let isOpen = true;
  const { done, stage } = stageOf(() => isOpen);
  const player = new CuePlayer(cues, stage);
  await player.next();
  await player.next();
  isOpen = false;
  await player.next();
  expect(done.slice(2)).toEqual(["run", "const it = count()", "it.next()"]);
});

test("the last cue is taken back by what led to the one before", async () => {
  const { done, stage } = stageOf(() => true);
  const player = new CuePlayer(cues, stage);
  for (const _ of cues) await player.next();
  await player.back();
  expect(done.slice(3)).toEqual(["run", "const it = count()"]);
  expect(player.done).toBe(2);
});
