// Short ways to make up runs for the timeline's tests.

import { type LaneLook, type Looks, plainTaskLook, plainThreadLook } from "../../src/timeline/scale/looks.ts";
import type { TimelineRun } from "../../src/timeline/scale/runs.ts";
import type {
  RequestOutcome,
  RunOutcome,
  TaskKind,
  TraceFact,
  Wait,
  Waker,
} from "../../src/trace/events/events.ts";
import type { TaskEnd, TaskSpan } from "../../src/trace/fold/tasks.ts";
import { foldEvents, type RequestSpan } from "../../src/trace/trace.ts";
import { plainTimes } from "../../src/trace/words/times.ts";

export type TimedFact = TraceFact & { readonly t: number };

export const answered: RequestOutcome = { kind: "answered", status: 200, statusText: "OK" };

export function start(t: number, request: number, animal: string, task = 0): TimedFact {
  const url = `http://www.ericappelt.com/animals/${animal}`;
  return { t, kind: "request-start", request, task, method: "GET", url };
}

export function ready(t: number, request: number): TimedFact {
  return { t, kind: "request-ready", request };
}

export function taken(t: number, request: number, outcome = answered): TimedFact {
  return { t, kind: "request-end", request, outcome };
}

export function printed(t: number, text: string): TimedFact {
  return { t, kind: "output", task: 0, level: "log", text };
}

export function ended(t: number, outcome: RunOutcome = { kind: "finished" }): TimedFact {
  return { t, kind: "run-end", outcome };
}

const place = { file: "animals.ts", line: 1, column: 1 };

/** The program begins. */
export function mainStarts(t = 0): TimedFact {
  return { t, kind: "task-start", task: 0, taskKind: "main", name: "", label: "", place };
}

export function starts(
  t: number,
  task: number,
  label: string,
  { parent = 0, kind = "coroutine" }: { readonly parent?: number; readonly kind?: TaskKind } = {},
): TimedFact {
  const name = label.replace(/\(.*$/, "");
  const above = kind === "prompt" ? {} : { parent };
  return { t, kind: "task-start", task, ...above, taskKind: kind, name, label, place };
}

export function waits(t: number, task: number, wait: Wait): TimedFact {
  return { t, kind: "task-suspend", task, place, wait };
}

export function waitsForTask(t: number, task: number, other: number): TimedFact {
  return waits(t, task, { kind: "task", task: other });
}

export function waitsForRequest(t: number, task: number, request: number): TimedFact {
  return waits(t, task, { kind: "request", request });
}

/** A generator yields. */
export function yields(t: number, task: number): TimedFact {
  return waits(t, task, { kind: "caller" });
}

export function resumes(t: number, task: number, by: Waker = { kind: "loop" }): TimedFact {
  return { t, kind: "task-resume", task, by, thrown: false };
}

export function ends(t: number, task: number, how: Exclude<TaskEnd, "terminated"> = "returned"): TimedFact {
  return { t, kind: "task-end", task, how };
}

/** The task `task` evaluates an entry of the prompt and ends after `between`. */
export function entered(
  t: number,
  prompt: number,
  task: number,
  text: string,
  ...between: TimedFact[]
): TimedFact[] {
  return [
    { t, kind: "prompt-start", prompt, text },
    starts(t, task, text, { kind: "prompt" }),
    ...between,
    ends(between.at(-1)?.t ?? t, task),
    { t: between.at(-1)?.t ?? t, kind: "prompt-end", prompt },
  ];
}

/** A run with these facts, in the given order. */
export function madeUpRun(label: string, facts: readonly TimedFact[]): TimelineRun {
  const begin: TimedFact = { t: 0, kind: "run-start", entry: "animals.ts" };
  return { label, trace: foldEvents([begin, ...facts].map((fact, seq) => ({ ...fact, seq }))) };
}

/** A program with these facts, after the start of its own task. */
export function madeUpProgram(...facts: TimedFact[]): TimelineRun {
  return madeUpRun("a", [mainStarts(), ...facts]);
}

/** Requests one after the other; each reply takes a second. */
export function sequentialRun(animals: readonly string[]): TimelineRun {
  const facts = animals.flatMap((animal, index) => {
    const reply = (index + 1) * 1000;
    return [start(index * 1000, index, animal), ready(reply, index), taken(reply, index)];
  });
  return madeUpRun("Sequential", [...facts, ended(animals.length * 1000)]);
}

/** All requests at once; each reply takes a second. */
export function concurrentRun(animals: readonly string[]): TimelineRun {
  const starts = animals.map((animal, index) => start(0, index, animal));
  const replies = animals.flatMap((_, index) => [ready(1000, index), taken(1000, index)]);
  return madeUpRun("Concurrent", [...starts, ...replies, ended(1000)]);
}

/** The look of a request: the last part of its address names the animal. */
function lookByName({ url }: RequestSpan): LaneLook {
  const label = url.split("/").at(-1) ?? "";
  return { label, className: `animal-${label}`, symbol: `#animal-${label}` };
}

/** The look of a task: the animal that its call names. */
function lookByArgument(span: TaskSpan): LaneLook {
  const animal = /"(.+)"/.exec(span.label)?.[1];
  const plain = plainTaskLook(span);
  return animal ? { ...plain, className: `animal-${animal}`, symbol: `#animal-${animal}` } : plain;
}

export const looks: Looks = {
  times: plainTimes,
  request: lookByName,
  task: lookByArgument,
  thread: plainThreadLook,
};

/** Calls of speak(), one animal after the other: each waits a second, then prints for `printing` milliseconds. */
export function sequentialProgram(animals: readonly string[], printing = 0): TimelineRun {
  const second = 1000 + printing;
  const facts = animals.flatMap((animal, index) => {
    const [t, task] = [index * second, index + 1];
    return [
      starts(t, task, `speak("${animal}")`),
      ...[start(t, index, animal, task), waitsForRequest(t, task, index), waitsForTask(t, 0, task)],
      ...[ready(t + 1000, index), taken(t + 1000, index)],
      resumes(t + 1000, task, { kind: "request", request: index }),
      printed(t + 1000, `The ${animal} says`),
      printed(t + second, " something.\n"),
      ...[ends(t + second, task), resumes(t + second, 0, { kind: "task", task })],
    ];
  });
  const end = animals.length * second;
  return madeUpRun("Sequential", [mainStarts(), ...facts, ends(end, 0), ended(end)]);
}

/**
 * Calls of speak() for all animals at once: all replies arrive after a second, then each prints for `printing`
 * milliseconds.
 */
export function concurrentProgram(animals: readonly string[], printing = 0): TimelineRun {
  const calls = animals.flatMap((animal, index) => [
    starts(0, index + 1, `speak("${animal}")`),
    start(0, index, animal, index + 1),
    waitsForRequest(0, index + 1, index),
  ]);
  const of = animals.map((_, index) => ({ kind: "task", task: index + 1 }) as const);
  const replies = animals.map((_, index) => ready(1000, index));
  const turns = animals.flatMap((animal, index) => {
    const [t, task] = [1000 + index * printing, index + 1];
    return [
      ...[
        taken(t, index),
        resumes(t, task, { kind: "request", request: index }),
        printed(t, `The ${animal}`),
      ],
      ...[printed(t + printing, " says something.\n"), ends(t + printing, task)],
    ];
  });
  const end = 1000 + animals.length * printing;
  const all = waits(0, 0, { kind: "group", until: "all", of });
  const facts = [
    mainStarts(),
    ...calls,
    all,
    ...replies,
    ...turns,
    resumes(end, 0),
    ends(end, 0),
    ended(end),
  ];
  return madeUpRun("Concurrent", facts);
}
