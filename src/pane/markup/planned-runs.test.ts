import { expect, test } from "vitest";
import { entriesOf, plannedRuns, runSetups } from "./planned-runs.ts";

const none = { workers: null, name: null };
const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };
const clock = { kind: "live", speed: 1 } as const;

function labels(entries: readonly string[], workers: string | null, name: string | null): string[] {
  return plannedRuns(entries, { workers, name }).map(({ label }) => label);
}

test("a pane has one run, called as its file; a race has two", () => {
  expect(labels(["cow.ts"], null, null)).toEqual(["cow"]);
  expect(labels(["cow.ts", "pig.ts"], null, null)).toEqual(["cow", "pig"]);
  expect(plannedRuns(["cow.ts"], none)[0]?.crew).toEqual({ worker: 0, workers: 1 });
});

test("workers have a run each, which are numbered for the viewer from 1 and for the program from 0", () => {
  expect(labels(["cow.ts"], "2", "calf")).toEqual(["calf 1", "calf 2"]);
  expect(labels(["cow.ts"], "1", null)).toEqual(["worker 1"]);
  expect(plannedRuns(["cow.ts"], { workers: "2", name: null }).map(({ crew }) => crew)).toEqual([
    { worker: 0, workers: 2 },
    { worker: 1, workers: 2 },
  ]);
});

test("in a race of workers each is told apart", () => {
  expect(labels(["cow.ts", "pig.ts"], "2", null)).toEqual([
    "cow, worker 1",
    "cow, worker 2",
    "pig, worker 1",
    "pig, worker 2",
  ]);
});

test("a program is compiled once, however many workers run it", () => {
  const planned = plannedRuns(["cow.ts", "pig.ts"], { workers: "3", name: null });
  expect(entriesOf(planned)).toEqual(["cow.ts", "pig.ts"]);
});

test("each run starts with the program of its entry, its place among the workers, and what was set", () => {
  const [cow, pig] = ["the cow's", "the pig's"];
  const worker = "the worker's code";
  const planned = plannedRuns(["cow.ts", "pig.ts"], { workers: "2", name: null });
  expect(runSetups(planned, [cow, pig], { worker, network, clock })).toEqual([
    { program: cow, crew: { worker: 0, workers: 2 }, worker, network, clock },
    { program: cow, crew: { worker: 1, workers: 2 }, worker, network, clock },
    { program: pig, crew: { worker: 0, workers: 2 }, worker, network, clock },
    { program: pig, crew: { worker: 1, workers: 2 }, worker, network, clock },
  ]);
});
