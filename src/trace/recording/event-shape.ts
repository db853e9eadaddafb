// The shape of every event, as a table: a recording comes from outside, and may be anything.

import type {
  ErrorReport,
  Frame,
  OutputLevel,
  Place,
  RequestOutcome,
  RunOutcome,
  ShownPart,
  ShownValue,
  Stamp,
  TaskKind,
  TraceFact,
  Wait,
  Waker,
} from "../events/events.ts";
import type { TaskEnd } from "../fold/tasks.ts";
import {
  type Check,
  count,
  type Fields,
  flag,
  keyOf,
  list,
  number,
  optional,
  record,
  tagged,
  text,
  type Variants,
} from "./check.ts";

type Key<Text extends string> = Readonly<Record<Text, true>>;
type Group = Extract<Wait, { kind: "group" }>;

const id = count(0);
const levels: Key<OutputLevel> = { log: true, info: true, warn: true, error: true, debug: true };
const taskKinds: Key<TaskKind> = {
  main: true,
  prompt: true,
  coroutine: true,
  generator: true,
  "async generator": true,
};
const ends: Key<TaskEnd> = { returned: true, threw: true, closed: true };
const methods: Key<Group["method"]> = { all: true, allSettled: true, race: true, any: true };
const valueKinds: Key<ShownValue["kind"]> = {
  string: true,
  number: true,
  bigint: true,
  boolean: true,
  symbol: true,
  undefined: true,
  null: true,
  function: true,
  error: true,
  object: true,
  cycle: true,
  getter: true,
};

const placeFields: Fields<Place> = { file: text, line: count(1), column: count(1) };
const frameFields: Fields<Frame> = { ...placeFields, name: text };
const errorFields: Fields<ErrorReport> = {
  headline: text,
  frames: list(record(frameFields)),
  rejection: flag,
};
const place = record(placeFields);

const requestOutcomes: Variants<RequestOutcome, "kind"> = {
  answered: { status: number, statusText: text },
  failed: { reason: text },
  refused: { reason: text },
  aborted: { reason: text },
};
const runOutcomes: Variants<RunOutcome, "kind"> = {
  finished: {},
  failed: {},
  stopped: {},
  limit: { reason: text },
};
const wakers: Variants<Waker, "kind"> = {
  task: { task: id },
  request: { request: id },
  timer: { timer: id },
  loop: {},
};

const wait: Check = (value, path) => anyWait(value, path);
const waits: Variants<Wait, "kind"> = {
  request: { request: id },
  timer: { timer: id },
  task: { task: id },
  lock: { name: text },
  group: { method: keyOf(methods), of: list(wait) },
  promise: {},
  turn: {},
  caller: {},
};
const anyWait = tagged("kind", waits);

const value: Check = (item, path) => anyValue(item, path);
const partFields: Fields<ShownPart> = { key: text, value };
const valueFields: Fields<ShownValue> = {
  kind: keyOf(valueKinds),
  text,
  parts: optional(list(record(partFields))),
  more: optional(id),
};
const anyValue = record(valueFields);

const facts: Variants<TraceFact, "kind"> = {
  "run-start": { entry: text },
  "task-start": {
    task: id,
    parent: optional(id),
    taskKind: keyOf(taskKinds),
    name: text,
    label: text,
    place,
  },
  "task-suspend": { task: id, place, wait },
  "task-resume": { task: id, by: tagged("kind", wakers), thrown: flag },
  "task-end": { task: id, how: keyOf(ends), error: optional(text) },
  thinned: {},
  "timer-start": { timer: id, task: id, delay: number, repeats: flag },
  "timer-fire": { timer: id },
  "timer-clear": { timer: id },
  abort: { task: id, reason: text },
  "request-start": { request: id, task: id, method: text, url: text },
  "request-ready": { request: id },
  "request-end": { request: id, outcome: tagged("kind", requestOutcomes) },
  output: { task: id, level: keyOf(levels), text },
  error: { task: id, error: record(errorFields) },
  "prompt-start": { prompt: id, text },
  "prompt-value": { prompt: id, value },
  "prompt-end": { prompt: id },
  "run-end": { outcome: tagged("kind", runOutcomes) },
};

const stampFields: Fields<Stamp> = { seq: id, t: number };
const stamp = record(stampFields);
const fact = tagged("kind", facts);

/** What is wrong with the shape of an event, as the end of a sentence; undefined where nothing is. */
export function eventProblem(event: unknown): string | undefined {
  return stamp(event, "") ?? fact(event, "");
}
