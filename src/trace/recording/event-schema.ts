// The schema of an event, for recordings from elsewhere. event-schema.test.ts keeps it in step with the types of
// events.ts.

import * as v from "valibot";
import type { ShownValue, Wait } from "../events/events.ts";

/**
 * The deepest nesting of a value. A value that nests deeper is refused, because it could overflow the stack of its
 * readers.
 */
export const deepest = 200;

// Each message is the end of a sentence that begins with the field's name.
const text = v.string("is no text");
const flag = v.boolean("is neither true nor false");
const number = v.pipe(v.number("is no number"), v.finite("is no number"));
const unknown = ({ input }: { readonly input: unknown }) => `is unknown: ${shown(input)}`;
const oneOf = <const Texts extends readonly string[]>(...texts: Texts) => v.picklist(texts, unknown);
const list = <Item extends v.GenericSchema>(item: Item) => v.array(item, "is no list");
const record = <Fields extends v.ObjectEntries>(fields: Fields) => v.object(fields, "is no record");

/** An integer of at least `least`. */
function whole(least: number) {
  const problem = `is no whole number from ${least}`;
  return v.pipe(v.number(problem), v.safeInteger(problem), v.minValue(least, problem));
}

/** An object with one fixed `kind`. */
function kind<const Kind extends string, Fields extends v.ObjectEntries>(name: Kind, fields: Fields) {
  return record({ kind: v.literal(name), ...fields });
}

/** A union of objects: `kind` decides which other fields there are. */
function anyOf<const Kinds extends v.VariantOptions<"kind">>(...kinds: Kinds) {
  return v.variant("kind", kinds, (issue) => (issue.path ? unknown(issue) : "is no record"));
}

const id = whole(0);
const cell = record({ memory: id, byte: id });
const placeFields = { file: text, line: whole(1), column: whole(1) };
const place = record(placeFields);
const known = { place: v.exactOptional(place) };
const whereabouts = { ...known, caller: v.exactOptional(place) };
const errorReport = record({
  headline: text,
  frames: list(record({ ...placeFields, name: text })),
  rejection: flag,
});

const requestOutcome = anyOf(
  kind("answered", { status: number, statusText: text }),
  kind("failed", { reason: text }),
  kind("refused", { reason: text }),
  kind("aborted", { reason: text }),
);

const runOutcome = anyOf(
  kind("finished", {}),
  kind("failed", {}),
  kind("stopped", {}),
  kind("deadlock", {}),
  kind("limit", { reason: text }),
);

const waker = anyOf(
  kind("task", { task: id }),
  kind("request", { request: id }),
  kind("timer", { timer: id }),
  kind("loop", {}),
);

const innerWait: v.GenericSchema<Wait> = v.lazy(() => wait);

export const wait = anyOf(
  kind("request", { request: id }),
  kind("body", { request: id, arrived: v.exactOptional(v.literal(true)) }),
  kind("timer", { timer: id }),
  kind("task", { task: id }),
  kind("lock", { name: text }),
  kind("notify", { on: cell }),
  kind("group", {
    until: oneOf("all", "all-settled", "first-settled", "first-fulfilled"),
    of: list(innerWait),
  }),
  kind("promise", { worker: v.exactOptional(id) }),
  kind("turn", {}),
  kind("caller", {}),
);

const innerValue: v.GenericSchema<ShownValue> = v.lazy(() => shownValue);

export const shownValue = record({
  kind: oneOf(
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
    "null",
    "function",
    "error",
    "object",
    "cycle",
    "getter",
  ),
  text,
  parts: v.exactOptional(list(record({ key: text, value: innerValue }))),
  more: v.exactOptional(id),
});

/** Refuses values that would overflow the stack of whoever reads them. */
function shallow<Schema extends v.GenericSchema>(schema: Schema) {
  const refused = v.never("nests too deeply");
  return v.lazy((value) => (isShallow(value, deepest) ? schema : refused));
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1));
}

/** An event of one kind. */
function event<const Kind extends string, Fields extends v.ObjectEntries>(name: Kind, fields: Fields) {
  return record({ seq: id, t: number, kind: v.literal(name), ...fields });
}

/** Fields that this version does not know are allowed. */
export const traceEvent = anyOf(
  event("run-start", { entry: text, turns: v.exactOptional(number) }),
  event("task-start", {
    task: id,
    parent: v.exactOptional(id),
    taskKind: oneOf("main", "prompt", "coroutine", "generator", "async generator"),
    name: text,
    label: text,
    place,
    worker: v.exactOptional(id),
  }),
  event("task-suspend", { task: id, place, wait: shallow(wait) }),
  event("task-resume", { task: id, by: waker, thrown: flag }),
  event("task-end", {
    task: id,
    how: oneOf("returned", "threw", "closed"),
    error: v.exactOptional(text),
  }),
  event("thinned", {}),
  event("timer-start", { timer: id, task: id, delay: number, repeats: flag }),
  event("timer-fire", { timer: id }),
  event("timer-clear", { timer: id }),
  event("abort", { task: id, reason: text }),
  event("request-start", { request: id, task: id, method: text, url: text }),
  event("request-ready", { request: id }),
  event("request-end", { request: id, outcome: requestOutcome }),
  event("body-chunk", { request: id, bytes: id }),
  event("body-end", { request: id, outcome: oneOf("complete", "failed", "cancelled") }),
  event("output", {
    task: id,
    level: oneOf("log", "info", "warn", "error", "debug"),
    text,
    worker: v.exactOptional(id),
  }),
  event("error", { task: id, error: errorReport, worker: v.exactOptional(id) }),
  event("prompt-start", { prompt: id, text }),
  event("prompt-value", { prompt: id, value: shallow(shownValue) }),
  event("prompt-end", { prompt: id }),
  event("run-end", { outcome: runOutcome }),
  event("thread-start", { worker: id, parent: id, task: id, name: text, file: text, ...known }),
  event("thread-end", {
    worker: id,
    how: oneOf("ended", "closed", "terminated", "failed"),
    by: v.exactOptional(id),
  }),
  event("message-sent", { message: id, worker: id, task: id, to: v.exactOptional(id), ...known }),
  event("message-taken", { message: id, worker: id }),
  event("message-handled", { message: id, worker: id }),
  event("block", { worker: id, task: id, on: cell, limit: v.exactOptional(number), ...whereabouts }),
  event("wake", { worker: id, how: oneOf("ok", "timed-out", "not-equal"), by: v.exactOptional(id) }),
  event("lock-taken", { worker: id, task: id, on: cell, ...whereabouts }),
  event("lock-released", { worker: id, task: id, on: cell, ...whereabouts }),
);

/** Returns what is wrong with a value, as the end of a sentence: `its "place.line" is missing`. */
export function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (path === null) return `it ${issue.message}`;
  return `its "${path}" ${issue.input === undefined ? "is missing" : issue.message}`;
}

/** Returns a value in short, for use in a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a record";
  const json = JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}
