// Tests of the timeline's geometry.

import { expect, test } from "vitest";
import { picture, wide } from "../../../testing/timeline/made-up-pictures.ts";
import {
  concurrentProgram,
  concurrentRun,
  ended,
  ends,
  entered,
  looks,
  madeUpProgram,
  madeUpRun,
  printed,
  ready,
  sequentialProgram,
  sequentialRun,
  start,
  starts,
  taken,
} from "../../../testing/timeline/made-up-runs.ts";
import type { Lane } from "../lanes/lanes.ts";
import type { RequestLane } from "../lanes/request-lane.ts";
import type { TimelineRun } from "../scale/runs.ts";
import { wholeView } from "../scale/view.ts";
import { layoutTimeline } from "./layout.ts";

const three = ["cow", "pig", "chicken"];
const twelve = [..."abcdefghijkl"];

function request(lane: Lane | undefined): RequestLane {
  if (lane?.kind !== "request") throw new Error(`Expected a request's lane, got ${lane?.kind}.`);
  return lane;
}

function requests(runs: readonly TimelineRun[], now?: number, size = wide): RequestLane[] {
  return picture(runs, now, size).groups.flatMap(({ lanes }) => lanes.map(request));
}

const right = ({ wait }: RequestLane) => wait.x + wait.width;

test("sequential requests form steps: each begins where the one before it ends", () => {
  const [cow, pig, chicken] = requests([sequentialRun(three)]);
  expect([cow, pig, chicken].map((lane) => lane?.label?.text)).toEqual(three);
  expect(pig?.wait.x).toBeCloseTo(right(cow as RequestLane));
  expect(chicken?.wait.x).toBeCloseTo(right(pig as RequestLane));
});

test("both runs of a race share one axis", () => {
  const { groups, plot } = picture([sequentialRun(three), concurrentRun(three)]);
  const [sequential, concurrent] = groups.map(({ lanes }) => request(lanes[0]));
  expect(sequential?.wait).toEqual(concurrent?.wait);
  expect(groups[0]?.end?.x).toBeCloseTo(plot.right);
  expect(((groups[1]?.end?.x ?? 0) - plot.left) / (plot.right - plot.left)).toBeCloseTo(1 / 3);
});

test("a request in flight grows up to the present and has an open end", () => {
  const run = madeUpRun("a", [start(0, 0, "cow")]);
  const [early] = requests([run], 300);
  const [late] = requests([run], 600);
  expect(late?.mark.end).toBe("open");
  expect(late?.wait.width).toBeCloseTo(2 * (early?.wait.width ?? 0));
});

test("a reply that the program takes later has a ready part", () => {
  const [lane] = requests([madeUpRun("a", [start(0, 0, "cow"), ready(500, 0), taken(1000, 0), ended(1000)])]);
  expect(lane?.ready?.x).toBeCloseTo(right(lane as RequestLane));
  expect(lane?.ready?.width).toBeCloseTo(lane?.wait.width ?? 0);
  expect(lane?.mark.x).toBeCloseTo((lane?.ready?.x ?? 0) + (lane?.ready?.width ?? 0));
});

test("a reply taken at once has no ready part", () => {
  expect(requests([sequentialRun(["cow"])])[0]?.ready).toBeUndefined();
});

test("a body that is sent piece by piece is a line after the reply's head, with a tick for each chunk", () => {
  const chunk = (t: number) => ({ t, kind: "body-chunk", request: 0, bytes: 5 }) as const;
  const end = { t: 900, kind: "body-end", request: 0, outcome: "complete" } as const;
  const begun = [start(0, 0, "cow"), ready(300, 0), taken(300, 0), chunk(300), chunk(600)];
  const [whole] = requests([madeUpRun("a", [...begun, end, ended(1000)])]);
  const { line, chunks } = whole?.body ?? { line: { x: 0, width: 0 }, chunks: [] };
  expect(line.x).toBeCloseTo(whole?.mark.x ?? 0);
  expect(chunks.map(({ x }) => (x - line.x) / line.width)).toEqual([expect.closeTo(0), expect.closeTo(0.5)]);
  expect(whole?.right).toBeCloseTo(line.x + line.width);
  const [open] = requests([madeUpRun("a", [...begun, ended(1000)])]);
  expect(open?.body?.line.width).toBeCloseTo((line.width / 600) * 700);
});

test("only a reply other than a plain 200 has words at its end", () => {
  const outcomes = [
    { kind: "answered", status: 404, statusText: "Not Found" },
    { kind: "failed", reason: "The network failed." },
    { kind: "refused", reason: "Not an address of this pane." },
    { kind: "aborted", reason: "" },
  ] as const;
  const starts = [0, 1, 2, 3, 4].map((id) => start(0, id, "cow"));
  const ends = outcomes.map((outcome, id) => taken(300, id, outcome));
  const lanes = requests([madeUpRun("a", [...starts, ...ends, taken(300, 4), ended(1000)])]);
  expect(lanes.map(({ mark }) => mark.note?.text)).toEqual([
    "404",
    "failed",
    "refused",
    "aborted",
    undefined,
  ]);
});

test("words that would cross the run's end line go left of the mark", () => {
  const missing = { kind: "answered", status: 404, statusText: "Not Found" } as const;
  const at = (t: number) => madeUpRun("a", [start(0, 0, "x"), taken(t, 0, missing), ended(1000)]);
  expect(requests([at(300)])[0]?.mark.note?.anchor).toBe("start");
  expect(requests([at(1000)])[0]?.mark.note?.anchor).toBe("end");
});

test("an unanswered request of a stopped run ends open where the run was stopped", () => {
  const { groups } = picture([madeUpRun("a", [start(0, 0, "cow"), ended(700, { kind: "stopped" })])]);
  const lane = request(groups[0]?.lanes[0]);
  expect(lane.mark.end).toBe("open");
  expect(right(lane)).toBeCloseTo(groups[0]?.end?.x ?? 0);
  expect(groups[0]?.end?.word?.text).toBe("stopped");
});

test("a run without requests says so once it has ended, and keeps axis and total", () => {
  const run = madeUpRun("a", [printed(5, "hello\n"), ended(2000)]);
  const { groups, ticks } = picture([run]);
  expect(groups[0]?.lanes).toMatchObject([{ kind: "note", text: "No requests." }]);
  expect(groups[0]?.end?.total?.text).toBe("2.00\u00a0s");
  expect(ticks.length).toBeGreaterThan(2);
  expect(picture([madeUpRun("a", [])], 100).groups[0]?.lanes).toEqual([]);
});

test("few lanes have full height; many lanes of a race share the height and have icons instead of words", () => {
  expect(requests([sequentialRun(three)])[0]?.height).toBe(34);
  const low = requests([sequentialRun(twelve), sequentialRun(twelve)]);
  expect(low[0]?.height).toBeLessThan(18);
  expect(low.every(({ label, icon, height }) => label === undefined && icon.size > height)).toBe(true);
});

test("a race of twelve requests against twelve fits into the space", () => {
  const race = [sequentialRun(twelve), concurrentRun(twelve)];
  expect(picture(race, undefined, { width: 560, height: 600 }).height).toBeLessThanOrEqual(570);
  expect(picture(race).height).toBeLessThanOrEqual(230);
});

test("lanes of a race never vanish: if they do not fit, the picture is higher", () => {
  const many = Array.from({ length: 100 }, (_, index) => `a${index}`);
  const { height, groups } = picture([concurrentRun(many), concurrentRun(many)]);
  expect(groups[0]?.lanes.at(-1)?.height).toBe(6.4);
  expect(height).toBeGreaterThan(640);
});

test("race headings are beside the lanes in a wide picture and above them in a narrow one", () => {
  const race = [sequentialRun(three), concurrentRun(three)];
  const narrow = picture(race, undefined, { width: 560, height: 600 }).groups[0];
  expect(narrow?.heading?.y).toBeLessThan(narrow?.lanes[0]?.y ?? 0);
  const beside = picture(race).groups[0];
  expect(beside?.heading?.y).toBeGreaterThan(beside?.lanes[0]?.y ?? 0);
});

test("of hundreds of requests only the visible ones are drawn, the others when they are scrolled into view", () => {
  const facts = Array.from({ length: 250 }, (_, index) => start(0, index, "cow"));
  const run = madeUpRun("many", facts);
  const { groups, height } = picture([run], 100);
  expect(groups[0]?.lanes.length).toBeLessThan(20);
  expect(height).toBeGreaterThan(250 * 20);
  const [scrolled] = layoutTimeline([run], 100, looks, wide, { ...wholeView, top: height - 230 }).groups;
  expect(scrolled?.lanes.at(-1)?.key).toBe("request-249");
  expect(scrolled?.lanes.every(({ y, height: own }) => y + own > 0 && y < 230)).toBe(true);
});

test("a race of twelve coroutines against twelve fits, and a race of three against three has words", () => {
  const race = (animals: readonly string[]) => [sequentialProgram(animals), concurrentProgram(animals)];
  expect(picture(race(twelve)).height).toBeLessThanOrEqual(230);
  expect(picture(race(twelve), undefined, { width: 560, height: 600 }).height).toBeLessThanOrEqual(570);
  const lanes = picture(race(three)).groups.flatMap((group) => group.lanes);
  expect(lanes.flatMap((lane) => (lane.kind === "task" && lane.label ? [lane.label.text] : []))).toHaveLength(
    6,
  );
});

test("the program's lane is lower than those of its coroutines, and the event loop's lower still", () => {
  const heights = picture([sequentialProgram(three)]).groups[0]?.lanes.map(({ height }) => height);
  const [loop = 0, main = 0, cow = 0] = heights ?? [];
  expect([loop < main, main < cow, cow > 30]).toEqual([true, true, true]);
});

test("a program of three coroutines fits into a low pane below its code, and does not scroll", () => {
  const { height } = picture([sequentialProgram(three)], undefined, { width: 1180, height: 135 });
  expect(height).toBeLessThanOrEqual(105);
});

test("the newest lane is to be kept in view, including the rows below if it is the last one", () => {
  const run = sequentialProgram(twelve);
  const size = { width: 1180, height: 130 };
  const drawn = picture([run], undefined, size);
  const { top = 0, bottom } = drawn.newest ?? {};
  expect(bottom).toBe(drawn.height);
  const scrolled = layoutTimeline([run], undefined, looks, size, { ...wholeView, top });
  const last = scrolled.groups[0]?.lanes.at(-1);
  expect([last?.key, last?.y]).toEqual(["task-12", 0]);
  const program = [starts(0, 1, "a()", { kind: "generator" }), ends(10, 0), ended(10)];
  const entries = [
    ...entered(12, 0, 2, "b()", starts(12, 3, "b()", { parent: 2 })),
    ...entered(15, 1, 4, "1"),
  ];
  const later = picture([madeUpProgram(...program, ...entries)], undefined, size);
  const prompt = later.groups[0]?.lanes[3];
  expect(prompt?.key).toBe("prompt");
  expect(later.newest).toEqual({ top: prompt?.y, bottom: (prompt?.y ?? 0) + (prompt?.height ?? 0) });
});

test("scrolling leaves the event loop's lane above the others", () => {
  const run = sequentialProgram(twelve);
  const size = { width: 1180, height: 130 };
  const at = (top: number) => layoutTimeline([run], undefined, looks, size, { ...wholeView, top }).groups[0];
  expect(at(0)?.pinned).toBeUndefined();
  expect(at(120)?.pinned).toMatchObject({ kind: "loop", y: 0 });
});

test("in a window, bars are drawn up to its ends, and ticks are those of the window", () => {
  const window = { from: 900, to: 1300 };
  const view = { ...wholeView, window };
  const { groups, plot, ticks, timeAt, x } = layoutTimeline(
    [sequentialRun(three)],
    undefined,
    looks,
    wide,
    view,
  );
  const [cow, pig, chicken] = (groups[0]?.lanes ?? []).map(request);
  expect(right(cow as RequestLane)).toBeCloseTo(plot.left + (plot.right - plot.left) / 4);
  expect(right(pig as RequestLane)).toBeGreaterThan(plot.right);
  expect(chicken?.wait.x).toBeGreaterThan(plot.right);
  expect(ticks.map(({ text }) => text.replace("\u00a0", " "))).toContain("1.10 s");
  expect(timeAt(x(1100))).toBeCloseTo(1100);
  expect(groups[0]?.end?.total).toBeUndefined();
});

test("neither a race nor a run without lanes has a lane that is kept in view", () => {
  expect(picture([sequentialProgram(three), concurrentProgram(three)]).newest).toBeUndefined();
  expect(picture([madeUpRun("a", [])], 100).newest).toBeUndefined();
});

test("a short run fills the axis, in milliseconds", () => {
  const { ticks, plot, groups } = picture([madeUpProgram(ends(12, 0), ended(12))]);
  expect(ticks.at(0)?.text).toBe("0\u00a0ms");
  expect(ticks.at(-1)?.text).toBe("12\u00a0ms");
  expect(groups[0]?.end?.x).toBeCloseTo(plot.right);
});

test("ticks keep their distance where events at one time are spread out", () => {
  const many = Array.from({ length: 20 }, (_, index) => starts(0.1, index + 1, "a()", { kind: "generator" }));
  for (const width of [1180, 592, 340]) {
    const facts = [...many, ends(12, 0), ended(12)];
    const xs = picture([madeUpProgram(...facts)], undefined, { width, height: 300 }).ticks.map(({ x }) => x);
    for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThanOrEqual(60);
  }
});
