// Tests of the events that the cue player sends to its pane.

import { afterAll, expect, test, vi } from "vitest";
import { began, cow } from "../../../testing/pane/made-up-pane.ts";
import type { Cue } from "../cues/cue.ts";
import { playNextCue, takeCueBack } from "../state/deeds.ts";
import type { PaneEvent } from "../state/pane-event.ts";
import { firstState } from "../state/pane-state.ts";
import { PaneStore } from "../state/pane-store.ts";
import { nextNumber } from "../state/replace-runs.ts";
import { CuePlayer } from "./cue-player.ts";

let prefersStill = true;
vi.stubGlobal("matchMedia", () => ({ matches: prefersStill }));
afterAll(() => vi.unstubAllGlobals());

const cues: readonly Cue[] = [
  { kind: "run", note: "It runs." },
  { kind: "prompt", note: "A generator.", text: "const it = count()" },
  { kind: "prompt", note: "Its first value.", text: "it.next()" },
];

/** A pane whose programs end at once, and the list of what its cue player does. */
function paneWith(played: readonly Cue[]) {
  const store = new PaneStore(firstState(cow));
  const done: string[] = [];
  const run = async () => {
    done.push("run");
    store.send(began(cow, nextNumber(store.state.newest)));
  };
  new CuePlayer(played, store, run);
  store.listen((event) => done.push(...deedOf(event)));
  const settled = () => vi.waitFor(() => expect(store.state.cues.activity).toBe("none"));
  const play = async () => {
    playNextCue(store);
    await settled();
  };
  return { store, done, play, settled };
}

function deedOf(event: PaneEvent): string[] {
  if (event.kind === "prompt-enter" || event.kind === "text") return [event.text];
  return event.kind === "keep" || event.kind === "problem" ? [event.kind] : [];
}

test("cues are played one after the other", async () => {
  const { done, play } = paneWith(cues);
  for (const _ of cues) await play();
  expect(done).toEqual(["run", "const it = count()", "it.next()"]);
});

test("where the session has been closed, what was entered in it comes first", async () => {
  const { store, done, play } = paneWith(cues);
  await play();
  await play();
  store.send({ kind: "run-closed", run: 0 });
  await play();
  expect(done.slice(2)).toEqual(["run", "const it = count()", "it.next()"]);
});

test("the last cue is taken back by what led to the one before", async () => {
  const { store, done, play, settled } = paneWith(cues);
  for (const _ of cues) await play();
  takeCueBack(store);
  await settled();
  expect(done.slice(3)).toEqual(["run", "const it = count()"]);
  expect(store.state.cues.done).toBe(2);
});

test("an edit is typed into its file, and leads where it leads in the talk whatever was typed there", async () => {
  const edit: Cue = { kind: "edit", note: "", file: "cow.ts", before: "moo", after: "quack" };
  const { store, done, play } = paneWith([edit, { kind: "keep", note: "" }]);
  store.send({ kind: "text", file: "cow.ts", text: "neigh();\n" });
  await play();
  await play();
  expect(done).toEqual(["neigh();\n", "quack();\n", "keep"]);
});

test("a cue that does not fit is told of, and no longer typed", async () => {
  const { store, done, play } = paneWith([
    { kind: "edit", note: "", file: "cow.ts", before: "oink", after: "" },
  ]);
  await play();
  expect(done).toEqual(["problem"]);
  expect(store.state.problem).toMatch(/^Cue 1 does not fit cow\.ts/);
});

test("a second press while a cue is being typed completes it at once and enters it once", async () => {
  const { store, done, play, settled } = paneWith(cues);
  await play();
  prefersStill = false;
  playNextCue(store);
  playNextCue(store);
  await settled();
  prefersStill = true;
  expect(done).toEqual(["run", "const it = count()"]);
  expect(store.state.cues.done).toBe(2);
  expect(store.state.typed).toBe("");
});

test("the last cue is completed by a second press, too", async () => {
  const edit: Cue = { kind: "edit", note: "", file: "cow.ts", before: "moo", after: "quack, quack, quack" };
  const { store, settled } = paneWith([{ kind: "keep", note: "" }, { kind: "keep", note: "" }, edit]);
  store.send({ kind: "cue-go", count: 2 });
  await settled();
  prefersStill = false;
  playNextCue(store);
  playNextCue(store);
  await settled();
  prefersStill = true;
  expect(store.state.texts.get("cow.ts")).toBe("quack, quack, quack();\n");
});

test("a press while a cue is being taken back leads to the state after the next one", async () => {
  const { store, done, play, settled } = paneWith(cues);
  for (const _ of cues) await play();
  takeCueBack(store);
  playNextCue(store);
  await settled();
  expect(done.slice(-2)).toEqual(["const it = count()", "it.next()"]);
  expect(store.state.cues.done).toBe(3);
});
