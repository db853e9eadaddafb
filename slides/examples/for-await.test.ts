import { expect, test, vi } from "vitest";
import { exampleFiles, recordRun } from "../../scripts/recordings/record.mjs";
import { foldEvents } from "../../src/trace/trace.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("sounds arrive one by one: the next is asked for when the last one has been used", async () => {
  const entry = "for-await.ts";
  const network = { wait: 1000, jitter: 0, failureRate: 0, seed: 1 };
  const trace = foldEvents(await recordRun({ files: exampleFiles(entry), entry, seed: 1, network }));
  expect(trace.outcome).toEqual({ kind: "finished" });
  expect(trace.lines.map(({ start, text }) => [start, text])).toEqual([
    [1000, "Moo!"],
    [2000, "Oink!"],
    [3000, "Meow!"],
    [3000, "Silence."],
  ]);
  expect(trace.requests.map(({ start }) => start)).toEqual([0, 1000, 2000]);
  expect(trace.tasks.filter(({ name }) => name === "next")).toHaveLength(4);
});
