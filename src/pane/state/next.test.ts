// Tests of how each event changes a pane's state.

import { describe, expect, test } from "vitest";
import { began, cowEvents, race, ran, recorded, told } from "../../../testing/pane/made-up-pane.ts";
import { record } from "../../trace/recording/recording.ts";
import { foldEvents } from "../../trace/trace.ts";
import { next } from "./next.ts";
import type { PaneEvent } from "./pane-event.ts";
import { firstState } from "./pane-state.ts";
import { longestOf } from "./prediction.ts";
import { guessesByLabel, isPresent, shownIndex, shownRun, shownRuns } from "./shown-runs.ts";

const first = firstState(race);

describe("code", () => {
  test("a text event changes a file's text; the same text, or an unknown file, changes nothing", () => {
    const state = told([{ kind: "text", file: "cow.ts", text: "quack();" }]);
    expect([state.texts.get("cow.ts"), first.texts.get("cow.ts")]).toEqual(["quack();", "moo();\n"]);
    expect(next(state, { kind: "text", file: "cow.ts", text: "quack();" })).toBe(state);
    expect(next(state, { kind: "text", file: "horse.ts", text: "" })).toBe(state);
  });

  test("choosing a file shows its run in the console; a file without a run changes no run", () => {
    expect(told([{ kind: "file", file: "pig.ts" }])).toMatchObject({ file: "pig.ts", shown: 1 });
    const barn: PaneEvent = { kind: "file", file: "barn.ts" };
    expect(told([{ kind: "file", file: "pig.ts" }, barn])).toMatchObject({ file: "barn.ts", shown: 1 });
    expect(next(first, { kind: "file", file: "horse.ts" })).toBe(first);
  });

  test("going to a line shows its file, and the line that is pointed at is kept", () => {
    const place = { file: "pig.ts", line: 1, column: 1 };
    expect(told([{ kind: "go-to", place }])).toMatchObject({ file: "pig.ts", shown: 1 });
    expect(told([{ kind: "point", place }]).pointed).toBe(place);
    expect(
      told([
        { kind: "point", place },
        { kind: "point", place: null },
      ]).pointed,
    ).toBeUndefined();
  });
});

test("network, speed, threads, borders, areas and the size of code are as they are set", () => {
  const conditions = { ...race.network, wait: 3000 };
  const state = told([
    { kind: "network", conditions },
    { kind: "speed", speed: 5 },
    { kind: "threads", threads: { mode: "in turns", seed: 7 } },
    { kind: "split", split: { rows: 0.4 } },
    { kind: "maximise", area: "time" },
    { kind: "code-size", size: 24 },
  ]);
  expect(state).toMatchObject({
    network: conditions,
    speed: 5,
    threads: { mode: "in turns", seed: 7 },
    split: { rows: 0.4 },
    maximised: "time",
    codeSize: 24,
  });
  expect(next(state, { kind: "maximise", area: null }).maximised).toBeUndefined();
});

describe("playhead", () => {
  const position = { seq: 1, t: 100 };

  test("it stays where it was moved, and returns to the newest moment when something is entered", () => {
    const state = told([...ran, { kind: "play" }, { kind: "seek", position }]);
    expect(state.playhead).toEqual({ position, isPlaying: false, speed: 1 });
    expect(next(state, { kind: "prompt-enter", text: "1" }).playhead.position).toBeUndefined();
    expect(next(state, { kind: "seek", position: null }).playhead.position).toBeUndefined();
  });

  test("it plays from the beginning where it is at the end, and else from where it is", () => {
    expect(told([...ran, { kind: "play" }]).playhead).toMatchObject({
      position: { seq: 0, t: 0 },
      isPlaying: true,
    });
    const state = told([
      ...ran,
      { kind: "seek", position },
      { kind: "play-speed", speed: 2 },
      { kind: "play" },
    ]);
    expect(state.playhead).toEqual({ position, isPlaying: true, speed: 2 });
    const played = next(state, { kind: "played", position: { seq: 3, t: 300 }, goes: false });
    expect(played.playhead).toEqual({ position: { seq: 3, t: 300 }, isPlaying: false, speed: 2 });
    expect(next(state, { kind: "halt" }).playhead.isPlaying).toBe(false);
    expect(next(first, { kind: "play" })).toBe(first);
  });

  test("in another run it is at the same time", () => {
    const state = told([...ran, { kind: "seek", position: { seq: 1, t: 150 } }, { kind: "choose", run: 1 }]);
    expect(state).toMatchObject({ shown: 1, playhead: { position: { seq: 1, t: 150 } } });
  });
});

describe("comparing", () => {
  test("what is kept is shown beside what runs next, and can be chosen", () => {
    const state = told([...ran, { kind: "keep" }, began(race, 2)]);
    expect(shownRuns(state).map(({ label }) => label)).toEqual(["A cow", "A pig", "B cow", "B pig"]);
    expect([state.shown, shownIndex(state)]).toEqual([0, 2]);
    const chosen = next(state, { kind: "choose", run: 1 });
    expect([chosen.shown, shownRun(chosen)?.label]).toEqual([-1, "A pig"]);
    const forgot = next(chosen, { kind: "forget-kept" });
    expect([forgot.shown, shownRun(forgot)?.label]).toEqual([0, "cow"]);
  });

  test("a line that was changed since a run is not that run's line any more, also for a kept run", () => {
    const place = { file: "cow.ts", line: 1, column: 1 };
    const state = told([...ran, { kind: "keep" }]);
    expect(isPresent(state, 0, place)).toBe(true);
    expect(isPresent(told([{ kind: "text", file: "cow.ts", text: "" }], state), 0, place)).toBe(false);
    expect(isPresent(told([{ kind: "runs-shown", ...recorded }]), 0, place)).toBe(true);
  });
});

describe("prediction", () => {
  test("guesses begin in the middle, and are shown when the program runs", () => {
    const asked = told([
      { kind: "predict", longest: 1000 },
      { kind: "guess", label: "pig", t: 300 },
    ]);
    expect([...asked.prediction.guesses]).toEqual([
      ["cow", 500],
      ["pig", 300],
    ]);
    expect(guessesByLabel(told(ran, asked)).size).toBe(0);
    const running = told([{ kind: "run" }, ...ran], asked);
    expect([...guessesByLabel(running)]).toEqual([...asked.prediction.guesses]);
    expect([...guessesByLabel(told([{ kind: "keep" }, began(race, 2)], running)).keys()]).toEqual([
      "B cow",
      "B pig",
    ]);
    expect(guessesByLabel(next(running, { kind: "forget-guesses" })).size).toBe(0);
  });

  test("the largest guess is more than the last run took", () => {
    expect(longestOf(first)).toBe(10_000);
    expect(longestOf(told(ran))).toBe(450);
  });
});

describe("cues", () => {
  test("they are counted as they are played, and not past the ends", () => {
    const typed: PaneEvent = { kind: "cue-typed" };
    expect(told([{ kind: "cue-next" }]).cues).toMatchObject({ done: 1, activity: "typing" });
    expect(told([{ kind: "cue-next" }, { kind: "cue-next" }]).cues.done).toBe(1);
    expect(told([{ kind: "cue-next" }, typed, { kind: "cue-next" }]).cues.done).toBe(2);
    const restoring = { done: 2, activity: "restoring" };
    expect(told([{ kind: "cue-go", count: 1 }, { kind: "cue-next" }]).cues).toMatchObject(restoring);
    expect(told([{ kind: "cue-go", count: 7 }, typed]).cues).toMatchObject({ done: 3, activity: "none" });
    expect(told([{ kind: "cue-go", count: -1 }]).cues.done).toBe(0);
    expect(told([{ kind: "cue-pace", pace: "slow" }]).cues.pace).toBe("slow");
  });
});

describe("what is kept over a reload", () => {
  test("comes back, and says where the author has changed a text, too", () => {
    const draft = {
      files: { "cow.ts": { text: "quack();", original: "older" } },
      speed: 5,
      history: ["one"],
      split: { columns: 0.4 },
    };
    const state = told([{ kind: "draft", draft }]);
    expect(state).toMatchObject({
      speed: 5,
      history: ["one"],
      split: { columns: 0.4 },
      network: race.network,
    });
    expect([state.texts.get("cow.ts"), state.texts.get("pig.ts")]).toEqual(["quack();", "oink();\n"]);
    expect(state.hint).toBe(
      "You changed cow.ts before the deck did. You see your text; Reset shows the deck's.",
    );
  });

  test("kept runs come back unless some are kept already", () => {
    const groups = [
      {
        recording: record([foldEvents(cowEvents)]),
        labels: ["cow"],
        sets: ["cow"],
        files: [],
      },
    ] as const;
    const state = told([{ kind: "kept-runs", groups }]);
    expect(state.kept[0]?.traces[0]?.lines.length).toBe(2);
    expect(next(state, { kind: "kept-runs", groups })).toBe(state);
  });
});

test("a reset leaves what the author made, and what was entered before", () => {
  const state = told([
    { kind: "text", file: "cow.ts", text: "quack();" },
    { kind: "file", file: "pig.ts" },
    ...ran,
    { kind: "keep" },
    { kind: "speed", speed: 5 },
    { kind: "threads", threads: { mode: "in turns", seed: 7 } },
    { kind: "split", split: { rows: 0.2 } },
    { kind: "maximise", area: "code" },
    { kind: "predict", longest: 1000 },
    { kind: "cue-go", count: 2 },
    { kind: "hint", text: "A hint." },
    { kind: "prompt-history", entries: ["one"] },
    { kind: "reset" },
  ]);
  expect(state).toEqual({
    ...first,
    newest: { ...first.newest, first: 2 },
    history: ["one"],
  });
});
