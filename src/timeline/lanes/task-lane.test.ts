// Tests of the geometry of tasks' lanes.

import { expect, test } from "vitest";
import { groupOf, picture, taskLaneOf } from "../../../testing/timeline/made-up-pictures.ts";
import {
  answered,
  concurrentProgram,
  ended,
  ends,
  madeUpProgram,
  ready,
  resumes,
  sequentialProgram,
  start,
  starts,
  taken,
  waits,
  waitsForRequest,
  waitsForTask,
  yields,
} from "../../../testing/timeline/made-up-runs.ts";
import type { RequestOutcome, TraceFact, Wait } from "../../trace/events/events.ts";
import type { TimelineRun } from "../scale/runs.ts";
import type { TaskLane } from "./task-lane.ts";

function lane(run: TimelineRun, task: number, now?: number): TaskLane {
  return taskLaneOf(groupOf(run, now), `task-${task}`);
}

/** Returns where a time is in the picture of a run that takes `total` milliseconds. */
function scale(run: TimelineRun, total: number, now?: number): (t: number) => number {
  const { left, right } = picture([run], now).plot;
  return (t) => left + (t / total) * (right - left);
}

const right = ({ x, width }: { x: number; width: number }) => x + width;
const texts = ({ words }: TaskLane) => words.map(({ text }) => text);
const thinned: TraceFact = { kind: "thinned" };

test("a task is hatched while it waits and solid while it has control", () => {
  const program = sequentialProgram(["cow", "pig"], 500);
  const x = scale(program, 3000);
  const pig = lane(program, 2);
  expect(pig.parts.waits).toHaveLength(1);
  expect(pig.parts.waits[0]?.x).toBeCloseTo(x(1500));
  expect(pig.parts.solid.at(-1)?.x).toBeCloseTo(x(2500));
  expect(right(pig.parts.solid.at(-1) ?? { x: 0, width: 0 })).toBeCloseTo(x(3000));
});

test("a bar says what its task waits for", () => {
  const program = sequentialProgram(["cow", "pig"]);
  expect(texts(lane(program, 0))).toEqual(['speak("cow")', 'speak("pig")']);
  expect(texts(lane(program, 1))).toEqual(["GET /animals/cow"]);
});

test("words that do not fit are shortened, or left out if too little would remain", () => {
  const facts = (until: number) => {
    const request = [start(0, 0, "cow", 1), waitsForRequest(0, 1, 0), ready(until, 0), taken(until, 0)];
    return madeUpProgram(starts(0, 1, "a()"), ...request, resumes(until, 1), ends(until, 1), ended(10_000));
  };
  expect([3000, 900, 300].map((until) => texts(lane(facts(until), 1)))).toEqual([
    ["GET /animals/cow"],
    ["cow"],
    [],
  ]);
});

test("a turn that takes no time is visible, and moves nothing else", () => {
  const promise = { kind: "promise" } as const;
  const facts = [
    waits(0, 1, promise),
    resumes(500, 1),
    waits(500, 1, promise),
    resumes(1000, 1),
    ends(1000, 1),
  ];
  const program = madeUpProgram(starts(0, 1, "a()"), ...facts, ended(2000));
  const x = scale(program, 2000);
  const { solid, waits: hatched } = lane(program, 1).parts;
  expect(solid.map((turn) => turn.x)).toEqual([0, 500, 1000].map((t) => expect.closeTo(x(t)) as number));
  expect(solid.every(({ width }) => width === 3)).toBe(true);
  expect(hatched[1]?.x).toBeCloseTo(x(500));
});

test("a task that has called another is a line while the other has control", () => {
  const by = { kind: "task", task: 0 } as const;
  const generator = starts(0, 1, "a()", { kind: "generator" });
  const program = madeUpProgram(generator, resumes(500, 1, by), yields(1500, 1), ends(2000, 0), ended(2000));
  const x = scale(program, 2000);
  const { solid, called } = lane(program, 0).parts;
  expect(solid.map(right)).toEqual([expect.closeTo(x(500)), expect.closeTo(x(2000))]);
  expect(solid[1]?.x).toBeCloseTo(x(1500));
  expect(called).toMatchObject([{ x: expect.closeTo(x(0)), width: expect.closeTo(x(2000) - x(0)) }]);
});

test("between the reply and the task's turn the task is ready", () => {
  const program = concurrentProgram(["cow", "pig"], 500);
  const x = scale(program, 2000);
  expect(lane(program, 1).parts.ready).toEqual([]);
  expect(lane(program, 2).parts.ready).toMatchObject([{ x: expect.closeTo(x(1000)) }]);
  expect(texts(lane(program, 2))).toEqual(["GET /animals/pig", "ready"]);
});

test("a task is also ready when the task that it waits for has ended", () => {
  const facts = [waits(0, 1, { kind: "promise" }), waitsForTask(0, 0, 1), resumes(500, 1), ends(500, 1)];
  const program = madeUpProgram(starts(0, 1, "a()"), ...facts, resumes(900, 0), ends(1000, 0), ended(1000));
  const x = scale(program, 1000);
  expect(lane(program, 0).parts.ready).toMatchObject([{ x: expect.closeTo(x(500)) }]);
});

test("a task that waits for a body is ready if the body arrived with the reply", () => {
  const parts = (body: Wait) => {
    const reply = [start(0, 0, "cow", 1), waitsForRequest(0, 1, 0), ready(500, 0), taken(500, 0)];
    const facts = [starts(0, 1, "a()"), ...reply, resumes(500, 1), waits(500, 1, body)];
    return lane(madeUpProgram(...facts, resumes(900, 1), ends(1000, 1), ended(1000)), 1).parts;
  };
  expect(parts({ kind: "body", request: 0, arrived: true }).ready).toHaveLength(1);
  expect(parts({ kind: "body", request: 0 }).ready).toEqual([]);
});

test("a generator is dotted until it begins", () => {
  const program = madeUpProgram(
    starts(0, 1, "a()", { kind: "generator" }),
    resumes(500, 1),
    yields(500, 1),
    ended(1000),
  );
  const x = scale(program, 1000);
  const { created, waits: hatched } = lane(program, 1).parts;
  expect(created.map(right)).toEqual([expect.closeTo(x(500))]);
  expect(hatched[0]?.x).toBeCloseTo(x(500));
});

test("how a task ended is marked", () => {
  const marks = (["returned", "threw", "closed"] as const).map((how) => {
    return lane(madeUpProgram(starts(0, 1, "a()"), ends(400, 1, how), ended(1000)), 1).marks;
  });
  expect(marks.map(([mark]) => [mark?.end, mark?.note?.text])).toEqual([
    ["returned", undefined],
    ["threw", "threw"],
    ["closed", "closed"],
  ]);
});

test("a reply other than a plain 200 is marked in the lane of the waiting task", () => {
  const missing: RequestOutcome = { kind: "answered", status: 404, statusText: "Not Found" };
  const marks = (outcome: RequestOutcome, end: number) => {
    const request = [start(0, 0, "x", 1), waitsForRequest(0, 1, 0), taken(500, 0, outcome), resumes(500, 1)];
    const program = madeUpProgram(starts(0, 1, "a()"), ...request, ends(end, 1), ended(1000));
    return lane(program, 1).marks.map((mark) => [mark.end, mark.note?.text]);
  };
  expect(marks(missing, 900)).toEqual([
    ["answered", "404"],
    ["returned", undefined],
  ]);
  expect(marks(answered, 900)).toEqual([["returned", undefined]]);
  expect(marks(missing, 500)).toEqual([["returned", "404"]]);
});

test("a stuck task says so, and is open up to the run's end", () => {
  const facts = [waits(0, 1, { kind: "promise" }), waits(0, 0, { kind: "timer", timer: 0 })];
  const timer = { t: 0, kind: "timer-start", timer: 0, task: 0, delay: 900, repeats: false } as const;
  const end = [resumes(900, 0), ends(1000, 0), ended(1000)];
  const stuck = lane(madeUpProgram(timer, starts(0, 1, "a()"), ...facts, ...end), 1);
  expect(stuck.never?.text).toBe("never");
  expect(stuck.openAt).toBeCloseTo(right(stuck.parts.waits[0] ?? { x: 0, width: 0 }));
  expect(stuck.title()).toContain("has waited since");
  expect(texts(stuck)).toEqual(["a promise"]);
  expect(lane(madeUpProgram(timer, starts(0, 1, "a()"), ...facts), 1, 500).never).toBeUndefined();
});

test("a task that waits grows with the time and has an open end", () => {
  const program = madeUpProgram(starts(0, 1, "a()"), waits(0, 1, { kind: "promise" }));
  const [early, late] = [300, 600].map((now) => lane(program, 1, now));
  expect(late?.parts.waits[0]?.width).toBeCloseTo(2 * (early?.parts.waits[0]?.width ?? 0));
  expect(late?.openAt).toBeGreaterThan(early?.openAt ?? 0);
});

test("of many turns of a task, only as many are drawn as can be distinguished", () => {
  const turns = Array.from({ length: 20_000 }, (_, index) => [
    resumes(index / 10, 1),
    waits(index / 10, 1, { kind: "turn" }),
  ]);
  const facts = [starts(0, 1, "a()"), waits(0, 1, { kind: "turn" }), ...turns.flat(), resumes(2000, 1)];
  const { solid, waits: hatched } = lane(madeUpProgram(...facts, ends(2000, 1), ended(2000)), 1).parts;
  expect(solid.length).toBeLessThan(250);
  expect(solid.length).toBeGreaterThan(100);
  expect(hatched).toHaveLength(1);
});

test("after hand-overs are no longer recorded, the state of a task is drawn as unknown", () => {
  const facts = [starts(0, 1, "a()"), waits(0, 1, { kind: "promise" }), { t: 500, ...thinned }];
  const program = madeUpProgram(...facts, ended(1000, { kind: "stopped" }));
  const x = scale(program, 1000);
  const { waits: hatched, unknown } = lane(program, 1).parts;
  expect(hatched.map(right)).toEqual([expect.closeTo(x(500))]);
  expect(unknown).toMatchObject([{ x: expect.closeTo(x(500)), width: expect.closeTo(x(1000) - x(500)) }]);
});

test("a task's label is indented more than its parent's, up to a limit", () => {
  const chain = [1, 2, 3, 4, 5].map((task) =>
    starts(0, task, "a()", { parent: task - 1, kind: "generator" }),
  );
  const { lanes } = groupOf(madeUpProgram(...chain), 100, { width: 1180, height: 400 });
  const lefts = lanes.flatMap((lane) => (lane.kind === "task" ? [lane.label?.x ?? 0] : []));
  expect(lefts.slice(1).map((left, index) => left - (lefts[index] ?? 0))).toEqual([12, 12, 12, 0, 0]);
});
