// Tests of the event loop's lane.

import { expect, test } from "vitest";
import { groupOf, picture } from "../../../testing/timeline/made-up-pictures.ts";
import {
  concurrentProgram,
  madeUpProgram,
  resumes,
  starts,
  waits,
} from "../../../testing/timeline/made-up-runs.ts";
import type { TimelineRun } from "../scale/runs.ts";
import type { LoopLane } from "./loop-lane.ts";

function loopLane(run: TimelineRun, now?: number): LoopLane {
  const [lane] = groupOf(run, now).lanes;
  if (lane?.kind !== "loop") throw new Error(`The first lane is of the kind ${lane?.kind}.`);
  return lane;
}

function inOrder({ blocks }: LoopLane): { key: string; x: number; width: number }[] {
  const all = blocks.flatMap(({ key, extents }) => extents.map((extent) => ({ key, ...extent })));
  return all.toSorted((one, other) => one.x - other.x);
}

test("the task that has control has a block in its lane's colour; while all wait there is no block", () => {
  const run = concurrentProgram(["cow", "pig"], 500);
  const { left, right } = picture([run]).plot;
  const [first, ...turns] = inOrder(loopLane(run));
  expect(first?.width).toBeLessThan(10);
  expect(turns.slice(0, 2)).toMatchObject([
    { key: "animal-cow", x: expect.closeTo((left + right) / 2) },
    { key: "animal-pig", x: expect.closeTo(left + (right - left) * 0.75) },
  ]);
});

test("blocks never overlap, however many there are", () => {
  const names = ["cow", "pig", "hen"];
  const turns = Array.from({ length: 9000 }, (_, turn) => {
    const task = (turn % 3) + 1;
    return [resumes(turn / 10, task), waits(turn / 10 + 0.05, task, { kind: "turn" })];
  });
  const all = names.flatMap((name, index) => [
    starts(0, index + 1, `a("${name}")`),
    waits(0, index + 1, { kind: "turn" }),
  ]);
  const main = waits(0, 0, { kind: "promise" });
  const blocks = inOrder(loopLane(madeUpProgram(...all, main, ...turns.flat()), 900));
  expect(blocks.length).toBeGreaterThan(100);
  expect(blocks.length).toBeLessThan(600);
  for (const [index, block] of blocks.entries()) {
    expect(block.x + block.width).toBeLessThanOrEqual((blocks[index + 1]?.x ?? 1180) + 0.001);
  }
});

test("the lane says from where on hand-overs are not recorded", () => {
  const run = madeUpProgram({ t: 100, kind: "thinned" });
  expect(loopLane(run, 900).unknown?.text).toBe("too much to record");
  expect(loopLane(concurrentProgram(["cow"])).unknown).toBeUndefined();
});
