// Tests of the overlay: the playhead, the state of each lane at it, and guesses.

import { expect, test } from "vitest";
import {
  concurrentProgram,
  ended,
  ends,
  looks,
  madeUpProgram,
  resumes,
  sequentialProgram,
  starts,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import { type Position, positionAt, positionOf } from "../../trace/moment/playhead.ts";
import { layoutTimeline } from "../picture/layout.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { wholeView } from "../scale/view.ts";
import { overlayOf } from "./overlay.ts";
import type { Scene } from "./pointing.ts";

const three = ["cow", "pig", "chicken"];
const size = { width: 1180, height: 420 };

function sceneOf(...runs: TimelineRun[]): Scene {
  const layout = layoutTimeline(runs, undefined, looks, size, wholeView);
  return { runs, now: undefined, looks, layout, folded: wholeView.folded };
}

function playheadX(scene: Scene, position: Position) {
  return (
    overlayOf(scene, { position, shown: 0, guesses: new Map() }, undefined, undefined).playhead ?? Number.NaN
  );
}

function dots(scene: Scene, t: number) {
  const [run] = scene.runs;
  const position = run && positionAt(run.trace, t);
  const { dots } = overlayOf(scene, { position, shown: 0, guesses: new Map() }, undefined, undefined);
  return dots.map(({ key, state }) => `${key} ${state}`);
}

test("at the playhead each live lane has its state", () => {
  const scene = sceneOf(concurrentProgram(three, 300));
  expect(dots(scene, 500)).toEqual([
    "0 task-0 suspended",
    "0 task-1 suspended",
    "0 task-2 suspended",
    "0 task-3 suspended",
  ]);
  expect(dots(scene, 1100)).toEqual([
    "0 task-0 suspended",
    "0 task-1 running",
    "0 task-2 ready",
    "0 task-3 ready",
  ]);
  expect(dots(scene, 1400)).toEqual(["0 task-0 suspended", "0 task-2 running", "0 task-3 ready"]);
});

test("in a race each run is at the same time", () => {
  const scene = sceneOf(sequentialProgram(three), concurrentProgram(three));
  expect(dots(scene, 1500)).toEqual(["0 task-0 suspended", "0 task-2 suspended"]);
});

test("the moment under the pointer is drawn where the pointer is", () => {
  const scene = sceneOf(sequentialProgram(three));
  const { trace } = scene.runs[0] as TimelineRun;
  for (const x of [scene.layout.plot.left, 500, 700, scene.layout.plot.right]) {
    expect(playheadX(scene, scene.layout.positionAt(x, trace))).toBeCloseTo(x);
  }
});

test("where events at one time are spread out, each has its own place", () => {
  const calls = [1, 2, 3].flatMap(() => [resumes(2, 1, { kind: "task", task: 0 }), yields(2, 1)]);
  const run = madeUpProgram(starts(1, 1, "count()", { kind: "generator" }), ...calls, ends(3, 0), ended(3));
  const scene = sceneOf(run);
  const all = run.trace.events.map((_, seq) => playheadX(scene, positionOf(run.trace, seq)));
  const moved = all.slice(3);
  expect(moved.every((x, index) => index === 0 || x >= (moved[index - 1] ?? 0))).toBe(true);
  expect(new Set(moved.map(Math.round)).size).toBeGreaterThan(5);
  const seqs = moved.map((x) => scene.layout.positionAt(x + 1, run.trace).seq);
  expect(seqs.slice(0, -2)).toEqual([3, 4, 5, 6, 7, 8]);
});

test("a guess is marked in its run, and says how far off it was", () => {
  const scene = sceneOf(sequentialProgram(three));
  const showing = { position: undefined, shown: 0, guesses: new Map([["Sequential", 2000]]) };
  const [guess] = overlayOf(scene, showing, undefined, undefined).guesses;
  expect(guess?.x).toBeCloseTo(scene.layout.x(2000));
  expect(guess?.text.replaceAll("\u00a0", " ")).toBe("expected 2.00 s, 1.00 s too short");
});
