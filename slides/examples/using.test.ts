import { expect, test, vi } from "vitest";
import { exampleFiles, recordRun } from "../../scripts/recordings/record.mjs";
import { foldEvents, type Trace } from "../../src/trace/trace.ts";
import { printed, recorded } from "../../testing/examples/recorded.ts";

// The first recording bundles the run worker, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The run of an example in which an error is thrown where its comment says so. */
async function recordedWithThrow(entry: string): Promise<Trace> {
  const files = new Map(exampleFiles(entry));
  files.set(entry, files.get(entry)?.replace("// throw", "throw") ?? "");
  const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };
  return foldEvents(await recordRun({ files, entry, seed: 1, network }));
}

test("the gate closes on the way out", async () => {
  const trace = await recorded("using.ts");
  expect(trace.outcome).toEqual({ kind: "finished" });
  expect(printed(trace)).toEqual([
    "The gate opens.",
    "The cow walks out.",
    "The cow eats grass.",
    "The gate closes.",
  ]);
});

test("the gate closes when an error is thrown, before anybody is told of the error", async () => {
  const trace = await recordedWithThrow("using.ts");
  expect(trace.outcome).toEqual({ kind: "failed" });
  expect(printed(trace)).toEqual([
    "The gate opens.",
    "The cow walks out.",
    "The gate closes.",
    "Error: A wolf!",
  ]);
});

test("the session is closed before the visit is over, and that is awaited", async () => {
  const trace = await recorded("await-using.ts");
  expect(printed(trace)).toEqual(["Moo!", "Goodbye, farm.", "The session is closed.", "Home again."]);
  const closing = trace.tasks.find(({ name }) => name === "[Symbol.asyncDispose]");
  const visit = trace.tasks.find(({ name }) => name === "visit");
  expect(closing?.end).toBe(500);
  expect(visit?.stretches.at(-1)?.by).toEqual({ kind: "task", task: closing?.task });
});
