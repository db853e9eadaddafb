import { beforeEach, expect, test, vi } from "vitest";
import type { TraceEvent } from "../trace/events.ts";
import { Run } from "./run.ts";

/** A worker as the frame hands it out, without a browser. */
function standIn() {
  const port = {
    onmessage: undefined as ((message: { data: unknown }) => void) | undefined,
    postMessage: vi.fn(),
    close: vi.fn(),
  };
  return { port, onLost: undefined as ((reason: string) => void) | undefined, terminate: vi.fn() };
}

let worker = standIn();
vi.mock("./workers.ts", () => ({ takeWorker: () => worker, warmWorkers: () => undefined }));

const program = { code: "", map: "", entry: "cow.ts" };
const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };
const start: TraceEvent = { seq: 0, t: 0, kind: "run-start", entry: "cow.ts" };
const end: TraceEvent = { seq: 1, t: 5, kind: "run-end", outcome: { kind: "finished" } };

function tell(...events: TraceEvent[]): void {
  worker.port.onmessage?.({ data: { kind: "events", events } });
}

beforeEach(() => {
  worker = standIn();
});

test("hands the program over at once and ends with what the worker tells", async () => {
  const onEvents = vi.fn();
  const run = new Run(program, network, onEvents);
  expect(worker.port.postMessage).toHaveBeenCalledWith({ kind: "start", program, network });
  tell(start);
  expect([run.isOver, onEvents.mock.calls.length]).toEqual([false, 1]);
  tell(end);
  expect((await run.ended).outcome).toEqual({ kind: "finished" });
  expect(run.now()).toBe(5);
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test("stopping terminates the worker, and what it still tells reaches nobody", async () => {
  const run = new Run(program, network, vi.fn());
  tell(start);
  run.stop();
  run.stop();
  tell(end);
  expect(worker.terminate).toHaveBeenCalledOnce();
  expect(worker.port.close).toHaveBeenCalledOnce();
  expect((await run.ended).events.map(({ kind }) => kind)).toEqual(["run-start", "run-end"]);
  expect(run.trace.outcome).toEqual({ kind: "stopped" });
});

test("a worker that breaks, or tells nonsense, ends the run with a sentence", async () => {
  const lost = new Run(program, network, vi.fn());
  worker.onLost?.("it could not be started");
  expect((await lost.ended).outcome).toEqual({
    kind: "limit",
    reason: "The run's worker broke: it could not be started. Press Run to start anew.",
  });

  worker = standIn();
  const nonsense = new Run(program, network, vi.fn());
  tell(start, { ...end, seq: 7 });
  expect((await nonsense.ended).outcome).toMatchObject({
    kind: "limit",
    reason: expect.stringMatching("Event 7"),
  });
  expect(worker.terminate).toHaveBeenCalledOnce();
});
