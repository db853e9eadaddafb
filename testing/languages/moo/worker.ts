// The run worker of Moo: everything that a worker must do so that a pane can run, step, record and query it.

import type {
  PageMessage,
  PromptMessage,
  StartMessage,
  WorkerMessage,
} from "../../../src/protocol/protocol.ts";
import type { TaskId, TaskKind, TraceFact } from "../../../src/trace/events/events.ts";
import { MooClock } from "./clock.ts";
import type { MooEntry } from "./moo.ts";
import { type MooProgram, type MooStep, verbs } from "./program.ts";

let tell: (message: WorkerMessage) => void = () => undefined;
let clock = new MooClock({ kind: "deterministic", seed: 0 });
let last: Promise<void> = Promise.resolve();
/** The clock's speed while something is running. */
let speed = 0;
let isResting = false;
const counts = { seq: 0, task: 0, timer: 0 };

function record(fact: TraceFact): void {
  const stamp = { seq: counts.seq, t: clock.now() };
  counts.seq += 1;
  tell({ kind: "events", events: [{ ...stamp, ...fact }], isLast: false });
}

function tellClock(): void {
  tell({ kind: "clock", t: clock.now(), speed: clock.speed });
}

/** Lets time pass during the work only. */
async function whileTimePasses(work: () => Promise<void>): Promise<void> {
  setSpeed(speed, false);
  await work();
  setSpeed(0, true);
}

function setSpeed(now: number, rests: boolean): void {
  isResting = rests;
  clock.setSpeed(now);
  tellClock();
}

/** Runs the steps of a task, one after the other. */
async function run(
  taskKind: TaskKind,
  label: string,
  steps: readonly MooStep[],
  file: string,
): Promise<void> {
  const task = counts.task;
  counts.task += 1;
  const place = steps[0]?.place ?? { file, line: 1, column: 1 };
  record({ kind: "task-start", task, taskKind, name: "", label, place });
  for (const step of steps) {
    if (step.kind === "say") record({ kind: "output", task, level: "log", text: `${step.text}\n` });
    else await nap(task, step);
  }
  record({ kind: "task-end", task, how: "returned" });
}

async function nap(task: TaskId, { delay, place }: Extract<MooStep, { kind: "nap" }>): Promise<void> {
  const timer = counts.timer;
  counts.timer += 1;
  record({ kind: "timer-start", timer, task, delay, repeats: false });
  record({ kind: "task-suspend", task, place, wait: { kind: "timer", timer } });
  await clock.nap(delay);
  record({ kind: "timer-fire", timer });
  record({ kind: "task-resume", task, by: { kind: "timer", timer }, thrown: false });
}

async function start({ program, clock: mode }: StartMessage<MooProgram>): Promise<void> {
  clock = new MooClock(mode);
  speed = clock.speed;
  tellClock();
  record({ kind: "run-start", entry: program.entry });
  await run("main", "", program.steps, program.entry);
  record({ kind: "run-end", outcome: { kind: "finished" } });
}

async function enter({ prompt, text, program }: PromptMessage<MooEntry>): Promise<void> {
  record({ kind: "prompt-start", prompt, text });
  if (program.kind === "steps") {
    await run("prompt", text, program.steps, `prompt ${prompt}`);
    const said = String(program.steps.length);
    record({ kind: "prompt-value", prompt, value: { kind: "number", text: said } });
  } else {
    record({
      kind: "error",
      task: 0,
      error: { headline: program.reason, frames: [], rejection: false },
    });
  }
  record({ kind: "prompt-end", prompt });
}

function hear(message: PageMessage<MooProgram, MooEntry, string>): void {
  switch (message.kind) {
    case "prepare":
      break;
    case "start":
      last = start(message).then(() => setSpeed(0, true));
      break;
    case "prompt":
      last = last.then(() => whileTimePasses(() => enter(message)));
      break;
    case "speed":
      if (message.speed > 0) speed = message.speed;
      if (!isResting) setSpeed(message.speed, false);
      break;
    case "step":
    case "interrupt":
      clock.wake();
      tellClock();
      break;
    case "complete": {
      const { id, question } = message;
      const names = verbs.filter((verb) => verb.startsWith(question));
      tell({ kind: "completions", id, replaces: question.length, names });
      break;
    }
    default:
      message satisfies never;
  }
}

// The first message brings the port to the page.
addEventListener(
  "message",
  ({ ports: [port] }) => {
    if (!port) return;
    tell = (message) => port.postMessage(message);
    port.onmessage = ({ data }) => hear(data);
  },
  { once: true },
);
