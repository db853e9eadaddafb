// Tests of what a folded lane shows.

import { expect, test } from "vitest";
import {
  ended,
  ends,
  madeUpProgram,
  resumes,
  starts,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import { plainTimes } from "../../trace/words/times.ts";
import { layoutTimeline } from "../picture/layout.ts";
import { plainTaskLook, plainThreadLook } from "../scale/looks.ts";
import { foldKey, wholeView } from "../scale/view.ts";

const run = madeUpProgram(
  starts(0, 1, "speak()", { kind: "generator" }),
  resumes(100, 1, { kind: "task", task: 0 }),
  starts(100, 2, "radprint()", { parent: 1, kind: "generator" }),
  yields(100, 1),
  resumes(400, 2, { kind: "task", task: 0 }),
  yields(500, 2),
  resumes(800, 2, { kind: "task", task: 0 }),
  ends(900, 2),
  ended(1000),
);
const looks = {
  times: plainTimes,
  request: () => ({ label: "", className: "", symbol: undefined }),
  task: plainTaskLook,
  thread: plainThreadLook,
};

function turnsOf(...folded: string[]): number[] {
  const view = { ...wholeView, folded: new Set(folded.map((key) => foldKey("a", key))) };
  const { groups, timeAt } = layoutTimeline([run], undefined, looks, { width: 900, height: 400 }, view);
  const lane = groups[0]?.lanes.find(({ key }) => key === "task-1");
  return lane?.kind === "task" ? lane.parts.solid.map(({ x }) => Math.round(timeAt(x))) : [];
}

test("an open lane shows the turns of its own task", () => {
  expect(turnsOf()).toEqual([100]);
});

test("a folded lane also shows the turns of the tasks that are folded into it", () => {
  expect(turnsOf("task-1")).toEqual([100, 400, 800]);
});
