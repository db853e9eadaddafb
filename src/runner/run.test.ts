import { beforeEach, expect, test, vi } from "vitest";
import type { WorkerMessage } from "../protocol/protocol.ts";
import type { TraceEvent } from "../trace/events/events.ts";
import { keepAlone } from "./keep-alone.ts";
import { Run } from "./run.ts";

/** A worker as frame.ts returns it, without a browser. */
function standIn() {
  const port = { postMessage: vi.fn() };
  const onMessage = undefined as ((message: WorkerMessage) => void) | undefined;
  const onLost = undefined as ((reason: string) => void) | undefined;
  return { port, onMessage, onLost, close: vi.fn() };
}

let worker = standIn();
vi.mock("./workers.ts", () => ({ takeWorker: () => worker, warmWorkers: () => undefined }));

const program = { code: "", map: "", sites: [], rewritten: [], names: {}, entry: "cow.ts" };
const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };
const clock = { kind: "live", speed: 1 } as const;
const crew = { worker: 1, workers: 4 };
const setup = { worker: "the worker's code", program, crew, network, clock };
const start: TraceEvent = { seq: 0, t: 0, kind: "run-start", entry: "cow.ts" };
const end: TraceEvent = { seq: 1, t: 5, kind: "run-end", outcome: { kind: "finished" } };

function send(data: WorkerMessage): void {
  worker.onMessage?.(data);
}

function tell(...events: TraceEvent[]): void {
  send({ kind: "events", events, isLast: false });
}

beforeEach(() => {
  worker = standIn();
});

test("hands the program over at once, ends with what the worker tells, and keeps it for the prompt", async () => {
  const onEvents = vi.fn();
  const run = new Run(setup, keepAlone(1, onEvents));
  const threads = { part: expect.any(Number), thread: 0 };
  const first = { kind: "start", program, crew, network, clock, threads };
  expect(worker.port.postMessage).toHaveBeenCalledWith(first);
  tell(start);
  expect([run.isOver, onEvents.mock.calls.length]).toEqual([false, 1]);
  tell(end);
  expect((await run.ended).outcome).toEqual({ kind: "finished" });
  expect(run.isOpen).toBe(true);
  expect(worker.close).not.toHaveBeenCalled();
  run.stop();
  expect(worker.close).toHaveBeenCalledOnce();
  expect(run.trace.outcome).toEqual({ kind: "finished" });
});

test("stopping terminates the worker, and what it still tells reaches nobody", async () => {
  const run = new Run(setup, keepAlone(1));
  tell(start);
  run.stop();
  run.stop();
  tell(end);
  expect(worker.close).toHaveBeenCalledOnce();
  expect((await run.ended).events.map(({ kind }) => kind)).toEqual(["run-start", "run-end"]);
  expect(run.trace.outcome).toEqual({ kind: "stopped" });
});

test("the clock is kept as the worker tells it, and told how fast to go", () => {
  const keeper = keepAlone(1);
  const run = new Run(setup, keeper);
  send({ kind: "clock", t: 1200, speed: 0 });
  expect(keeper.clock).toMatchObject({ t: 1200, speed: 0 });
  run.setSpeed(2);
  expect(worker.port.postMessage).toHaveBeenLastCalledWith({ kind: "speed", speed: 2 });
  run.stop();
  expect(run.trace.duration).toBe(1200);
});

test("entries are numbered, and the prompt is busy until the last has ended", () => {
  const run = new Run(setup, keepAlone(1));
  tell(start, end);
  const entry = { kind: "broken", reason: "no", place: undefined } as const;
  run.enter("a(", entry);
  expect([run.isPromptBusy, run.nextPrompt]).toEqual([true, 1]);
  expect(worker.port.postMessage).toHaveBeenLastCalledWith({
    kind: "prompt",
    prompt: 0,
    text: "a(",
    program: entry,
  });
  tell({ seq: 2, t: 5, kind: "prompt-start", prompt: 0, text: "a(" });
  expect(run.isPromptBusy).toBe(true);
  tell({ seq: 3, t: 5, kind: "prompt-end", prompt: 0 });
  expect(run.isPromptBusy).toBe(false);
});

test("an entry that keeps control is ended with its worker, and says so", () => {
  vi.useFakeTimers();
  const run = new Run(setup, keepAlone(1));
  tell(start, end);
  run.enter("while (true);", { kind: "broken", reason: "no", place: undefined });
  tell({ seq: 2, t: 5, kind: "prompt-start", prompt: 0, text: "while (true);" });
  run.interrupt();
  expect(worker.port.postMessage).toHaveBeenLastCalledWith({ kind: "interrupt" });
  vi.advanceTimersByTime(500);
  vi.useRealTimers();
  expect(worker.close).toHaveBeenCalledOnce();
  expect([run.isOpen, run.isPromptBusy]).toEqual([false, false]);
  expect(run.trace.lines.at(-1)?.text).toBe("Stopped, and the program's names with it.");
});

test("an entry that lets go leaves the worker to the next one", () => {
  vi.useFakeTimers();
  const run = new Run(setup, keepAlone(1));
  tell(start, end);
  const entry = { kind: "broken", reason: "no", place: undefined } as const;
  run.enter("await new Promise(() => {})", entry);
  run.enter("await sleep(1000)", entry);
  tell({ seq: 2, t: 5, kind: "prompt-start", prompt: 0, text: "await new Promise(() => {})" });
  run.interrupt();
  tell(
    { seq: 3, t: 5, kind: "prompt-end", prompt: 0 },
    { seq: 4, t: 5, kind: "prompt-start", prompt: 1, text: "await sleep(1000)" },
  );
  vi.advanceTimersByTime(500);
  vi.useRealTimers();
  expect(worker.close).not.toHaveBeenCalled();
  expect([run.isOpen, run.isPromptBusy]).toEqual([true, true]);
});

test("asks the worker for names, and has none where it does not answer", async () => {
  const run = new Run(setup, keepAlone(1));
  const answered = run.complete({ prefix: "spe", base: undefined });
  send({ kind: "completions", id: 1, replaces: 3, names: ["speak"] });
  expect(await answered).toEqual({ replaces: 3, names: ["speak"] });
  expect(await run.complete({ prefix: "spe", base: undefined })).toEqual({ replaces: 0, names: [] });
});

test("a worker that does not start ends the run with a sentence about the browser", async () => {
  const run = new Run(setup, keepAlone(1));
  worker.onLost?.("it could not be started");
  expect((await run.ended).outcome).toEqual({
    kind: "limit",
    reason: "Programs do not start in this browser: it could not be started.",
  });
});

test("a worker that breaks, or tells nonsense, ends the run with a sentence", async () => {
  const lost = new Run(setup, keepAlone(1));
  tell(start);
  worker.onLost?.("out of memory");
  expect((await lost.ended).outcome).toEqual({
    kind: "limit",
    reason: "The run's worker broke: out of memory. Press Run to start anew.",
  });

  worker = standIn();
  const nonsense = new Run(setup, keepAlone(1));
  tell(start, { ...end, seq: 7 });
  expect((await nonsense.ended).outcome).toMatchObject({
    kind: "limit",
    reason: expect.stringMatching("Event 7"),
  });
  expect(worker.close).toHaveBeenCalledOnce();
});
